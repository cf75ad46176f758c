import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, decode, dispatch, hear, setUp } from '../../support/dingtalk-channel.ts';
import { cardCall, cardPress, eventCall, openAnswer, robotCall, robotMessage } from '../../support/dingtalk-events.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.platform.close());

describe('the webhook', () => {
  test('says nothing into the chat', () => {
    expect(bench.text.acknowledge(hear(bench, { url: bench.platform.session('s') }), {}).body).toBe(
      '{"msgtype":"empty"}',
    );
  });

  test('answers a press with the card as it looks from now on and a line for whoever pressed', () => {
    const outcome = decode(
      bench.cards,
      cardCall(cardPress({ by: 'li', trackId: '7.approve.k1', params: { label: '同意' } }), bench.now),
      bench.now,
    );
    if (outcome.kind !== 'events') throw new Error(outcome.kind);
    const toast = { level: 'success', text: '已记录' } as const;
    const reply = bench.cards.acknowledge(outcome.events, { toast, card: dispatch('li', { outcome: '钱立群：同意' }) });
    expect(JSON.parse(reply.body)).toMatchObject({
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { button0: '', outcome: '钱立群：同意' } },
      userPrivateData: { cardParamMap: { tip: '已记录' } },
    });
    expect(bench.cards.acknowledge(outcome.events, {}).body).toBe('{}');
  });

  test('20,000 broken bodies under right signatures do not crash it', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48271) % 0x7fffffff;
      return seed % below;
    };
    const whole = [
      robotCall(
        robotMessage({ from: 'li', at: bench.now, text: '请假', session: { url: bench.platform.session('s') } }),
        bench.now,
      ),
      cardCall(cardPress({ by: 'li', trackId: '7.approve.k1', params: { label: '同意' } }), bench.now),
    ];
    for (let n = 0; n < 20_000; n++) {
      const call = whole[n % 2] ?? whole[0];
      const bytes = Buffer.from(call?.body ?? '');
      for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256);
      const kept = bytes.subarray(0, random(8) === 0 ? random(bytes.length) : bytes.length);
      const body = random(8) === 0 ? kept.toString('latin1') : kept.toString();
      expect(() => decode(bench.cards, { headers: call?.headers ?? {}, body }, bench.now)).not.toThrow();
    }
  });

  test('answers an event of the organisation encrypted, and stores nothing', () => {
    const outcome = decode(bench.text, eventCall({ EventType: 'user_add_org', UserId: ['x'] }, bench.now), bench.now);
    if (outcome.kind !== 'ignored') throw new Error(outcome.kind);
    expect(openAnswer(outcome.reply.body)).toBe('success');
  });

  test('tells of those who have left, each once, and answers with the same encrypted success', () => {
    const left = { EventType: 'user_leave_org', UserId: ['li', 'wu'], TimeStamp: String(bench.now), CorpId: 'ding1' };
    const first = decode(bench.text, eventCall(left, bench.now), bench.now);
    if (first.kind !== 'events') throw new Error(first.kind);
    expect(first.events).toMatchObject([
      { user: { ids: ['li'] }, departed: true },
      { user: { ids: ['wu'] }, departed: true },
    ]);
    expect(openAnswer(first.reply?.body ?? '')).toBe('success');
    const again = decode(bench.text, eventCall(left, bench.now + 60_000), bench.now + 60_000);
    expect(again).toMatchObject({ events: first.events.map(({ ids }) => ({ ids })) });
  });
});
