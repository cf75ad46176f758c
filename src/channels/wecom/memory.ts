/** What one app's channel remembers while the process lives; without it everything still works, a little worse. */

export interface Memory {
  /** By delivery: the newest code (response_code) with which its card can be updated. */
  codes: Recent<string>;
  /** Deliveries whose card shows an outcome. */
  decided: RecentSet<number>;
  /** Deliveries whose card the platform refused: they go out as text. */
  asText: RecentSet<number>;
  /** Keys and codes of calls whose outcome is unknown. */
  doubtful: RecentSet<string>;
}

const MANY = 10_000;

export const createMemory = (): Memory => ({
  codes: new Recent<string>(),
  decided: new RecentSet<number>(),
  asText: new RecentSet<number>(),
  doubtful: new RecentSet<string>(),
});

/** A map that forgets the oldest of very many. */
export class Recent<T, K = number> {
  private readonly kept = new Map<K, T>();

  get(key: K): T | undefined {
    return this.kept.get(key);
  }

  set(key: K, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    // A map keeps the order in which it was filled.
    const [oldest] = this.kept.keys();
    if (this.kept.size > MANY && oldest !== undefined) this.kept.delete(oldest);
  }
}

export class RecentSet<K> {
  private readonly kept = new Recent<true, K>();

  has(key: K): boolean {
    return this.kept.get(key) ?? false;
  }

  add(key: K): void {
    this.kept.set(key, true);
  }
}
