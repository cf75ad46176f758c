/** What is worth knowing of the day and the year for which a meeting is called. */
import { sayDay } from '../../src/core/day.ts';
import { type Person, sayPerson } from '../../src/core/roster.ts';
import { MEETINGS } from '../../src/core/vocabulary.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import type { Planned } from './convene.ts';
import { fact, heldOn, stands } from './register.ts';
import { sayPeople } from './rules.ts';

/** 每年召开1至2次: the rule of a meeting that would be one too many in its year. */
export function tooOften(
  { book, facts }: Context,
  { kind, day }: Planned,
): ProvisionOf<'meeting-frequency'> | undefined {
  const rule = book.find('meeting-frequency', (v) => v.meeting === kind && v.timesAtMost !== undefined);
  const year = day.slice(0, 4);
  const called = facts.mattersBetween('meeting', `${year}-01-01`, `${year}-12-31`).filter((m) => m.kind === kind);
  return rule && called.filter(stands).length >= (rule.value.timesAtMost ?? 0) ? rule : undefined;
}

/** What the presider should know of the day: rest, other meetings, who is away. */
export function noticesOf(context: Context, planned: Planned, invited: readonly Person[]): string[] {
  const { day, time, presider, kind } = planned;
  const result: string[] = [];
  if (!context.calendar.isWorkday(day)) {
    const [holiday] = context.calendar.skipped(day, day);
    result.push(`${sayDay(day)}为${holiday?.kind === 'off' ? `${holiday.name}假期` : '休息日'}。`);
  }
  if (context.calendar.isProvisional(day)) result.push('该年度放假安排尚未公布，是否休息日暂按周末推算。');
  for (const other of heldOn(context, day)) {
    if (other.data.presider !== presider.id && fact(other, 'time') !== time) continue;
    const clash = fact(other, 'time') === time;
    if (other.data.presider === presider.id)
      result.push(`${sayPerson(presider)}当天还主持${other.title}${clash ? '，两会时间冲突，请调整' : ''}。`);
    else if (clash) result.push(`同一时间另有${other.title}，参会人员可能重叠。`);
  }
  const away = [presider, ...invited].filter((p, i, all) => all.indexOf(p) === i && context.facts.absenceOn(p.id, day));
  if (away.length > 0) result.push(`当天已登记外出：${sayPeople(away)}。`);
  const frequency = context.book.find('meeting-frequency', (v) => v.meeting === kind);
  const last =
    frequency && context.facts.recent('meeting').find((m) => m.kind === kind && m.day && m.day < context.today);
  if (last?.day) result.push(`上一次${MEETINGS[kind]}为${sayDay(last.day, context.today)}。`);
  return result;
}
