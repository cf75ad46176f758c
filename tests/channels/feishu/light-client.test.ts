/** The client without the SDK says to the platform what the one with it says. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFeishuApi, type FeishuApi } from '../../../src/channels/feishu/client.ts';
import { createLightFeishuApi } from '../../../src/channels/feishu/light-client.ts';
import { FEISHU_KEYS } from '../../support/feishu-events.ts';
import { FeishuPlatform } from '../../support/feishu-platform.ts';

const TO = { type: 'open_id', id: 'ou_1' } as const;
const TEXT = { msg_type: 'text', content: '{"text":"甲"}' } as const;
const CARD = { msg_type: 'interactive', content: '{"elements":[]}' } as const;

let platform: FeishuPlatform;
let app: { appId: string; appSecret: string; baseUrl: string };

beforeEach(async () => {
  platform = new FeishuPlatform();
  app = { ...FEISHU_KEYS, baseUrl: await platform.listen() };
});
afterEach(() => platform.close());

/** Everything once; what the platform answered and what it got. */
async function everything(api: FeishuApi): Promise<unknown> {
  const answers = [
    await api.botOpenId(),
    await api.create(TO, TEXT, 'k1'),
    await api.create({ type: 'chat_id', id: 'oc_1' }, CARD, 'k2'),
    await api.create(TO, TEXT, 'k1'),
    await api.patch('om_2', '{"elements":[1]}'),
    await api.urge('om_2', TO),
    await api.urge('om_2', { type: 'chat_id', id: 'oc_1' }),
    typeof (await api.upload('请假报告.docx', new Uint8Array([1, 2, 3]))),
  ];
  const { messages, calls, tokenCalls } = platform;
  return { answers, calls, tokenCalls, messages: messages.map(({ at: _, ...message }) => message) };
}

test('it makes the same calls, and answers the same', async () => {
  const light = await everything(createLightFeishuApi(app, Date.now));
  await platform.close();
  platform = new FeishuPlatform();
  app = { ...app, baseUrl: await platform.listen() };
  expect(light).toEqual(await everything(createFeishuApi(app, Date.now)));
});

describe('the tenant token', () => {
  test('is fetched once for ten parallel first calls', async () => {
    const api = createLightFeishuApi(app, Date.now);
    await Promise.all(Array.from({ length: 10 }, (_, i) => api.create(TO, TEXT, `k${i}`)));
    expect([platform.tokenCalls, platform.messages.length]).toEqual([1, 10]);
  });

  test('refused by the platform is fetched anew, and the message arrives once', async () => {
    const api = createLightFeishuApi(app, Date.now);
    await api.create(TO, TEXT, 'k1');
    platform.killTokens();
    await api.create(TO, TEXT, 'k2');
    expect([platform.tokenCalls, platform.messages.length]).toEqual([2, 2]);
  });

  test('that is not given for a wrong secret means that nothing has left, and the secret is not told', async () => {
    const api = createLightFeishuApi({ ...app, appSecret: 'wrong-secret' }, Date.now);
    const error: unknown = await api.create(TO, TEXT, 'k1').catch((e: unknown) => e);
    expect(error).toMatchObject({ neverLeft: true });
    expect(String(error)).not.toContain('wrong-secret');
  });
});
