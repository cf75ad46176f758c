/**
 * What was read in a transaction and needn't be read again in it: nobody else writes meanwhile, so that whoever writes
 * through the same verbs knows what is there.
 */
export interface Memory {
  /** A value that is read once in a transaction, and known from then on; outside of one it is read each time. */
  of<T>(read: () => T): Remembered<T>;
  /** A transaction begins. */
  begin(): void;
  /** A part of it was undone. */
  forget(): void;
  /** It is over. */
  end(): void;
}

export interface Remembered<T> {
  get(): T;
  /** What the value was changed to, or `change` of what is known of it. */
  set(value: T): void;
  change(by: (value: T) => T): void;
}

export function createMemory(): Memory {
  let open = false;
  let era = 0;
  return {
    of<T>(read: () => T): Remembered<T> {
      let known: { value: T; era: number } | null = null;
      const set = (value: T): void => {
        known = open ? { value, era } : null;
      };
      return {
        get() {
          if (known?.era === era) return known.value;
          const value = read();
          set(value);
          return value;
        },
        set,
        change(by) {
          if (known?.era === era) set(by(known.value));
        },
      };
    },
    begin() {
      open = true;
      era++;
    },
    forget() {
      era++;
    },
    end() {
      open = false;
      era++;
    },
  };
}
