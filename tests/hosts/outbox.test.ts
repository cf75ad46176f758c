/** The outbox table as the sender sees it: whose turn it is, digests, cards that are replaced. */
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openStore, type Store } from '../../db/store.ts';
import type { NewOutboxRow } from '../../db/verbs/outbox.ts';
import { Roster } from '../../src/core/roster.ts';
import { createOutbox } from '../../src/hosts/outbox.ts';
import type { Outbox, OutboxRow } from '../../src/sender/outbox.ts';

const AT = Date.parse('2026-03-02T09:00:00+08:00');
const NOBODY: ReadonlySet<string> = new Set();
const PEOPLE = ['mayor', 'water', 'office'];

let store: Store;
let outbox: Outbox;

beforeEach(() => {
  store = openStore(openDatabase(':memory:').db);
  const roster = new Roster({
    district: 'linzi',
    name: '临淄区',
    people: PEOPLE.map((id) => ({ id, name: id, position: 'staff', unit: '区政府办公室' })),
    bodies: {},
    channels: { feishu: Object.fromEntries(PEOPLE.map((id) => [`u_${id}`, id])) },
  });
  const commit = { isWell: () => true, submit: async <R>(work: () => R): Promise<R> => store.transaction(work) };
  outbox = createOutbox(store, () => roster, commit);
});

function add(to: string, more: Partial<NewOutboxRow> = {}, dueAt = AT): void {
  const row = { at: AT, to, status: 'notice', about: 'leave', text: `给${to}`, clauses: [], quotes: [] } as const;
  const sending = { buttons: [], channel: 'feishu', state: 'pending', attempts: 0 } as const;
  store.outbox.add({ ...row, ...sending, clauses: [], quotes: [], buttons: [], ...more }, dueAt);
}

const claim = (now = AT, receivers = 10, busy = NOBODY): readonly OutboxRow[] =>
  outbox.claimDue('feishu', now, receivers, busy);
const receivers = (rows: readonly OutboxRow[]): string[] => [...new Set(rows.map((row) => row.receiver))];
const ids = (rows: readonly OutboxRow[]): number[] => rows.map((row) => row.id);

async function send(row: OutboxRow | undefined, platformId: string, at = AT): Promise<void> {
  if (!row) throw new Error('nothing was claimed');
  await outbox.markSending(row, `key-${row.id}-${at}`, at);
  await outbox.markSent(row, platformId, at);
}

describe('whose turn it is', () => {
  test("somebody's backlog that backs off holds up nobody else", async () => {
    for (let i = 0; i < 2000; i += 1) add('mayor');
    const [first] = claim();
    if (!first) throw new Error('nothing');
    await outbox.markSending(first, 'k', AT);
    await outbox.retryAt(first, AT + 30_000, 'limit', 'k');
    add('water');
    expect(receivers(claim(AT + 1))).toEqual(['water']);
    expect(claim(AT + 30_000).find((row) => row.receiver === 'mayor')).toMatchObject({ id: 1, key: 'k', attempts: 1 });
  });

  test('those who are being served are left out', () => {
    add('mayor');
    add('water');
    expect(receivers(claim(AT, 10, new Set(['mayor'])))).toEqual(['water']);
  });

  test('who was served goes to the end of the queue', async () => {
    for (const to of ['mayor', 'mayor', 'water']) add(to);
    await send(claim(AT, 1)[0], 'om_1', AT + 5);
    expect(receivers(claim(AT + 5, 1))).toEqual(['water']);
  });

  test("a receiver's rows come in order, without a gap", () => {
    for (const to of ['mayor', 'water', 'mayor', 'mayor']) add(to);
    expect(ids(claim(AT, 1))).toEqual([1, 3, 4]);
  });

  test('an empty queue is never due, a later first send is', async () => {
    add('mayor', {}, AT + 20_000);
    expect(claim()).toEqual([]);
    expect(outbox.nextDue()).toBe(AT + 20_000);
    await send(claim(AT + 20_000)[0], 'om_1');
    expect(outbox.nextDue()).toBeNull();
  });

  test('after a crash what was under way is due again, with its key', async () => {
    add('mayor');
    const [row] = claim();
    if (!row) throw new Error('nothing');
    await outbox.markSending(row, 'k', AT);
    expect(claim()).toEqual([]);
    await outbox.recover(AT + 1);
    expect(claim(AT + 1)).toMatchObject([{ id: 1, key: 'k', attempts: 1 }]);
  });

  test('a receiver without an account fails, and nobody else', async () => {
    add('stranger-to-feishu');
    add('water');
    expect(receivers(claim())).toEqual(['water']);
    expect(store.outbox.get(1)).toMatchObject({ state: 'failed' });
    expect(receivers(claim())).toEqual(['water']);
  });
});

