/** Whether each audit row's hash still covers the one before. */
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
