import { describe, expect, test } from 'vitest';
import { readStated } from '../../commands/papers/stated.ts';
import type { Precondition } from '../../src/rules/terms.ts';

const STEPS: readonly (readonly [Precondition, string])[] = [
  ['legality-review', '合法性审查'],
  ['legality-review', '法审'],
  ['fair-competition-review', '公平竞争审查'],
  ['risk-assessment', '风险评估'],
  ['stability-assessment', '社会稳定风险评估'],
  ['expert-argument', '专家论证'],
  ['consult-departments', '部门意见'],
  ['countersign', '会签'],
  ['seal', '公章'],
  ['office-review', '办公室审核'],
  ['executive-meeting', '常务会'],
  ['public-comment', '公开征求意见'],
  ['argument', '可行性论证'],
];
const LEFT_OUT =
  'X没做 X没弄 X还没做 X不做了 X就不做了 X免了 X省了 X没来得及做 X来不及了 X等签完再补 X后补 X跳过了 X先跳过 没做X 还没X 未经X 不做X了 跳过X X先不做 X回头再补 X以后再说 不走X X没过 X没通过 X这次就算了'.split(
    ' ',
  );
const DONE = 'X做了 X已完成 X做完了 X都做好了 已经X X过了 X通过了 已完成X 经过X X弄好了 X搞完了 X都有了 X走完了'.split(
  ' ',
);

describe('前置程序：说没做的是没做，说做了的是做了', () => {
  for (const [step, word] of STEPS) {
    test.each(LEFT_OUT)(`${word} %s`, (phrase) => {
      const stated = readStated(phrase.replace('X', word));
      expect([stated.undone.has(step), stated.done.has(step)]).toEqual([true, false]);
    });
    test.each(DONE)(`${word} %s`, (phrase) => {
      const stated = readStated(phrase.replace('X', word));
      expect([stated.undone.has(step), stated.done.has(step)]).toEqual([false, true]);
    });
  }
});
