import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Incoming, Receipt } from '../../src/channels/channel.ts';
import type { FeishuApi } from '../../src/channels/feishu/client.ts';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { createApp } from '../../src/hosts/app.ts';
import { createMetrics } from '../../src/hosts/metrics.ts';
import {
  FEISHU_KEYS,
  messageEvent,
  pressEvent,
  type SignedCall,
  signedCall,
  urlCheck,
} from '../support/feishu-events.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const nothing = async (): Promise<undefined> => undefined;
const api: FeishuApi = {
  create: async () => null,
  patch: nothing,
  urge: nothing,
  upload: async () => 'file',
  botOpenId: async () => 'ou_bot',
};
const feishu = createFeishuChannel({ ...FEISHU_KEYS, baseUrl: 'http://127.0.0.1:1' }, () => NOW, api);

let accepted: Incoming[];
let receipt: Receipt;
let broken: Error | undefined;
let reasons: string[];
let metrics = createMetrics();
let app: Hono;

beforeEach(() => {
  accepted = [];
  receipt = {};
  broken = undefined;
  reasons = [];
  metrics = createMetrics();
  app = createApp({
    channelOf: (channel, district) => (channel === 'feishu' && district === 'linzi' ? feishu : undefined),
    async accept(_, events) {
      if (broken) throw broken;
      accepted.push(...events);
      return receipt;
    },
    now: () => NOW,
    metrics,
    notReady: () => reasons,
    console: new Hono().get('/', (c) => c.text('控制台')),
  });
});

const post = (call: SignedCall, path = '/webhook/feishu/linzi'): Promise<Response> =>
  Promise.resolve(app.request(path, { method: 'POST', headers: call.headers, body: call.body }));
const message = (): SignedCall => signedCall(messageEvent({ from: { open_id: 'ou_1' }, at: NOW, text: '请假' }), NOW);

describe('the Feishu webhook', () => {
  test('hands a signed message on and answers 200 with an empty object', async () => {
    const response = await post(message());
    expect([response.status, await response.text()]).toEqual([200, '{}']);
    expect(accepted).toMatchObject([{ text: '请假', user: { ids: ['ou_1'] } }]);
  });

  test('answers a press with what the bot says of it', async () => {
    receipt = { toast: { level: 'warning', text: '该事项已由钱立群于3月2日同意' } };
    const response = await post(
      signedCall(pressEvent({ by: { open_id: 'ou_1' }, at: NOW, value: { d: 7, b: '同意' } }), NOW),
    );
    expect(await response.json()).toEqual({ toast: { type: 'warning', content: '该事项已由钱立群于3月2日同意' } });
    expect(accepted).toMatchObject([{ press: { delivery: 7, label: '同意' } }]);
  });

  test('answers the URL check', async () => {
    const response = await post(urlCheck('abc'));
    expect([response.status, await response.json()]).toEqual([200, { challenge: 'abc' }]);
    expect(accepted).toEqual([]);
  });

  test('answers 503 when nothing was stored, so that the platform comes again', async () => {
    broken = new Error('disk full');
    expect((await post(message())).status).toBe(503);
  });

  test('refuses a forged call with 401, counts it and hands nothing on', async () => {
    const call = message();
    const response = await post({ ...call, body: call.body.replace('"encrypt"', '"encrypt" ') });
    expect(response.status).toBe(401);
    expect(accepted).toEqual([]);
    expect(metrics.render()).toContain('webhook_refused_total{channel="feishu",reason="signature"} 1');
  });

  test('refuses 300 KiB, announced or streamed', async () => {
    const body = 'x'.repeat(300 * 1024);
    expect((await post({ headers: { 'content-length': String(body.length) }, body })).status).toBe(413);
    const stream = new Blob([body]).stream();
    const request = new Request('http://bot/webhook/feishu/linzi', {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect((await app.request(request)).status).toBe(413);
  });

  test('is not there for a district without keys, an unknown one, or a platform to come', async () => {
    expect((await post(message(), '/webhook/feishu/laiwu')).status).toBe(404);
    expect((await post(message(), '/webhook/feishu/nowhere')).status).toBe(404);
    expect((await post(message(), '/webhook/dingtalk/linzi')).status).toBe(404);
    expect((await app.request('/webhook/wecom/linzi')).status).toBe(404);
  });

  test('has no other method', async () => {
    expect((await app.request('/webhook/feishu/linzi')).status).toBe(405);
  });
});

describe('for those who run it', () => {
  test('healthz is always well, readyz says what is missing', async () => {
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(200);
    reasons = ['数据库不可写'];
    const response = await app.request('/readyz');
    expect([response.status, await response.text()]).toEqual([503, '数据库不可写\n']);
  });

  test('metrics are Prometheus text, declared before they count', async () => {
    metrics.gauge('outbox_uncertain', 'Sends of unknown outcome', () => 2, { district: 'linzi' });
    await post(message());
    const response = await app.request('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    expect(text).toContain('# TYPE webhook_refused_total counter\n');
    expect(text).toContain('webhook_accepted_total{channel="feishu"} 1\n');
    expect(text).toContain(
      '# HELP outbox_uncertain Sends of unknown outcome\n# TYPE outbox_uncertain gauge\noutbox_uncertain{district="linzi"} 2\n',
    );
  });

  test('the console is mounted, and what is nowhere is 404', async () => {
    expect(await (await app.request('/')).text()).toBe('控制台');
    expect((await app.request('/nowhere')).status).toBe(404);
  });
});
