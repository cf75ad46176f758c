/** Whether an error is the storage's (full, read-only, busy, broken), so that nothing else of its transaction holds either. */
export function isStorageFault(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT');
}
