import type { Family } from '../terms.ts';

/** A point that people ask about, the same for every district. */
export interface Topic {
  id: string;
  family: Family;
  /** What is asked, in Chinese, as a noun phrase. */
  title: string;
}

/** Every row with every column: `leave.mayor.route`. */
export const grid = (
  family: Family,
  prefix: string,
  rows: Record<string, string>,
  columns: Record<string, string>,
): Topic[] =>
  Object.entries(rows).flatMap(([row, rowTitle]) =>
    Object.entries(columns).map(([column, title]) => ({
      id: `${prefix}.${row}.${column}`,
      family: column === 'minutes' ? 'minutes' : family,
      title: `${rowTitle}${title}`,
    })),
  );

export const list = (family: Family, titles: Record<string, string>): Topic[] =>
  Object.entries(titles).map(([id, title]) => ({ id, family, title }));
