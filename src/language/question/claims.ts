import { NUMERALS, readNumber } from '../numbers.ts';

/** What a number in a question counts. */
export type ClaimUnit =
  | 'day'
  | 'workday'
  | 'week'
  | 'month'
  | 'year'
  | 'half-year'
  | 'people'
  | 'percent'
  | 'times'
  | 'thing'
  | 'character';

/** A number that the asker brings along: 5个工作日, 应到6人, 半年. */
export interface Claim {
  value: number;
  unit: ClaimUnit;
  text: string;
  from: number;
  to: number;
}

const UNITS: readonly [RegExp, ClaimUnit][] = [
  [/^个?工作日/, 'workday'],
  [/^(?:天|日(?!常))/, 'day'],
  [/^个?(?:星期|礼拜|周)/, 'week'],
  [/^个?月/, 'month'],
  [/^年/, 'year'],
  [/^(?:%|％)/, 'percent'],
  [/^(?:次|回)/, 'times'],
  [/^(?:个人|人|位|名|个领导|个委员)/, 'people'],
  [/^字/, 'character'],
  [/^(?:件|项|种|个)/, 'thing'],
];
const NUMBER = new RegExp(`\\d{1,5}|[${NUMERALS}]{1,6}|半`, 'g');
const TENTHS = /^成/;

/** The numbers of a text with their units, in order; calendar dates (3月5日) and clause numbers are none. */
export function readClaims(text: string): Claim[] {
  const found: Claim[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const from = m.index;
    const end = from + m[0].length;
    if (/[第月周期\d./-]$/.test(text.slice(Math.max(0, from - 1), from))) continue;
    const after = text.slice(end, end + 4).replace(/^个半/, '个');
    if (m[0] === '半') {
      const half = /^个?(年|月|天|数|成)/.exec(after);
      if (half?.[1] === '年') found.push({ value: 6, unit: 'month', text: '半年', from, to: end + half[0].length });
      continue;
    }
    const whole = readNumber(m[0]);
    if (whole === null) continue;
    // 一个半月
    const half = /^个半(?=月|小时)/.exec(text.slice(end));
    const value = half ? whole + 0.5 : whole;
    if (text.slice(Math.max(0, from - 3), from) === '百分之') {
      found.push({ value, unit: 'percent', text: `百分之${m[0]}`, from: from - 3, to: end });
      continue;
    }
    if (TENTHS.test(after)) {
      found.push({ value: value * 10, unit: 'percent', text: `${m[0]}成`, from, to: end + 1 });
      continue;
    }
    const unit = UNITS.find(([pattern]) => pattern.test(after));
    const to = end + (unit?.[0].exec(after)?.[0].length ?? 0) + (half ? 1 : 0);
    if (
      !unit ||
      (unit[1] === 'month' && /^月\d|^月[一二三四五六七八九十]/.test(after)) ||
      (unit[1] === 'year' && value > 100)
    )
      continue;
    found.push({ value, unit: unit[1], text: text.slice(from, to), from, to });
  }
  return found;
}

/** How many are due at a meeting and how many came, as far as the question says. */
export interface Attendance {
  due?: number;
  came?: number;
}

/** Reads 应到6人，来了3个 (with 缺2人 as well); `null` without such numbers. */
export function readAttendance(text: string, claims: readonly Claim[]): Attendance | null {
  const heads = claims.filter((c) => c.unit === 'people' || c.unit === 'thing');
  const before = (c: Claim): string => text.slice(Math.max(0, c.from - 7), c.from);
  const near = (c: Claim, cue: RegExp): boolean =>
    cue.test(
      before(c)
        .split(/[，。,;；]/)
        .at(-1) ?? '',
    );
  const said = heads.find((c) => near(c, /应到|应出席|应该到|应参加|一共|总共|共有|共|全体|组成人员|该到/));
  const due = said ?? heads.find((c) => /^的[一-鿿]{0,6}会/.test(text.slice(c.to, c.to + 9)));
  const missing = heads.find((c) => c !== due && near(c, /缺|请假|没来|不在|来不了|差|少/));
  const came = heads.find(
    (c) =>
      c !== due &&
      c !== missing &&
      (near(c, /来|到|实|出席|参加|在场|剩/) || /^(?:到|来|出席|在场|参加)/.test(text.slice(c.to, c.to + 3))),
  );
  if (!due && !came) return null;
  if (!came && due && missing) return { due: due.value, came: due.value - missing.value };
  return { ...(due && { due: due.value }), ...(came && { came: came.value }) };
}
