/** Access tokens (令牌) in memory: renewed early, dropped when refused, fetched once for everybody who waits. */
import type { Instant } from '../core/day.ts';
import { unsent } from './failures.ts';

/** A token is renewed while it is still good for a call on its way: 3 minutes early, a short-lived one by a tenth. */
const MARGIN_MS = 3 * 60_000;

/** One app's token. */
export class TokenCache {
  private token: string | undefined;
  private until: Instant = 0;
  readonly now: () => Instant;

  constructor(now: () => Instant) {
    this.now = now;
  }

  current(): string | undefined {
    return this.now() < this.until ? this.token : undefined;
  }

  keep(token: string, lifeMs: number): void {
    this.token = token;
    this.until = this.now() + lifeMs - Math.min(MARGIN_MS, lifeMs / 10);
  }

  /** Drops the token if it is still the refused one; a newer one stays. */
  evict(refused: string): void {
    if (this.token === refused) this.token = undefined;
  }
}

/** A token that is fetched when it is needed; all who need it at once wait for the same call. */
export class SharedToken {
  private readonly cache: TokenCache;
  private readonly fetchToken: () => Promise<{ token: string; lifeMs: number }>;
  private flight: Promise<string> | undefined;

  constructor(now: () => Instant, fetchToken: () => Promise<{ token: string; lifeMs: number }>) {
    this.cache = new TokenCache(now);
    this.fetchToken = fetchToken;
  }

  /** Rejects with whatever kept the token from being fetched. */
  private async get(): Promise<string> {
    const kept = this.cache.current();
    if (kept !== undefined) return kept;
    this.flight ??= this.fetchToken()
      .then(({ token, lifeMs }) => {
        this.cache.keep(token, lifeMs);
        return token;
      })
      .catch((error: unknown) => {
        throw unsent(error);
      })
      .finally(() => {
        this.flight = undefined;
      });
    return this.flight;
  }

  /** Makes a call with the token; a refused one is fetched anew and the call made once more. */
  async use<T>(call: (token: string) => Promise<T>, isRefused: (error: unknown) => boolean): Promise<T> {
    const token = await this.get();
    try {
      return await call(token);
    } catch (error) {
      if (!isRefused(error)) throw error;
      this.cache.evict(token);
      return call(await this.get());
    }
  }
}
