import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../commands/punctuation.ts';

describe('isQuestion', () => {
  it('tells how many days ahead or after, which is asked, from the last few days, which are told', () => {
    expect(isQuestion('提交常务会的议题要提前几个工作日报？')).toBe(true);
    expect(isQuestion('纪要会后几天印发')).toBe(true);
    expect(isQuestion('请把前几天的纪要送签发')).toBe(false);
    expect(isQuestion('后几项请于5月20日前完成')).toBe(false);
  });
});
