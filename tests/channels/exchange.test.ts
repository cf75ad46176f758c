/** Calls to platforms: whatever answers, nothing of them goes anywhere else. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { createDingtalkChannel } from '../../src/channels/dingtalk/index.ts';
import { exchange } from '../../src/channels/exchange.ts';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { createWecomChannel } from '../../src/channels/wecom/index.ts';
import { dispatchTo } from '../support/deliveries.ts';
import { DINGTALK_KEYS } from '../support/dingtalk-events.ts';
import { FEISHU_KEYS } from '../support/feishu-events.ts';
import { WECOM_KEYS } from '../support/wecom-events.ts';

const CHANNELS: [string, (baseUrl: string) => Channel][] = [
  ['feishu', (baseUrl) => createFeishuChannel({ ...FEISHU_KEYS, baseUrl }, Date.now)],
  ['dingtalk', (baseUrl) => createDingtalkChannel({ ...DINGTALK_KEYS, baseUrl }, Date.now)],
  ['wecom', (baseUrl) => createWecomChannel({ ...WECOM_KEYS, baseUrl }, Date.now)],
];
const REDIRECTS = [301, 302, 303, 307, 308];

/** Somebody's host that hears of secrets if it is ever called. */
let elsewhere: Server;
/** Stands where a platform should, and sends everybody there. */
let gateway: Server;
let status = 302;
let heard = 0;

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));

beforeAll(async () => {
  elsewhere = createServer((_, res) => {
    heard += 1;
    res.end('{"code":0,"errcode":0,"tenant_access_token":"t","access_token":"t","expire":7200}');
  });
  gateway = createServer((_, res) => res.writeHead(status, { location: addressOf(elsewhere) }).end());
  await listen(elsewhere);
  await listen(gateway);
});
afterAll(() => {
  elsewhere.close();
  gateway.close();
});

describe.each(REDIRECTS)('an answer %i that points elsewhere', (code) => {
  test('is an answer like any other, and is not followed', async () => {
    status = code;
    const answer = await exchange(
      `${addressOf(gateway)}/x`,
      { method: 'POST', body: {} },
      AbortSignal.timeout(5000),
      Date.now,
    );
    expect([answer.status, heard]).toEqual([code, 0]);
  });

  test.each(CHANNELS)('keeps what %s is to be told waiting, and tells the other host nothing', async (_, create) => {
    status = code;
    const channel = create(addressOf(gateway));
    const sent = await channel.encode(dispatchTo('li')).send('k', false);
    expect([sent.kind, heard]).toEqual(['retry', 0]);
  });
});
