/** 改好了，重新送: what was declined goes its way again, with the new paper and a word on what was changed. */
import { type Day, sayDay } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter } from '../src/core/matter.ts';
import type { About, MeetingKind } from '../src/core/vocabulary.ts';
import { matcher } from '../src/language/matcher.ts';
import { quotesOf } from '../src/rules/quote.ts';
import type { EventKind } from '../src/rules/terms.ts';
import { deadlineOf } from './agenda/deadline.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { eventRule } from './event/kinds.ts';
import { inTime, lastFilingDay } from './event/notice.ts';
import { INVITATIONS } from './event/verdict.ts';
import { namedException } from './exceptions.ts';
import { mentions } from './mention.ts';
import { asked } from './papers/wording.ts';

/** Papers and the like; a declined leave or meeting has days of its own to be read again. */
const ABOUTS: readonly About[] = [
  'document',
  'minutes',
  'agenda',
  'event',
  'agreement',
  'reception',
  'countersign',
  'supervision',
];
const AGAIN = matcher(
  /(?:重新|再次?|又)[^,，。；]{0,4}?(?:送|报|提|呈|上|发|签|走)|(?:再|重新?)(?:来|走)一(?:次|遍)|重(?:送|报|提|呈)/,
);
const PUT_RIGHT =
  /(?:修?改|调整|核|补|订正|更正|完善|统一|去掉|删|加|换|理顺|算)(?:[^,，。；]{0,6}?)(?:好|完|过来|过|妥|毕|到位|掉|上|齐|了)|按[^,，。；]{0,12}意见/;
const LONGEST = 80;
const QUESTION = 2;

/** The own matter that was declined last and that the message may mean. */
function declined(said: Said, context: Context): Matter | undefined {
  const own = ABOUTS.flatMap((about) => context.facts.mattersOf(context.sender.id, about));
  const underWay = new Set(own.filter((m) => m.state === 'open').map((m) => m.title));
  return own
    .filter(
      (m) =>
        !underWay.has(m.title) &&
        m.state === 'declined' &&
        m.kind !== 'dispute' &&
        mentions(withoutNames(said), m, context),
    )
    .sort((a, b) => b.seq - a.seq)[0];
}

/** 按皮区长意见改好了: whose opinion it was tells nothing of which matter is meant. */
const withoutNames = (said: Said): Said => ({ ...said, marked: { ...said.marked, people: [] } });

/** What comes again is held against the day of its meeting or event again; `null` where it is in time. */
function tooLate(matter: Matter, said: Said, context: Context): Decision | null {
  const { about, day, title } = matter;
  if (!day || (about !== 'agenda' && about !== 'event')) return null;
  if (day < context.today)
    return reply(
      about,
      'refused',
      `未予受理：“${title}”的日期${sayDay(day, context.today)}已过，请按新的日期重新提出。`,
    );
  const special = Boolean(matter.data.facts?.special) || namedException(said.marked.text, ['特殊情况']) !== undefined;
  return about === 'agenda' ? lateTopic(matter, day, special, context) : lateEvent(matter, day, context);
}

function lateTopic({ kind, title }: Matter, day: Day, special: boolean, context: Context): Decision | null {
  const term = deadlineOf(context, { kind: kind as MeetingKind, day, late: false });
  if (!term?.late || (term.exceptSpecial && special)) return null;
  const unless = term.exceptSpecial ? '确有特殊情况的，请写明具体是什么情况后重新提报。' : '';
  const quotes = quotesOf(context.book, term.basis);
  return reply('agenda', 'refused', `未予受理“${title}”：${term.said}，再次报送已超过时限。${unless}`, quotes);
}

function lateEvent({ kind, title }: Matter, day: Day, context: Context): Decision | null {
  const rule = eventRule(context, 'invite-leader');
  const { noticeDays, unit = 'calendar', importantOnly, inPrinciple } = rule?.value ?? {};
  if (!rule || !noticeDays || importantOnly || inPrinciple || !INVITATIONS.includes(kind as EventKind)) return null;
  if (inTime(context, { days: noticeDays, unit }, day)) return null;
  const last = lastFilingDay(context, { days: noticeDays, unit }, day);
  const text = `未予受理“${title}”：${rule.says}最迟应于${sayDay(last, context.today)}报送，再次报送已超过时限。`;
  return reply('event', 'refused', text, quotesOf(context.book, [rule]));
}

export const resubmit: Command = {
  about: 'help',
  name: '修改后重新报送',
  examples: ['按意见改好了，重新送'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    if (text.length > LONGEST || !AGAIN.test(text) || asked(text) >= QUESTION) return null;
    const fresh = !PUT_RIGHT.test(text) && (said.marked.titles.length > 0 || said.files.length > 0);
    return !fresh && declined(said, context) ? { score: 9, evidence: [AGAIN.exec(text)?.[0] ?? ''] } : null;
  },

  read: () => ({}),

  decide(said: Said, context: Context): Decision {
    const matter = declined(said, context);
    if (!matter) return reply('help', 'not-understood', '没有查到可以重新报送的事项。');
    const late = tooLate(matter, said, context);
    if (late) return late;
    const { about, kind, title, owner, quotes, route, data } = matter;
    const attachments = said.files.length > 0 ? said.files : data.attachments;
    const note = `修改后再次报送：${said.marked.original.trim().replace(/[。]+$/, '')}`;
    const enclosed = said.files.length > 0 ? `；附件：${said.files.join('、')}` : '';
    return {
      ...reply(about, 'submitted', `已重新报送：${title}${enclosed}。`, quotes),
      effects: [
        {
          do: 'open',
          matter: {
            about,
            kind,
            title,
            owner,
            ...(matter.day && { day: matter.day }),
            quotes,
            route,
            data: { ...data, body: `${data.body}\n${note}${enclosed}。`, ...(attachments && { attachments }) },
          },
        },
      ],
    };
  },
};
