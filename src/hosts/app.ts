/** The HTTP routes that every host serves; what listens, and on what, is the host's business. */
import { type Context, Hono } from 'hono';
import type { Channel, Incoming, Outcome, Receipt, Reply, WebhookRequest } from '../channels/channel.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelName } from '../core/roster.ts';
import type { DistrictId } from '../core/vocabulary.ts';
import type { Metrics } from './metrics.ts';

export interface AppDeps {
  /** A district's channel; `undefined` for an unknown district or one without keys. */
  channelOf(channel: ChannelName, district: DistrictId): Channel | undefined;
  /** Stores events that came together; resolves once they are durable, rejects when they are not. */
  accept(district: DistrictId, events: readonly [Incoming, ...Incoming[]]): Promise<Receipt>;
  now(): Instant;
  metrics: Metrics;
  /** What keeps the server from being ready, in Chinese; empty when nothing does. */
  notReady(): readonly string[];
  /** What somebody should look at although everything works, in Chinese. */
  warnings?(): readonly string[];
  /** Pages and interfaces of the console, mounted at `/`. */
  console?: Hono;
  onError?(error: unknown, what: string): void;
}

const CHANNELS: readonly ChannelName[] = ['feishu', 'dingtalk', 'wecom'];

export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  describeMetrics(deps.metrics);

  for (const name of CHANNELS) app.all(`/webhook/${name}/:district`, (c) => webhook(c, deps, name));
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', (c) => {
    const reasons = deps.notReady();
    const lines = [...(reasons.length === 0 ? ['ready'] : reasons), ...(deps.warnings?.() ?? [])];
    return c.text(`${lines.join('\n')}\n`, reasons.length === 0 ? 200 : 503);
  });
  app.get('/metrics', (c) =>
    c.body(deps.metrics.render(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  if (deps.console) app.route('/', deps.console);
  app.notFound((c) => c.text('未找到 (not found)\n', 404));
  app.onError((error, c) => {
    deps.onError?.(error, `${c.req.method} ${c.req.routePath}`);
    return c.text('服务暂时出错，请稍后再试 (internal error)\n', 500);
  });
  return app;
}

function describeMetrics(metrics: Metrics): void {
  metrics.describe('webhook_accepted_total', 'Webhook events stored');
  metrics.describe('webhook_refused_total', 'Webhook calls refused, by reason');
  metrics.describe('webhook_ignored_total', 'Genuine webhook calls without anything to do, by reason');
  metrics.describe('webhook_unstored_total', 'Webhook calls answered 503 because nothing could be stored');
}

async function webhook(c: Context, deps: AppDeps, name: ChannelName): Promise<Response> {
  const district = c.req.param('district') ?? '';
  const channel = deps.channelOf(name, district);
  if (!channel) return c.notFound();
  const refuse = (status: 400 | 401 | 405 | 413, reason: string): Response => {
    deps.metrics.count('webhook_refused_total', { channel: name, reason });
    return c.text('拒绝 (refused)\n', status);
  };

  const rawBody = await readBody(c.req.raw, channel.maxBodyBytes);
  if (rawBody === undefined) return refuse(413, 'too-large');
  const outcome = channel.decode(requestOf(c, rawBody, deps.now()));
  switch (outcome.kind) {
    case 'refused':
      return refuse(outcome.status, outcome.reason);
    case 'challenge':
      return respond(outcome.reply);
    case 'ignored':
      deps.metrics.count('webhook_ignored_total', { channel: name, reason: outcome.reason });
      return respond(outcome.reply);
    case 'events':
      return store(c, deps, channel, district, outcome);
  }
}

/** 2xx only after the commit; without one the platform is to come again. */
async function store(
  c: Context,
  deps: AppDeps,
  channel: Channel,
  district: DistrictId,
  { events, reply }: Extract<Outcome, { kind: 'events' }>,
): Promise<Response> {
  try {
    const receipt = await deps.accept(district, events);
    deps.metrics.count('webhook_accepted_total', { channel: channel.name }, events.length);
    return respond(reply ?? channel.acknowledge(events, receipt));
  } catch (error) {
    deps.onError?.(error, 'accept');
    deps.metrics.count('webhook_unstored_total', { channel: channel.name });
    return c.text('暂时无法保存，请稍后再试 (not stored)\n', 503);
  }
}

const requestOf = (c: Context, rawBody: Uint8Array, now: Instant): WebhookRequest => ({
  method: c.req.method,
  header: (name) => c.req.header(name),
  query: (name) => c.req.query(name),
  rawBody,
  now,
});

const respond = ({ status, contentType, body }: Reply): Response =>
  new Response(body, { status, headers: { 'content-type': contentType } });

/** The whole body; `undefined` as soon as it is seen to be larger than allowed. */
async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  const announced = request.headers.get('content-length');
  if (announced !== null) {
    if (Number(announced) > maxBytes) return undefined;
    const body = new Uint8Array(await request.arrayBuffer());
    return body.length > maxBytes ? undefined : body;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
