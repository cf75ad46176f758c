import type { Said } from './command.ts';

/** A reading that several commands want of the same message: done once, and known for as long as the message is worked off. */
export function once<T>(read: (said: Said) => T): (said: Said) => T {
  const known = new WeakMap<Said, { value: T }>();
  return (said) => {
    const found = known.get(said);
    if (found) return found.value;
    const value = read(said);
    known.set(said, { value });
    return value;
  };
}
