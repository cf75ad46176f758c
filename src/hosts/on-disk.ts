/** A district's database on this machine's disk. */
import { openDatabase } from '../../db/open.ts';
import { openStore, type Store } from '../../db/store.ts';

/** Opens, creates or migrates a file; `:memory:` for a test. */
export function openOnDisk(file: string): { store: Store; settle(): void; close(): void } {
  const { db, settle, close } = openDatabase(file);
  return { store: openStore(db), settle, close };
}
