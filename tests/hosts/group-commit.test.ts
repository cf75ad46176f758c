import { expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { createGroupCommit } from '../../src/hosts/group-commit.ts';

function setUp() {
  const store = openStore(openDatabase(':memory:').db);
  const transactions: string[] = [];
  const slowed: string[] = [];
  const commit = createGroupCommit({
    store: {
      transaction: (work) => {
        transactions.push('transaction');
        return store.transaction(work);
      },
      savepoint: (work) => {
        transactions.push('savepoint');
        return store.savepoint(work);
      },
    },
    now: () => 0,
    onSlowed: () => slowed.push('slowed'),
  });
  const put = (key: string): string => {
    store.meta.set(key, 'put');
    return key;
  };
  return { store, commit, put, transactions, slowed };
}

test('what arrives together is one transaction', async () => {
  const { store, commit, put, transactions } = setUp();
  const answers = await Promise.all(['a', 'b', 'c'].map((key) => commit.submit(() => put(key))));
  expect(answers).toEqual(['a', 'b', 'c']);
  expect(transactions).toEqual(['transaction']);
  expect(store.meta.get('c')).toBe('put');
});

test('a flood of one sender is stored whole, and whoever comes meanwhile waits for one commit', async () => {
  const { store, commit, put, transactions, slowed } = setUp();
  const flood = Array.from({ length: 300 }, (_, n) => commit.submit(() => put(`flood${n}`), 'flooder'));
  await flood[0];
  expect(transactions).toHaveLength(1);
  await commit.submit(() => put('other'), 'other');
  expect(transactions).toHaveLength(2);
  expect(store.meta.get('flood299')).toBeUndefined();
  await Promise.all(flood);
  expect(store.meta.get('flood299')).toBe('put');
  expect(slowed).toHaveLength(280);
});

test('a piece that fails is undone alone, and is told so alone', async () => {
  const { store, commit, put } = setUp();
  const answers = await Promise.allSettled([
    commit.submit(() => put('before')),
    commit.submit(() => {
      put('bad');
      throw new Error('not this one');
    }),
    commit.submit(() => [put('after'), store.meta.get('bad')]),
  ]);
  expect(answers).toEqual([
    { status: 'fulfilled', value: 'before' },
    { status: 'rejected', reason: new Error('not this one') },
    { status: 'fulfilled', value: ['after', undefined] },
  ]);
  expect(['before', 'bad', 'after'].map((key) => store.meta.get(key))).toEqual(['put', undefined, 'put']);
});

test('what counts is counted once, however often the work was tried', async () => {
  const { store, commit } = setUp();
  const counted = commit.submit(() => store.meta.count('n'));
  const failed = commit.submit(() => {
    throw new Error('again');
  });
  await expect(failed).rejects.toThrow('again');
  expect(await counted).toBe(1);
  expect(await commit.submit(() => store.meta.count('n'))).toBe(2);
});

test('nothing is answered, and everything refused, where the commit fails', async () => {
  const { commit, put } = setUp();
  const failing = createGroupCommit({
    store: {
      transaction: (work) => {
        work();
        throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
      },
      savepoint: (work) => work(),
    },
    now: () => 0,
  });
  const answers = await Promise.allSettled([failing.submit(() => put('x')), failing.submit(() => put('y'))]);
  expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected']);
  expect(failing.isWell()).toBe(false);
  expect(commit.isWell()).toBe(true);
});

test('of many that wait, half share a commit, so that those answered can come again', async () => {
  const { commit, put, transactions } = setUp();
  const all = Array.from({ length: 80 }, (_, n) => commit.submit(() => put(`piece${n}`)));
  await all[39];
  expect(transactions).toHaveLength(1);
  await all[40];
  expect(transactions).toHaveLength(2);
  await Promise.all(all);
  expect(transactions).toHaveLength(4);
});

test('what a piece read or wrote is known to the next one, unless it was undone', async () => {
  const { store, commit } = setUp();
  const write = (hash: string): string => {
    const before = store.audit.head();
    store.audit.add({ at: 0, actor: '', action: '', subject: null, detail: {}, hash });
    store.timers.add({ at: 20, kind: 'held', matter: null, step: null, person: null });
    return before;
  };
  const answers = await Promise.allSettled([
    commit.submit(() => write('first')),
    commit.submit(() => {
      store.timers.add({ at: 10, kind: 'due', matter: null, step: null, person: null });
      const timer = store.timers.nextDue(10);
      store.timers.remove(timer?.id ?? 0);
      expect(store.timers.nextDue(19)).toBeUndefined();
      write('undone');
      throw new Error('not this one');
    }),
    commit.submit(() => write('second')),
    commit.submit(() => store.timers.nextDue(20)?.kind),
  ]);
  expect(answers).toMatchObject([
    { value: '' },
    { reason: new Error('not this one') },
    { value: 'first' },
    { value: 'held' },
  ]);
  // another connection's, or a later transaction's
  store.audit.add({ at: 0, actor: '', action: '', subject: null, detail: {}, hash: 'outside' });
  expect(store.audit.head()).toBe('outside');
  expect(store.timers.nextDue(19)).toBeUndefined();
});
