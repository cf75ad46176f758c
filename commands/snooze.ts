/** 推迟提醒: somebody asks to be reminded of what waits for him again later. */
import { DAY_MS, type Instant, instantOf, parseInstant, sayDay, wallClock } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter, Step } from '../src/core/matter.ts';
import { matcher } from '../src/language/matcher.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { isQuestion } from './punctuation.ts';

const SNOOZE = matcher(
  /(?:再|晚点|晚些|稍后|届时|改天|过会儿?|过一会儿?)[^，。,;；]{0,6}(?:提醒|叫|喊)(?:一下)?我|(?:提醒|叫)我[^，。,;；]{0,3}(?:推迟|延后|晚)|(?:推迟|延后|暂缓)[^，。,;；]{0,4}提醒|(?:先)?(?:别|不要|不用)(?:再)?(?:催|提醒)我?[^。；]{0,16}(?:再|提醒)/,
);
/** Without a time said, this much later. */
const LATER_MS = 2 * 3_600_000;
const FURTHEST_DAYS = 60;
/** Without a clock time said. */
const MORNING = '09:00';

export const snooze: Command = {
  about: 'help',
  name: '推迟提醒',
  examples: ['明天上午再提醒我'],

  weigh(said: Said): Weight | null {
    const found = SNOOZE.exec(said.marked.text);
    return found && !isQuestion(said.marked.text) ? { score: 10, evidence: [found[0]] } : null;
  },

  read: (said, context) => ({ until: wallClock(untilOf(said, context)) }),

  decide(said: Said, context: Context): Decision {
    const waiting = context.facts.openSteps(context.sender.id).flatMap((step) => {
      const matter = context.facts.matter(step.matter);
      return matter ? [{ step, matter }] : [];
    });
    const named = waiting.filter(({ matter }) => isNamed(said.marked.text, matter));
    const [one, another] = named.length > 0 ? named : waiting;
    if (!one) return reply('help', 'not-understood', '您目前没有待办理的事项，无须提醒。');
    if (another) {
      const titles = (named.length > 0 ? named : waiting).slice(-5).map(({ matter }) => `“${matter.title}”`);
      return reply('help', 'not-understood', `您有多个事项待办理：${titles.join('、')}。请写明推迟提醒哪一个。`);
    }
    return put(one, untilOf(said, context), context);
  },
};

/** A matter is named by words of its title in book marks or by whose it is. */
const isNamed = (text: string, { title }: Matter): boolean =>
  [...title.matchAll(/《([^》]+)》|^([一-鿿]{2,3}?)(?=\d)/g)].some(([, paper, name]) =>
    text.includes(paper ?? name ?? ''),
  );

/** The last time that is said: a matter may be named by its own day before it. */
function untilOf({ marked }: Said, { now, today }: Context): Instant {
  const start = marked.dates.findLast((d) => d.start && d.type !== 'duration' && d.type !== 'set')?.start;
  if (!start) return now + LATER_MS;
  if (start.length === 'YYYY-MM-DD'.length) return instantOf(start, MORNING);
  return parseInstant(start.includes('T') ? start : `${today}T${start}`) ?? now + LATER_MS;
}

function put({ step, matter }: { step: Step; matter: Matter }, at: Instant, { now, today }: Context): Decision {
  if (at <= now || at > now + FURTHEST_DAYS * DAY_MS)
    return reply(matter.about, 'incomplete', `请写明今后${FURTHEST_DAYS}天内的提醒时间，例如：明天上午再提醒我。`, [], {
      missing: ['time'],
    });
  const clock = wallClock(at);
  const when = `${sayDay(clock.slice(0, 10), today)}${clock.slice(11, 16)}`;
  const late =
    step.due && clock.slice(0, 10) > step.due.slice(0, 10)
      ? `请注意：该事项${sayDay(step.due.slice(0, 10), today)}到期，推迟提醒不改变时限。`
      : '';
  return {
    ...reply(matter.about, 'recorded', `好的，将于${when}再次提醒您办理“${matter.title}”。${late}`),
    effects: [{ do: 'snooze', step: step.id, at }],
  };
}
