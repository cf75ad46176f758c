/** 发送失败、待核实: the office hears of it, and settles it in words. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dispatch, SendResult } from '../../src/channels/channel.ts';
import { MemoryDistrict } from '../support/memory-district.ts';

const AT = '2026-03-02T09:05:00+08:00';
const DAY = 86_400_000;
const RESIGNED: SendResult = { kind: 'final', fault: { code: 'x-1', text: '接收人已离职', concerns: 'receiver' } };
const NO_SCOPE: SendResult = { kind: 'final', fault: { code: 'x-2', text: '应用缺少所需权限', concerns: 'app' } };
const UNKNOWN: SendResult = { kind: 'uncertain', reason: 'timeout' };
const QUESTION = '副区长外出要提前几天报告？';

let place: MemoryDistrict;

beforeEach(async () => {
  place = new MemoryDistrict(
    { a_water: 'dep-water', a_head: 'head-slj', a_office: 'gov-office', a_mayor: 'mayor' },
    AT,
  );
  await place.start();
});
afterEach(() => place.stop());

/** The platform's answer to whatever goes to these accounts. */
function answers(result: SendResult, ...accounts: string[]): void {
  place.respond = ({ id, to }: Dispatch) =>
    to.kind === 'person' && to.ids.some((one) => accounts.includes(one))
      ? result
      : { kind: 'sent', messageId: `m${id}` };
}
const failed = () => place.district.store.outbox.inStates(['failed']);
const uncertain = () => place.district.store.outbox.inStates(['uncertain']);

describe('a message that the platform refuses', () => {
  test('is told to the office: who, what kind, why and what to do, none of its words', async () => {
    answers(RESIGNED, 'a_water');
    await place.say('a_water', QUESTION);
    const [notice, ...more] = await place.heard('a_office');
    expect(more).toEqual([]);
    expect(notice).toMatch(/^发给周海涛的“答复”消息（飞书，第\d+号）未能送达：接收人已离职。请核对其账号/);
    expect(notice).not.toContain('第四十三条');
    expect(failed()).toHaveLength(1);
  });

  test('and the next to the same person are told once a day', async () => {
    answers(RESIGNED, 'a_water');
    for (let i = 0; i < 3; i += 1) await place.say('a_water', QUESTION);
    expect(await place.heard('a_office')).toHaveLength(1);
    place.pass(DAY);
    await place.say('a_water', QUESTION);
    expect(await place.heard('a_office')).toHaveLength(2);
  });

  test('for a fault of the whole app is told once, whoever it was for', async () => {
    answers(NO_SCOPE, 'a_water', 'a_mayor');
    await place.say('a_water', QUESTION);
    await place.say('a_mayor', QUESTION);
    const notices = await place.heard('a_office');
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('npm run doctor');
    expect(failed()).toHaveLength(2);
  });

  test('to the office itself makes no further notice', async () => {
    answers(NO_SCOPE, 'a_water', 'a_office');
    await place.say('a_water', QUESTION);
    expect(await place.heard('a_office')).toEqual([]);
    expect(failed()).toHaveLength(2);
  });

  test('leaves once more when the office says so', async () => {
    answers(RESIGNED, 'a_water');
    await place.say('a_water', QUESTION);
    await place.heard('a_office');
    const [row] = failed();
    answers(RESIGNED);
    await place.say('a_office', `${row?.id}号重新发送`);
    expect(await place.heard('a_water')).toHaveLength(1);
    expect(failed()).toEqual([]);
  });

  test('cannot be called delivered', async () => {
    answers(RESIGNED, 'a_water');
    await place.say('a_water', QUESTION);
    await place.heard('a_office');
    await place.say('a_office', `${failed()[0]?.id}号已送达`);
    expect((await place.heard('a_office')).at(-1)).toContain('被平台拒绝');
    expect(failed()).toHaveLength(1);
  });
});

describe('待核实', () => {
  beforeEach(async () => {
    answers(UNKNOWN, 'a_water');
    await place.say('a_water', QUESTION);
    await place.heard('a_office');
  });

  test('is told to the office with the words that settle it', async () => {
    const [row] = uncertain();
    expect(await place.heard('a_office')).toEqual([
      expect.stringContaining(`回复“${row?.id}号已送达”或“${row?.id}号重新发送”`),
    ]);
    await place.say('a_office', '待核实');
    expect((await place.heard('a_office')).at(-1)).toContain(`${row?.id}号　发给周海涛　答复　飞书`);
  });

  test('is settled as delivered: nothing is sent again, the audit says by whom', async () => {
    await place.say('a_office', `待核实${uncertain()[0]?.id}号已送达`);
    await place.heard('a_office');
    expect(uncertain()).toEqual([]);
    expect(await place.heard('a_water')).toEqual([]);
    expect(place.district.store.audit.page(0, 1)).toMatchObject([{ actor: 'gov-office', action: '核实为已送达' }]);
  });

  test('is settled by sending once more, under a new key', async () => {
    answers(UNKNOWN);
    await place.say('a_office', `第${uncertain()[0]?.id}号，重新发送`);
    expect(await place.heard('a_water')).toHaveLength(1);
    expect(uncertain()).toEqual([]);
  });

  test('is settled at the console', async () => {
    await place.district.settleSend(uncertain()[0]?.id ?? 0, 'sent');
    expect(uncertain()).toEqual([]);
    expect(place.district.store.audit.page(0, 1)).toMatchObject([{ actor: 'console' }]);
  });

  test('is settled by nobody else, and only once', async () => {
    const id = uncertain()[0]?.id;
    await place.say('a_mayor', `${id}号已送达`);
    expect((await place.heard('a_mayor')).at(-1)).toContain('由区政府办公室');
    expect(uncertain()).toHaveLength(1);
    await place.say('a_office', `${id}号已送达`);
    await place.say('a_office', `${id}号重新发送`);
    expect((await place.heard('a_office')).at(-1)).toContain('不在待核实或发送失败之列');
    expect(await place.heard('a_water')).toEqual([]);
  });
});
