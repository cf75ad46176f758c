/** The HTTP instance that the official SDK works through: `fetch`, time limits, no redirects, one token for all. */

import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import type { Instant } from '../../core/day.ts';
import { type Answer, type CallRequest, exchange, fileForm, waitOf } from '../exchange.ts';
import { PlatformFailure, unsent } from '../failures.ts';
import { fields, parseJson, textOf } from '../json.ts';
import { TokenCache } from '../token.ts';
import { isTokenRefused } from './errors.ts';

type Options = HttpRequestOptions<unknown>;

export interface Timeouts {
  tokenMs: number;
  callMs: number;
  /** For what may fail without harm. */
  extraMs: number;
}

/** All together stay under the 10 s after which a send is given up. */
export const TIMEOUTS: Timeouts = { tokenMs: 3_000, callMs: 5_000, extraMs: 1_500 };
const EXTRA_PATH = '/urgent_app';
const TOKEN_PATH = '/auth/v3/tenant_access_token/internal';

/** Unwraps answers as the SDK expects, and throws `PlatformFailure` for every answer that isn't code 0. */
export class FeishuHttp implements HttpInstance {
  private readonly tokens: TokenCache;
  private readonly timeouts: Timeouts;
  private tokenCall: Promise<unknown> | undefined;

  constructor(tokens: TokenCache, timeouts: Timeouts = TIMEOUTS) {
    this.tokens = tokens;
    this.timeouts = timeouts;
  }

  async request<T = unknown, R = T, D = unknown>(opts: HttpRequestOptions<D>): Promise<R> {
    const url = opts.url ?? '';
    if (url.endsWith(TOKEN_PATH)) return (await this.fetchToken(opts)) as R;
    const { callMs, extraMs } = this.timeouts;
    return (await call(opts, url.endsWith(EXTRA_PATH) ? extraMs : callMs, this.tokens)) as R;
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
        if (token) this.tokens.keep(token, lifeMs);
        return body;
      })
      .catch((error: unknown) => {
        throw unsent(error);
      })
      .finally(() => {
        this.tokenCall = undefined;
      });
    return this.tokenCall;
  }
}

/** What all calls of one app go through, whoever makes them. */
export interface FeishuLine {
  tokens: TokenCache;
  http: FeishuHttp;
}

export function openLine(now: () => Instant, timeouts?: Timeouts): FeishuLine {
  const tokens = new TokenCache(now);
  return { tokens, http: new FeishuHttp(tokens, timeouts) };
}

async function call(opts: Options, timeoutMs: number, tokens: TokenCache): Promise<unknown> {
  const answer = await exchangeOf(opts, timeoutMs, tokens.now);
  const body = parseJson(answer.text);
  const code = fields(body).code;
  if (answer.ok && code === 0) return body;
  const failure = new PlatformFailure({
    status: answer.status,
    ...(typeof code === 'number' && code !== 0 && { code }),
    waitMs: waitOf(answer.headers, 'x-ogw-ratelimit-reset'),
    reason: `HTTP ${answer.status}${typeof code === 'number' ? ` code ${code}` : ''}`,
  });
  if (isTokenRefused(failure)) tokens.evict(bearerOf(opts));
  throw failure;
}

function exchangeOf(opts: Options, timeoutMs: number, now: () => Instant): Promise<Answer> {
  const url = new URL(opts.url ?? '');
  for (const [name, value] of Object.entries(opts.params ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const { method = 'GET', data } = opts;
  const { 'Content-Type': type, ...headers } = headersOf(opts.headers);
  return exchange(url, { method, headers, ...contentOf(method, type, data) }, AbortSignal.timeout(timeoutMs), now);
}

/** The SDK gives a body to every call, also to those that can have none. */
function contentOf(method: string, type: string | undefined, data: unknown): Pick<CallRequest, 'body' | 'form'> {
  if (method === 'GET' || method === 'HEAD') return {};
  return type === 'multipart/form-data' ? { form: formOf(data) } : { body: data };
}

/** The SDK leaves it to its HTTP instance to make a form of a file and its fields. */
function formOf(data: unknown): FormData {
  const { file, ...rest } = fields(data);
  const bytes = file instanceof Uint8Array ? file : new Uint8Array();
  const form = fileForm('file', textOf(data, 'file_name') ?? 'file', bytes);
  for (const [name, value] of Object.entries(rest)) form.append(name, String(value));
  return form;
}

function headersOf(headers: Options['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}

const bearerOf = (opts: Options): string => String(opts.headers?.Authorization ?? '').replace(/^Bearer /, '');
