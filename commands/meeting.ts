/** 会议: called, answered, moved or cancelled; leave from it; who comes. */

import { type Decision, reply } from '../src/core/decision.ts';
import { isMeeting, type Matter, type Step } from '../src/core/matter.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { askLeave, readAbsenceReason } from './meeting/absence-words.ts';
import { called, cancel, commission, move } from './meeting/change.ts';
import { convene } from './meeting/convene.ts';
import { planDistrictWide } from './meeting/district-wide.ts';
import { CONVENING, calledWords, type Intent, intentOf, issuedAside } from './meeting/intent.ts';
import { isNotice } from './meeting/notice.ts';
import { changePeople } from './meeting/people.ts';
import { fullWidth, inSentences, readMeeting } from './meeting/read.ts';
import { ABSENCE, absencesFrom, fact, isCurrent, viewsOn } from './meeting/register.ts';
import { asTopic, resumeAnew } from './meeting/renewed.ts';
import { details, roll } from './meeting/roll.ts';
import { countStudies, recordStudy } from './meeting/study.ts';
import { afterAbsence, takeViews } from './meeting/watch.ts';
import { readAgain } from './read-again.ts';

export const meeting: Command = {
  about: 'meeting',
  name: '会议',
  examples: [
    '定于3月12日上午9点在第一会议室召开区政府常务会议，由我主持，议题是研究防汛准备工作，请通知参会',
    '3月12日的常务会议我因……不能参加，特请假',
  ],

  weigh(message: Said, context: Context): Weight | null {
    const said = inSentences(message);
    const intent = intentOf(said, context);
    if (!intent) return null;
    if (intent !== 'convene' && intent !== 'district-wide')
      return { score: intent === 'leave' ? leaveScore(said) : 9, evidence: [intent] };
    if (intent === 'convene' && isNotice(said, context)) return { score: NOTICE, evidence: [intent] };
    return (
      weigh(issuedAside(said), CONVENING, said.marked.dates.length > 0 ? 1 : 0) ?? { score: 4, evidence: [intent] }
    );
  },

  read(message: Said, context: Context): Record<string, unknown> {
    const said = inSentences(message);
    return { intent: intentOf(said, context), ...readMeeting(said, context.today) };
  },

  decide(message: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const said = inSentences(message);
    const complete = intentOf(said, context) === 'convene' && readMeeting(said, context.today).day !== undefined;
    const whole = complete ? said : resumeAnew(...asTopic(said, context, draft));
    if (draft?.leave) {
      const chosen = typeof draft.meeting === 'string' ? context.facts.matter(draft.meeting) : undefined;
      return askLeave(whole, context, chosen, onlyReason(said, draft));
    }
    return ACTS[intentOf(whole, context) ?? 'convene'](whole, context);
  },

  settled: (matter, context) => (matter.kind === ABSENCE ? afterAbsence(matter, context) : []),

  pressed({ step, matter, label, note }, context): Decision | null {
    if (!isMeeting(matter)) return null;
    if (label === '请假') return pressedLeave(matter, note, context);
    return label === '参加' ? pressedComing(step, matter, context) : null;
  },
};

/** A notice stands above whatever its topic speaks of. */
const NOTICE = 20;
/** A journey of several days, or work handed over: the meeting is one of the things that it keeps from. */
const JOURNEY = /代为主持|主持(?:局里|镇里|日常)?工作|登记外出|外出登记|返岗|销假/;
/** 13号常务会我出差在外，回不来: of a meeting, whatever the journey is called. */
const leaveScore = ({ marked: { text, dates } }: Said): number =>
  JOURNEY.test(text) || dates.some((d) => d.type === 'daterange' || d.type === 'duration') ? 9.5 : 14;

/** What is done with each intent. */
const ACTS: Record<Intent, (said: Said, context: Context) => Decision> = {
  convene,
  leave: (said, context) => askLeave(said, context),
  'withdraw-leave': (_, context) => withdrawLeave(context),
  coming,
  views: takeViews,
  cancel: onCalled((said, meeting, context) =>
    cancel(meeting, context, /延期|推迟|暂缓|顺延|另行|再通知|另定|待定|往后放|放一?放/.test(said.marked.text)),
  ),
  move: onCalled(move),
  commission: onCalled(commission),
  people: onCalled(changePeople),
  roll: onCalled((_, meeting, context) => roll(meeting, context), false),
  'district-wide': planDistrictWide,
  details: onCalled((_, meeting) => details(meeting), false),
  'study-held': recordStudy,
  'study-tally': (_, context) => countStudies(context),
};

