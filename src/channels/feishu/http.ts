/** The HTTP instance that the official SDK works through: `fetch`, time limits, no redirects, one token for all. */
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import type { Instant } from '../../core/day.ts';
import { fields, parseJson, textOf } from '../json.ts';
import { FeishuFailure, TOKEN_CODES } from './errors.ts';

type Options = HttpRequestOptions<unknown>;

export interface Timeouts {
  tokenMs: number;
  callMs: number;
}

/** Both together stay under the 10 s after which a send is given up. */
export const TIMEOUTS: Timeouts = { tokenMs: 3_000, callMs: 6_000 };
/** A token is renewed while it is still good for a call on its way: 3 minutes early, a short-lived one by a tenth. */
const TOKEN_MARGIN_MS = 3 * 60_000;
const TOKEN_PATH = '/auth/v3/tenant_access_token/internal';

/** Codes of a connection that was never made. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH']);

/** The tenant token in memory, in the shape of the SDK's cache; holding one token, it ignores the key. */
export class TokenCache {
  private token: string | undefined;
  private until: Instant = 0;
  private readonly now: () => Instant;

  constructor(now: () => Instant) {
    this.now = now;
  }

  get = async (): Promise<string | undefined> => (this.now() < this.until ? this.token : undefined);

  /** The token was kept when it came, by this bot's clock. */
  set = async (): Promise<boolean> => true;

  keep(token: string, until: Instant): void {
    this.token = token;
    this.until = until;
  }

  /** Drops the token if it is still the refused one; a newer one stays. */
  evict(refused: string): void {
    if (this.token === refused) this.token = undefined;
  }
}

/** Unwraps answers as the SDK expects, and throws `FeishuFailure` for every answer that isn't code 0. */
export class FeishuHttp implements HttpInstance {
  private readonly tokens: TokenCache;
  private readonly now: () => Instant;
  private readonly timeouts: Timeouts;
  private tokenCall: Promise<unknown> | undefined;

  constructor(tokens: TokenCache, now: () => Instant, timeouts: Timeouts = TIMEOUTS) {
    this.tokens = tokens;
    this.now = now;
    this.timeouts = timeouts;
  }

  async request<T = unknown, R = T, D = unknown>(opts: HttpRequestOptions<D>): Promise<R> {
    const url = opts.url ?? '';
    return (
      url.endsWith(TOKEN_PATH) ? await this.fetchToken(opts) : await call(opts, this.timeouts.callMs, this.tokens)
    ) as R;
  }

  get<T = unknown, R = T, D = unknown>(url: string, opts?: HttpRequestOptions<D>): Promise<R> {
    return this.request<T, R, D>({ ...opts, url, method: 'GET' });
  }
  delete<T = unknown, R = T, D = unknown>(url: string, opts?: HttpRequestOptions<D>): Promise<R> {
    return this.request<T, R, D>({ ...opts, url, method: 'DELETE' });
  }
  head<T = unknown, R = T, D = unknown>(url: string, opts?: HttpRequestOptions<D>): Promise<R> {
    return this.request<T, R, D>({ ...opts, url, method: 'HEAD' });
  }
  options<T = unknown, R = T, D = unknown>(url: string, opts?: HttpRequestOptions<D>): Promise<R> {
    return this.request<T, R, D>({ ...opts, url, method: 'OPTIONS' });
  }
  post<T = unknown, R = T, D = unknown>(url: string, data?: D, opts?: HttpRequestOptions<D>): Promise<R> {
    return this.request<T, R, D>({ ...opts, url, data, method: 'POST' });
  }
  put<T = unknown, R = T, D = unknown>(url: string, data?: D, opts?: HttpRequestOptions<D>): Promise<R> {
    return this.request<T, R, D>({ ...opts, url, data, method: 'PUT' });
  }
  patch<T = unknown, R = T, D = unknown>(url: string, data?: D, opts?: HttpRequestOptions<D>): Promise<R> {
    return this.request<T, R, D>({ ...opts, url, data, method: 'PATCH' });
  }

  /** Single flight; the token is in the cache before the flight ends, so that nobody finds neither. */
  private fetchToken(opts: Options): Promise<unknown> {
    this.tokenCall ??= call(opts, this.timeouts.tokenMs, this.tokens)
      .then((body) => {
        const token = textOf(body, 'tenant_access_token');
        const lifeMs = Number(fields(body).expire ?? 0) * 1000;
        if (token) this.tokens.keep(token, this.now() + lifeMs - Math.min(TOKEN_MARGIN_MS, lifeMs / 10));
        return body;
      })
      // Whatever became of the token call, the message itself has not left.
      .catch((error: unknown) => {
        throw error instanceof FeishuFailure
          ? new FeishuFailure({ ...error, reason: `token: ${error.message}`, neverLeft: true })
          : error;
      })
      .finally(() => {
        this.tokenCall = undefined;
      });
    return this.tokenCall;
  }
}

async function call(opts: Options, timeoutMs: number, tokens: TokenCache): Promise<unknown> {
  const { response, text } = await exchange(opts, timeoutMs);
  const body = parseJson(text);
  const code = fields(body).code;
  if (response.ok && code === 0) return body;
  if (typeof code === 'number' && TOKEN_CODES.has(code)) tokens.evict(bearerOf(opts));
  throw new FeishuFailure({
    status: response.status,
    ...(typeof code === 'number' && code !== 0 && { code }),
    waitMs: waitOf(response.headers),
    reason: `HTTP ${response.status}${typeof code === 'number' ? ` code ${code}` : ''}`,
  });
}

async function exchange(opts: Options, timeoutMs: number): Promise<{ response: Response; text: string }> {
  const url = new URL(opts.url ?? '');
  for (const [name, value] of Object.entries(opts.params ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  try {
    const response = await fetch(url, {
      method: opts.method ?? 'GET',
      headers: { ...headersOf(opts.headers), 'content-type': 'application/json; charset=utf-8' },
      ...(opts.data !== undefined && { body: JSON.stringify(opts.data) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { response, text: await response.text() };
  } catch (error) {
    const code = causeCode(error);
    throw new FeishuFailure({ reason: code ?? nameOf(error), neverLeft: code !== undefined && NEVER_LEFT.has(code) });
  }
}

function headersOf(headers: Options['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}

const bearerOf = (opts: Options): string => String(opts.headers?.Authorization ?? '').replace(/^Bearer /, '');

/** Seconds, as Feishu's gateway gives them. */
function waitOf(headers: Headers): number | undefined {
  const seconds = Number(headers.get('x-ogw-ratelimit-reset') ?? headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The system's code under `fetch failed`, e.g. `ECONNREFUSED`; of several addresses tried, the first one's. */
function causeCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return textOf(first, 'code');
}
