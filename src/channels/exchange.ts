/** One HTTP call to a platform: a time limit, no redirects, and failures that keep nothing of the request. */
import type { Instant } from '../core/day.ts';
import { hearTime } from './clock.ts';
import { textOf } from './json.ts';

/** A call that failed. It keeps no request: addresses and bodies hold secrets and people's words. */
export class CallFailure extends Error {
  readonly status: number | undefined;
  /** The platform's wish. */
  readonly waitMs: number | undefined;
  /** Whether the request surely never reached the platform. */
  readonly neverLeft: boolean;

  constructor(what: { status?: number; waitMs?: number; neverLeft?: boolean; reason: string }) {
    super(what.reason);
    this.name = 'CallFailure';
    this.status = what.status;
    this.waitMs = what.waitMs;
    this.neverLeft = what.neverLeft ?? false;
  }
}

export interface CallRequest {
  method: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, in place of a body: a file with its fields. */
  form?: FormData;
}

/** Whatever the platform answered, its body as text. */
export interface Answer {
  status: number;
  ok: boolean;
  headers: Headers;
  text: string;
}

/** Codes of a connection that was never made. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH']);

/** Makes the call; throws `CallFailure` when no answer came, never for an answer's status. */
export async function exchange(
  url: string | URL,
  request: CallRequest,
  signal: AbortSignal,
  now: () => Instant,
): Promise<Answer> {
  if (signal.aborted) throw new CallFailure({ reason: 'deadline', neverLeft: true });
  const sent = now();
  try {
    const response = await fetch(url, {
      method: request.method,
      ...contentOf(request),
      redirect: 'manual',
      signal,
    });
    const { status, ok, headers } = response;
    hearTime(headers.get('date'), sent, now());
    return { status, ok, headers, text: await response.text() };
  } catch (error) {
    const code = causeCode(error);
    throw new CallFailure({ reason: code ?? nameOf(error), neverLeft: code !== undefined && NEVER_LEFT.has(code) });
  }
}

/** `fetch` names the boundary of a form by itself. */
function contentOf({ headers, body, form }: CallRequest): Pick<RequestInit, 'headers' | 'body'> {
  if (form) return { headers: { ...headers }, body: form };
  return {
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** A form with one file, as every platform takes uploads. */
export function fileForm(field: string, name: string, bytes: Uint8Array): FormData {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)]), name);
  return form;
}

/** The platform's wish how long to wait, in ms, from the first header of these that gives seconds. */
export function waitOf(headers: Headers, ...names: string[]): number | undefined {
  const found = [...names, 'retry-after'].flatMap((name) => headers.get(name) ?? [])[0];
  const seconds = Number(found ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** An error's kind, for logs and counters: never its message, which may tell an address with a secret. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The system's code under `fetch failed`, e.g. `ECONNREFUSED`; of several addresses tried, the first one's. */
function causeCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return textOf(first, 'code');
}
