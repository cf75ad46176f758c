/** Cards after a decision: everybody who has one sees what became of the matter; who is called to it, and who only told. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Dispatch } from '../../src/channels/channel.ts';
import { MemoryDistrict } from '../support/memory-district.ts';

const ACCOUNTS = { a_head: 'head-slj', a_deputy: 'dep-water', a_director: 'office-director', a_mayor: 'mayor' };
const AT = '2026-03-02T09:05:00+08:00';
const FILED = '《关于做好春灌工作的通知》拟以区政府名义印发，请送签发';

let place: MemoryDistrict;

beforeEach(async () => {
  place = new MemoryDistrict(ACCOUNTS, AT);
  await place.start();
});
afterEach(() => place.stop());

/** What an account sees: its messages, each as it looks now. */
async function screen(account: string): Promise<Dispatch[]> {
  await place.heard(account);
  const shown = new Map<number, Dispatch>();
  for (const { to, dispatch } of place.sent) if (to === account) shown.set(dispatch.id, dispatch);
  return [...shown.values()];
}

async function press(account: string, label: string, note?: string): Promise<void> {
  const card = (await screen(account)).findLast((d) => d.deliveries[0].buttons.includes(label));
  if (!card) throw new Error(`${account} has no ${label}`);
  await place.say(account, '', { text: undefined, press: { delivery: card.id, label, note } });
}

const cardOf = async (account: string, status: string): Promise<Dispatch | undefined> =>
  (await screen(account)).find((d) => d.deliveries[0].status === status);

describe('after a consent', () => {
  test("the applicant's card and those of who consented before show it", async () => {
    await place.say('a_head', FILED);
    expect((await cardOf('a_head', 'submitted'))?.progress).toBeUndefined();
    await press('a_deputy', '同意');
    expect((await cardOf('a_head', 'submitted'))?.progress).toEqual(['03-02 09:05 周海涛：同意']);
    expect((await cardOf('a_director', 'to-approve'))?.progress).toEqual(['03-02 09:05 周海涛：同意']);
    place.pass(60_000);
    await press('a_director', '同意');
    const both = ['03-02 09:05 周海涛：同意', '03-02 09:06 郑志强：同意'];
    expect((await cardOf('a_head', 'submitted'))?.progress).toEqual(both);
    expect((await cardOf('a_deputy', 'to-approve'))?.progress).toEqual(both.slice(1));
    expect((await cardOf('a_mayor', 'to-approve'))?.progress).toEqual(both);
  });

  test('a card is replaced, never sent again beside the old one', async () => {
    await place.say('a_head', FILED);
    await press('a_deputy', '同意');
    await place.heard('a_head');
    const copies = place.sent.filter((s) => s.dispatch.deliveries[0].status === 'submitted');
    expect(copies.map((s) => s.dispatch.replaces)).toEqual([undefined, copies[0] && `m${copies[0].dispatch.id}`]);
  });
});

test('a consent taken back is gone from the cards that showed it', async () => {
  await place.say('a_head', FILED);
  await press('a_deputy', '同意');
  await place.heard('a_head');
  await place.say('a_deputy', '按错了，撤回刚才的同意');
  expect((await cardOf('a_head', 'submitted'))?.progress).toBeUndefined();
  expect((await cardOf('a_deputy', 'to-approve'))?.outcome).toBeUndefined();
  expect((await cardOf('a_director', 'to-approve'))?.outcome).toBe('该事项已撤回或终止');
});

test('a refusal is on the card of whoever had agreed', async () => {
  await place.say('a_head', FILED);
  await press('a_deputy', '同意');
  await press('a_director', '不同意', '请先会签财政局');
  expect((await cardOf('a_deputy', 'to-approve'))?.progress).toEqual(['03-02 09:05 郑志强：不同意']);
});

test('a withdrawal takes the buttons away and is on the card of whoever withdrew', async () => {
  await place.say('a_head', FILED);
  await place.heard('a_deputy');
  await place.say('a_head', '撤回公文');
  expect((await cardOf('a_deputy', 'to-approve'))?.outcome).toBe('该事项已撤回或终止');
  expect((await cardOf('a_head', 'submitted'))?.progress).toEqual(['该事项已撤回']);
});

test('a card that was on its way while something was decided is replaced afterwards', async () => {
  place.respond = ({ id, deliveries: [{ status }] }) =>
    status === 'submitted' ? { kind: 'retry', reason: 'busy', afterMs: 40 } : { kind: 'sent', messageId: `m${id}` };
  await place.say('a_head', FILED);
  const { store } = place.district;
  await expect.poll(() => store.outbox.ofRecipient('dep-water').some((row) => row.state === 'sent')).toBe(true);
  place.respond = ({ id }) => ({ kind: 'sent', messageId: `m${id}` });
  place.pass(60_000);
  await press('a_deputy', '同意');
  expect((await cardOf('a_head', 'submitted'))?.progress).toHaveLength(1);
});

describe('a matter that its applicant marked urgent', () => {
  test('calls whoever has to do something, and nobody else', async () => {
    await place.say('a_head', `急件：${FILED}`);
    expect(await cardOf('a_deputy', 'to-approve')).toMatchObject({ urgent: true });
    expect((await cardOf('a_head', 'submitted'))?.urgent).toBeUndefined();
  });

  test('calls nobody twice: a replaced card is no new one', async () => {
    await place.say('a_head', `急件：${FILED}`);
    await press('a_deputy', '同意');
    await press('a_director', '同意');
    await place.heard('a_deputy');
    const called = place.sent.filter((s) => s.to === 'a_deputy' && s.dispatch.urgent);
    expect(called).toHaveLength(1);
  });
});

test('an ordinary matter calls nobody', async () => {
  await place.say('a_head', FILED);
  expect((await cardOf('a_deputy', 'to-approve'))?.urgent).toBeUndefined();
});

test('a paper that was drawn up goes along to those whom its matter asks something of', async () => {
  await place.stop();
  place = new MemoryDistrict({ ...ACCOUNTS, a_office: 'gov-office' }, AT, 'feishu', 'zhangdian');
  await place.start();
  await place.say('a_head', '因水库突发险情，我今天紧急赴济南协调，由副局长马志远代为主持工作，请准予请假');
  const [paper, ...more] = (await cardOf('a_office', 'to-note'))?.enclosures ?? [];
  expect(more).toEqual([]);
  expect(paper?.name).toMatch(/\.docx$/);
  expect(
    Buffer.from((await paper?.load()) ?? [])
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect((await cardOf('a_head', 'submitted'))?.enclosures).toBeUndefined();
});
