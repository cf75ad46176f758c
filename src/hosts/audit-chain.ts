/** Whether each audit row's hash still covers the one before, and the newest ones that are kept elsewhere still stand. */
import type { Store } from '../../db/store.ts';
import type { AuditRow } from '../../db/verbs/records.ts';

const AT_ONCE = 2_000;

/** What a row's hash has to be after `previous`. */
export function linkOf(
  { seq: _, hash: __, ...entry }: AuditRow,
  previous: string,
  sha256: (text: string) => string,
): string {
  return sha256(previous + JSON.stringify(entry));
}

/** The number of the first row that doesn't follow from the one before; `null` while all do. */
export function brokenLink(store: Pick<Store, 'audit'>, sha256: (text: string) => string): number | null {
  let previous = '';
  for (
    let rows = store.audit.after(0, AT_ONCE);
    rows.length > 0;
    rows = store.audit.after(rows.at(-1)?.seq ?? 0, AT_ONCE)
  ) {
    for (const row of rows) {
      if (linkOf(row, previous, sha256) !== row.hash) return row.seq;
      previous = row.hash;
    }
  }
  return null;
}

/**
 * A row as it is kept outside the machine: whoever can change the database can write a whole new chain, or cut off its end,
 * but not what stands elsewhere.
 */
export interface AuditHead {
  seq: number;
  hash: string;
}

/** The newest row; `null` before the first. */
export function headOf(store: Pick<Store, 'audit'>): AuditHead | null {
  const [newest] = store.audit.page(0, 1);
  return newest ? { seq: newest.seq, hash: newest.hash } : null;
}

/** Whether a row that was kept elsewhere is there as it was. What came before it is `brokenLink`'s. */
export const isKept = (store: Pick<Store, 'audit'>, { seq, hash }: AuditHead): boolean =>
  store.audit.after(seq - 1, 1).some((row) => row.seq === seq && row.hash === hash);
