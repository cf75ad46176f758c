import { describe, expect, test } from 'vitest';
import { type Row, read, say, table } from './table.ts';

describe('what is no time', () => {
  table('numbers, places, papers, people', [
    ['mar', '请到5号楼302室', ''],
    ['mar', '3号会议室', ''],
    ['mar', '临政办字〔2026〕5号', ''],
    ['mar', '鲁政发[2025]12号文件', ''],
    ['mar', '第四十三条第二款怎么规定', ''],
    ['mar', '全国第3届运动会', ''],
    ['mar', '拨款3.5万元', ''],
    ['mar', '电话13805331234', ''],
    ['mar', '0533-2345678', ''],
    ['mar', '五名同志参加', ''],
    ['mar', '提三点意见', ''],
    ['mar', '请快一点', ''],
    ['mar', '增长3.5%', ''],
    ['mar', '三分之二以上同意', ''],
    ['mar', '2/3以上同意', ''],
    ['mar', '周海涛同志', ''],
    ['mar', '李国庆参加', ''],
    ['mar', '二楼东侧会议室', ''],
    ['mar', '日常工作照常', ''],
    ['mar', '1号议题由财政局汇报', ''],
    ['mar', '各位早上好', ''],
    ['mar', '工作日正常上班', ''],
    ['mar', '3年级学生', ''],
    ['mar', '第3天', ''],
    ['mar', '乘G1234次列车', ''],
    ['mar', '五一路23号', ''],
    ['mar', '12345热线', ''],
    ['mar', '世界水日宣传活动', ''],
    ['mar', '雨水管网改造', ''],
    ['mar', '风清气正、政治清明', ''],
    ['mar', '五年规划', ''],
    ['mar', '年终总结', ''],
    ['mar', '出席人数应超过应到人数的1/2', ''],
    ['mar', '青龙山三号工程', ''],
    ['mar', '中央一号文件', ''],
  ]);
  table('vague', [
    ['mar', '我想请几天假', '?'],
    ['mar', '过两天再报', '?'],
    ['mar', '改天再议', '?'],
    ['mar', '月底前后', '?'],
    ['mar', '近期安排', '?'],
    ['mar', '3至5天', '?'],
    ['mar', '尽快办理', '?'],
  ]);
});

describe('faults', () => {
  table('are marked', [
    ['mar', '2月30日请假', '!no-such-date '],
    ['mar', '2026年2月29日', '!no-such-date '],
    ['mar', '2026-02-30', '!no-such-date '],
    ['mar', '13月5日', '!no-such-date '],
    ['mar', '3月32日', '!no-such-date '],
    ['mar', '2月30日至3月2日', '!no-such-date /'],
    ['mar', '明天到昨天', '!end-before-start 2026-03-03/2026-03-01'],
    ['mar', '3月9日至3月5日外出', '!end-before-start 2026-03-09/2026-03-05'],
    ['mar', '3月9日至5日', '!end-before-start 2026-03-09/2026-03-05'],
    ['mar', '3月5日（周一）请假', '!weekday-mismatch 2026-03-05'],
    ['mar', '3月5日（下周四）请假', '!weekday-mismatch 2026-03-05'],
    ['mar', '明天下午4点至明天下午2点', '!end-before-start 2026-03-03T16:00/2026-03-03T14:00'],
  ]);
});

describe('backward', () => {
  const rows: Row[] = [
    ['mar', '3月1日我在东岭镇调研', '2026-03-01'],
    ['mar', '3月5日我在东岭镇调研', '2025-03-05'],
    ['mar', '2月26日至27日调研', '2026-02-26/2026-02-27'],
    ['mar', '12月30日至1月2日', '2025-12-30/2026-01-02'],
    ['mar', '周五去的', '2026-02-27'],
    ['mar', '28日调研', '2026-02-28'],
    ['mar', '上周四', '2026-02-26'],
    ['mar', '2026年2月10日', '2026-02-10'],
  ];
  test.each(rows)('a bare date is the last that is not future: [%s] %s', (ref, text, meaning) => {
    expect(read(ref, text, true).map(say).join(' ')).toBe(meaning);
  });
});

describe('what was said and what was inferred', () => {
  test('are kept apart', () => {
    expect(read('mar', '3月5日')[0]).toMatchObject({ said: ['month', 'day'], inferred: ['year'] });
    expect(read('mar', '5号')[0]).toMatchObject({ said: ['day'], inferred: ['year', 'month'] });
    expect(read('mar', '2026年3月5日9时')[0]).toMatchObject({ said: ['year', 'month', 'day', 'time'], inferred: [] });
    expect(read('mar', '周四')[0]).toMatchObject({ said: ['weekday'], inferred: ['year', 'month', 'day'] });
  });

  test('a weekday that is only right for the last such date makes it that one', () => {
    expect(read('tue', '3月5日（周四）').map(say)).toEqual(['!weekday-mismatch 2027-03-05']);
    expect(read('tue', '11月5日（周四）').map(say)).toEqual(['2026-11-05']);
  });

  test('a year in a title is marked', () => {
    const [date, year] = read('mar', '提请3月20日会议研究《2026年防汛安排》');
    expect(date?.title).toBeUndefined();
    expect(year).toMatchObject({ text: '2026年', title: true });
  });
});
