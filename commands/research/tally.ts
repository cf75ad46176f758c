/** The year's research days of one person, held against the figures of the rule. */
import { addDays, type Day, sayDay } from '../../src/core/day.ts';
import { isLeader, type Person } from '../../src/core/roster.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';

export const TRIP = 'trip';

export interface Tally {
  days: Set<Day>;
  unannounced: Set<Day>;
  onSite: Day[];
}

/** A trip that began late in the year before may reach into this one. */
const REACH_BACK = 92;

/** Every calendar day counts once, however many trips fall on it. */
export function tallyOf({ facts }: Context, person: string, year: string): Tally {
  const trips = facts
    .mattersBetween('research', addDays(`${year}-01-01`, -REACH_BACK), `${year}-12-31`)
    .filter((m) => m.owner === person && m.kind === TRIP && m.state === 'effective');
  const tally: Tally = { days: new Set(), unannounced: new Set(), onSite: [] };
  for (const { data } of trips) {
    const on = data.facts?.on;
    const unannounced = Number(data.facts?.unannounced ?? 0);
    for (const [i, day] of (Array.isArray(on) ? on : []).entries()) {
      if (!day.startsWith(year)) continue;
      tally.days.add(day);
      if (i < unannounced) tally.unannounced.add(day);
      if (data.facts?.onSite) tally.onSite.push(day);
    }
  }
  tally.onSite.sort();
  return tally;
}

/** 区政府组成人员: leaders, the office director and the heads of departments. */
const isMember = (p: Person): boolean =>
  isLeader(p) || p.position === 'office-director' || p.position === 'department-head';

/** The figures that the rule sets for somebody's days. */
export const daysRuleFor = (context: Context, person: Person): ProvisionOf<'research'> | undefined =>
  context.book.find(
    'research',
    (v) =>
      (v.of === 'leaders' ? isLeader(person) : isMember(person)) && (v.daysPerYear ?? v.monthsPerYear) !== undefined,
  );

/** 每月按30天 is this bot's own reckoning, said as such. */
const MONTH_DAYS = 30;

/** `今年已登记调研3天，其中“四不两直”2天，占67%。规则要求…，还差47天。` */
export function sayTally(context: Context, tally: Tally, rule: ProvisionOf<'research'> | undefined): string {
  const total = tally.days.size;
  const share = total > 0 ? Math.floor((tally.unannounced.size / total) * 100) : 0;
  const sum = `今年累计登记调研${total}天${tally.unannounced.size > 0 ? `，其中“四不两直”${tally.unannounced.size}天，占${share}%` : ''}。`;
  if (!rule) return sum;
  const { daysPerYear, monthsPerYear, unannouncedPercent, onSiteEveryWeeks } = rule.value;
  const wanted = daysPerYear ?? (monthsPerYear ?? 0) * MONTH_DAYS;
  const left = wanted - total;
  const figure = daysPerYear ? `${daysPerYear}天` : `${monthsPerYear}个月`;
  const reckoned = daysPerYear ? '' : `按每月${MONTH_DAYS}天折算，`;
  const parts = [
    `规则要求每年不少于${figure}，${left > 0 ? `${reckoned}还差${left}天` : `${reckoned}已达到`}`,
    unannouncedPercent !== undefined &&
      `“四不两直”不少于${unannouncedPercent}%${total > 0 ? `，目前${share}%${share < unannouncedPercent ? '，未达到' : ''}` : ''}`,
    onSiteEveryWeeks !== undefined && sayOnSite(context, tally, onSiteEveryWeeks),
  ].filter(Boolean);
  return `${sum}${parts.join('；')}。`;
}

function sayOnSite({ today }: Context, { onSite }: Tally, weeks: number): string {
  const last = onSite.at(-1);
  const next = last
    ? `，最近一次${sayDay(last, today)}，下一次应在${sayDay(addDays(last, weeks * 7), today)}前`
    : '，目前没有登记';
  return `一线现场办公每${weeks}周1次${next}`;
}