describe('a digest', () => {
  test('takes the reminders that wait one after another, and shares what becomes of them', async () => {
    for (let i = 0; i < 7; i += 1) add('mayor', { status: 'reminder' });
    add('mayor');
    const [digest] = claim();
    expect(digest?.dispatch.deliveries).toHaveLength(7);
    await send(digest, 'om_1');
    for (let id = 1; id <= 7; id += 1)
      expect(store.outbox.get(id)).toMatchObject({ state: 'sent', platformId: 'om_1', attempts: 1 });
    expect(ids(claim())).toEqual([8]);
  });

  test('that may have arrived comes again as it was, without what was added since', async () => {
    for (let i = 0; i < 2; i += 1) add('mayor', { status: 'reminder' });
    const [digest] = claim();
    if (!digest) throw new Error('nothing');
    await outbox.markSending(digest, 'k', AT);
    await outbox.retryAt(digest, AT, 'timeout', 'k');
    add('mayor', { status: 'reminder' });
    expect(claim().map((row) => [row.key, row.dispatch.deliveries.length])).toEqual([
      ['k', 2],
      [null, 1],
    ]);
  });
});

describe('at night', () => {
  const at = (time: string): number => Date.parse(`2026-03-02T${time}:00+08:00`);
  const MORNING = Date.parse('2026-03-03T07:30:00+08:00');

  test('nobody is reminded, and everything else goes on', async () => {
    add('mayor', { status: 'reminder' }, at('20:59'));
    expect(ids(claim(at('20:59')))).toEqual([1]);
    add('mayor', {}, at('21:00'));
    expect(ids(claim(at('21:00')))).toEqual([2]);
    await send(claim(at('21:00'))[0], 'om_2', at('21:00'));
    expect(claim(at('21:00'))).toEqual([]);
    expect(outbox.nextDue()).toBe(MORNING);
    add('mayor', {}, at('23:10'));
    expect(outbox.nextDue()).toBe(at('23:10'));
    expect(ids(claim(at('23:10')))).toEqual([3]);
    await send(claim(at('23:10'))[0], 'om_3', at('23:10'));
    expect(ids(claim(MORNING - 1))).toEqual([]);
    expect(ids(claim(MORNING))).toEqual([1]);
  });

  test('who is being backed off from stays so, whatever comes in', async () => {
    add('mayor');
    const [row] = claim(at('22:00'));
    if (!row) throw new Error('nothing');
    await outbox.markSending(row, 'k', at('22:00'));
    await outbox.retryAt(row, at('22:30'), '429', null);
    add('mayor', {}, at('22:01'));
    expect(outbox.nextDue()).toBe(at('22:30'));
  });

  test('a reminder that may have left already is repeated while its key counts', async () => {
    add('mayor', { status: 'reminder' });
    const [row] = claim(at('20:59'));
    if (!row) throw new Error('nothing');
    await outbox.markSending(row, 'k', at('20:59'));
    await outbox.retryAt(row, at('21:01'), 'timeout', 'k');
    expect(claim(at('21:01'))).toMatchObject([{ id: 1, key: 'k' }]);
  });
});

describe('a card', () => {
  const card = { status: 'to-approve', buttons: ['同意', '不同意'], step: 1 } as const;

  function openStep(): number {
    const step = { matter: 'leave-1', stage: 0, ask: 'approve', party: 'named', state: 'open', openedAt: AT } as const;
    return store.steps.add(step, ['mayor', 'water', 'office']);
  }
  function decide(step: number, except?: number): void {
    store.steps.decide(step, { state: 'done', at: AT, by: 'mayor', outcome: '同意', note: null });
    store.queues.reopen(step, except, AT);
  }

  test('is replaced once somebody else has decided; the one that was pressed is not', async () => {
    const step = openStep();
    for (const to of PEOPLE) add(to, { ...card, buttons: [...card.buttons], step });
    for (const row of claim()) await send(row, `om_${row.id}`);
    decide(step, 1);
    const due = claim().toSorted((a, b) => a.id - b.id);
    expect(due.map((row) => [row.id, row.dispatch.replaces])).toEqual([
      [2, 'om_2'],
      [3, 'om_3'],
    ]);
    expect(due[0]?.dispatch.outcome).toContain('同意');
    for (const row of due) await send(row, `om_${row.id}`);
    expect(outbox.nextDue()).toBeNull();
  });

  test('decided while it was on its way is replaced afterwards', async () => {
    const step = openStep();
    add('water', { ...card, buttons: [...card.buttons], step });
    const [row] = claim();
    if (!row) throw new Error('nothing');
    await outbox.markSending(row, 'k', AT);
    decide(step);
    await outbox.markSent(row, 'om_1', AT);
    expect(claim()).toMatchObject([{ id: 1, key: null, dispatch: { replaces: 'om_1' } }]);
  });

  test('that can no longer be replaced stays sent', async () => {
    const step = openStep();
    add('water', { ...card, buttons: [...card.buttons], step });
    await send(claim()[0], 'om_1');
    decide(step);
    const [row] = claim();
    if (!row) throw new Error('nothing');
    await outbox.markFinal(row, { code: 'too-old', text: '卡片已过期', concerns: 'content' }, AT);
    expect(store.outbox.get(1)).toMatchObject({ state: 'sent', platformId: 'om_1' });
    expect(claim()).toEqual([]);
  });
});
