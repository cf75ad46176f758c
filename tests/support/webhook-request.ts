/** A call of a platform as the door hands it to a channel. */
import type { WebhookRequest } from '../../src/channels/channel.ts';

export interface PlatformCall {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** `body` in place of the call's own, to change single bytes. */
export const requestOf = (
  { method = 'POST', headers = {}, query = {}, ...call }: PlatformCall,
  now: number,
  body = call.body,
): WebhookRequest => ({
  method,
  header: (name) => headers[name],
  query: (name) => query[name],
  rawBody: typeof body === 'string' ? Buffer.from(body) : body,
  now,
});
