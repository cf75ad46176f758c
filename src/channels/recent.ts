/** What a channel remembers while the process lives: bounded, the oldest forgotten first. */

const MANY = 10_000;

/** A map that forgets the oldest of very many. */
export class Recent<T, K = number> {
  private readonly kept = new Map<K, T>();

  get(key: K): T | undefined {
    return this.kept.get(key);
  }

  delete(key: K): void {
    this.kept.delete(key);
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
