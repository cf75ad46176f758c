/** 学习活动: collective study and law lectures, called like a meeting, put on record once held, counted for the year. */
import { addMonths, type Day, daysBetween, sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import { isLeader } from '../../src/core/roster.ts';
import { type DateSpan, readDates } from '../../src/language/dates/read.ts';
import { sayPeriod } from '../../src/rules/periods.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { readTopic } from './read.ts';
import { heldOn, isCurrent } from './register.ts';

const rhythm = ({ book }: Context): ProvisionOf<'meeting-frequency'> | undefined =>
  book.find('meeting-frequency', (v) => v.meeting === 'study');

/** Studies held in a year, by their days. */
function heldIn({ facts }: Context, year: string, until: Day): Day[] {
  return facts
    .mattersBetween('meeting', `${year}-01-01`, until)
    .filter((m) => m.kind === 'study' && (isCurrent(m) || m.state === 'closed'))
    .flatMap((m) => m.day ?? []);
}

const MONTHS_A_YEAR = 12;

/** `今年已登记学习活动1次；规则要求每年不少于2次，还差1次。` */
function sayCount(context: Context, days: readonly Day[]): string {
  const rule = rhythm(context);
  const sum = `今年已登记学习活动${days.length}次`;
  if (!rule) return `${sum}。规则未规定每年的次数。`;
  const { times, months = MONTHS_A_YEAR } = rule.value;
  const wanted = Math.round((times * MONTHS_A_YEAR) / months);
  const left = wanted - days.length;
  const asked =
    months === MONTHS_A_YEAR
      ? `规则要求每年不少于${times}次`
      : `规则要求${sayPeriod(months)}${times}次，全年合计${wanted}次`;
  return `${sum}；${asked}，${left > 0 ? `还差${left}次` : '已达到'}。`;
}

/** Counts the year's studies for those who ask. */
export function countStudies(context: Context): Decision {
  const rule = rhythm(context);
  const days = heldIn(context, context.today.slice(0, 4), context.today);
  const last = days.at(-1);
  const when = last ? `最近一次为${sayDay(last, context.today)}。` : '';
  return reply('meeting', 'answered', `${sayCount(context, days)}${when}`, quotesOf(context.book, rule ? [rule] : []));
}

/** A bare date that would lie most of a year back is one still to come. */
const FURTHEST_BACK_DAYS = 270;

function heldDay(dates: readonly DateSpan[], today: Day): Day {
  const span = dates.find((d) => d.start && d.type !== 'duration');
  const day = span?.start?.slice(0, 10) ?? today;
  const slip = span && !span.said.includes('year') && daysBetween(day, today) > FURTHEST_BACK_DAYS;
  return slip ? addMonths(day, 12) : day;
}

/** Puts a study on record: the office or a leader does. */
export function recordStudy(said: Said, context: Context): Decision {
  const { sender, now, today, calendar, book } = context;
  const rule = rhythm(context);
  const quotes = quotesOf(book, rule ? [rule] : []);
  if (sender.unit !== OFFICE_UNIT && !isLeader(sender))
    return reply('meeting', 'not-allowed', '学习活动由区政府办公室登记，请将情况告知区政府办公室。', quotes);
  const dates = readDates(said.marked.text, now, calendar, { past: true }).filter((d) => !d.title && !d.vague);
  const day = heldDay(dates, today);
  if (dates.some((d) => d.fault) || day > today)
    return askFor(
      'meeting',
      said,
      ['time'],
      day > today
        ? `${sayDay(day, today)}尚未到，请在举办后登记；需要通知参加的，请写明时间、地点和主题。`
        : '来文中的日期有误，请写明学习活动的日期。',
      quotes,
    );
  const known = heldOn(context, day).find((m) => m.kind === 'study');
  const days = heldIn(context, day.slice(0, 4), today);
  if (known)
    return reply(
      'meeting',
      'answered',
      `${sayDay(day, today)}的学习活动已登记，不重复计算。${sayCount(context, days)}`,
      quotes,
    );
  const topic = readTopic(said);
  const body = `${sayDay(day, today)}学习活动${topic ? `，主题：${topic}` : ''}。`;
  const count = day.startsWith(today.slice(0, 4)) ? sayCount(context, [...days, day]) : '';
  return {
    ...reply('meeting', 'recorded', `已登记：${body}${count}`, quotes),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'meeting',
          kind: 'study',
          title: `${sayDay(day, today)}学习活动`,
          owner: sender.id,
          day,
          quotes,
          route: [],
          data: { body, publicBody: body, warnings: [], facts: { topic: topic ?? '', members: [], observers: [] } },
        },
      },
    ],
  };
}