/** Acts on the called meeting that a message means, or says why there is none. */
function onCalled(act: (said: Said, meeting: Matter, context: Context) => Decision, acts = true) {
  return (said: Said, context: Context): Decision => {
    const found = called(said, context, calledWords(said, context), acts);
    return 'status' in found ? found : act(said, found, context);
  };
}

/** A reply that was asked for nothing but the reason is the reason. */
function onlyReason(said: Said, draft: Record<string, unknown>): string | undefined {
  const asked = Array.isArray(draft.asked) ? draft.asked : [];
  return asked.length === 1 && asked[0] === 'reason' ? plainReason(said.marked.text) : undefined;
}

/** 因公出差。 → 公出差 would lose its sense: only a 因 before a clause of its own goes. */
function plainReason(text: string): string | undefined {
  const bare = text
    .replace(/[,，]?(?:特此|特)?(?:向[一-鿿]{1,8})?请(?:个)?假[。.!！]*$/, '')
    .replace(/[。.!！\s]+$/, '');
  return (
    fullWidth(
      readAbsenceReason(text) === undefined
        ? bare
        : bare.replace(/^(?:事由|原因|理由)[:：是为]+|^(?:因为|由于|因(?!公|故|私|病))/, ''),
    ) || undefined
  );
}

function pressedLeave(matter: Matter, note: string | undefined, context: Context): Decision {
  const reason = note?.trim();
  if (!reason) {
    return {
      ...reply(
        'meeting',
        'incomplete',
        `请写明不能参加“${matter.title}”的事由，可直接回复，或在卡片意见栏填写后再选择“请假”。`,
        [],
        { missing: ['reason'] },
      ),
      effects: [
        {
          do: 'draft',
          about: 'meeting',
          request: { text: '', files: [], asked: ['reason'], leave: true, meeting: matter.id },
          missing: ['reason'],
        },
      ],
    };
  }
  const said = readAgain(reason, [], context);
  return askLeave(said, context, matter, plainReason(reason));
}

/** 准时参加, typed: the press of the one invitation that it can mean. */
function coming(said: Said, context: Context): Decision {
  const words = calledWords(said, context);
  const open = context.facts.openSteps(context.sender.id).flatMap((step) => {
    const matter = step.ask === 'attend' ? context.facts.matter(step.matter) : undefined;
    const fits = matter && (!words.day || matter.day === words.day) && (!words.kind || matter.kind === words.kind);
    return fits ? [{ step, matter }] : [];
  });
  const [first, second] = open;
  if (!first) return reply('meeting', 'not-understood', '未查到您要参加的会议通知。');
  if (second)
    return reply(
      'meeting',
      'not-understood',
      `您有${open.length}个会议待回复：${open.map((o) => `“${o.matter.title}”`).join('、')}。请写明是哪一个，或直接按卡片上的按钮。`,
    );
  const withdrawn = pressedComing(first.step, first.matter, context);
  return (
    withdrawn ?? { ...reply('meeting', 'recorded', ''), effects: [{ do: 'press', step: first.step.id, label: '参加' }] }
  );
}

/** 参加 after 请假 takes the leave back. */
function pressedComing(step: Step, matter: Matter, context: Context): Decision | null {
  const leave = absencesFrom(context, matter).find((m) => m.owner === context.sender.id && isCurrent(m));
  if (!leave) return null;
  return {
    ...reply('meeting', 'recorded', ''),
    effects: [
      {
        do: 'withdraw',
        matter: leave.id,
        why: `${context.sender.name}已撤回${matter.title}的请假，将参加会议。`,
      },
      ...noViews(context, matter),
      { do: 'press', step: step.id, label: '参加' },
    ],
  };
}

function withdrawLeave(context: Context): Decision {
  const leave = context.facts.mattersOf(context.sender.id, 'meeting').find((m) => m.kind === ABSENCE && isCurrent(m));
  if (!leave) return reply('meeting', 'not-understood', '未查到您的会议请假。');
  const meeting = context.facts.matter(fact(leave, 'meeting'));
  return {
    ...reply('meeting', 'recorded', `已撤回：${leave.title}。请按时参会。`),
    effects: [
      { do: 'withdraw', matter: leave.id, why: `${context.sender.name}已撤回“${leave.title}”。` },
      ...(meeting ? noViews(context, meeting) : []),
    ],
  };
}

/** Who comes after all is not asked for views. */
const noViews = (context: Context, from: Matter): Decision['effects'] =>
  viewsOn(context, from)
    .filter((m) => m.owner === context.sender.id)
    .map((m) => ({ do: 'withdraw', matter: m.id, why: `${context.sender.name}将参加会议，无须再征求意见。` }));
