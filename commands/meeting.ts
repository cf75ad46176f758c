/** 会议: called, answered, moved or cancelled; leave from it; who comes. */
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter, Step } from '../src/core/matter.ts';
import { mark } from '../src/language/mark.ts';
import { weighQuestion } from '../src/language/question.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { askLeave, CANNOT, readAbsenceReason, readSubstitute } from './meeting/absence-words.ts';
import { afterAbsence } from './meeting/absent.ts';
import { called, cancel, commission, move } from './meeting/change.ts';
import { convene } from './meeting/convene.ts';
import { fullWidth, meetingIn, readMeeting } from './meeting/read.ts';
import { ABSENCE, absencesFrom, fact, isCurrent, isMeeting, meant, upcoming } from './meeting/register.ts';
import { ROLL, roll } from './meeting/roll.ts';
import { resume } from './papers/unfinished.ts';

type Intent = 'convene' | 'leave' | 'withdraw-leave' | 'cancel' | 'move' | 'commission' | 'roll';

const HOLD = /召开|召集|举行|定于[^,。]{2,40}开|(?:主持|开)(?:一次|个)?(?:区政府)?(?:全体|常务|专题|区长办公|党组)/;
const NOTICE = /(?:会议)?通知|请(?:各|有关|相关)?[^,。]{0,10}(?:参会|参加|到会|列席|出席)/;
const CANCEL = /取消|撤销|不(?:再)?(?:开|召开|举行)了?|停开|作废/;
const MOVE = /(?:改|调整|推迟|延期|提前|顺延|变更|移)(?:到|为|至|在|期|时间|地点)/;
const OTHERS =
  /纪要|督办|督查|议定|决定事项|提请|列入议题|上会|议题(?:申报|提报|审批)|报送议题|申报议题|会签|印发|培训班/;

export const meeting: Command = {
  about: 'meeting',
  name: '会议',
  examples: [
    '定于3月12日上午9点在第一会议室召开区政府常务会议，由我主持，议题是研究防汛准备工作，请通知参会',
    '3月12日的常务会议我因……不能参加，特请假',
  ],

  weigh(said: Said, context: Context): Weight | null {
    const intent = intentOf(said, context);
    if (!intent) return null;
    const { text } = said.marked;
    if (intent !== 'convene') return { score: intent === 'leave' ? 9.5 : 9, evidence: [intent] };
    return weigh(
      text,
      [
        [HOLD, 4],
        [NOTICE, 1.5],
        [/由我|我定于|召集|主持/, 2],
        [/议题|研究|审议/, 1],
        [/定于|拟于|拟定/, 1],
        [OTHERS, -4],
      ],
      said.marked.dates.length > 0 ? 1 : 0,
    );
  },

  read: (said, context) => ({ intent: intentOf(said, context), ...readMeeting(said, context.today) }),

  decide(said: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const whole = resume(said, context, draft);
    if (draft?.leave) {
      const chosen = typeof draft.meeting === 'string' ? context.facts.matter(draft.meeting) : undefined;
      return askLeave(whole, context, chosen, onlyReason(said, draft));
    }
    switch (draft ? 'convene' : intentOf(said, context)) {
      case 'leave':
        return askLeave(whole, context);
      case 'withdraw-leave':
        return withdrawLeave(context);
      case 'cancel':
        return about(whole, context, cancel);
      case 'move':
        return about(whole, context, (m) => move(whole, m, context));
      case 'commission':
        return about(whole, context, (m) => commission(whole, m, context));
      case 'roll':
        return about(whole, context, roll);
      default:
        return convene(whole, context);
    }
  },

  settled: (matter, context) => (matter.kind === ABSENCE ? afterAbsence(matter, context) : []),

  pressed({ step, matter, label, note }, context): Decision | null {
    if (!isMeeting(matter)) return null;
    if (label === '请假') return pressedLeave(matter, note, context);
    return label === '参加' ? pressedComing(step, matter, context) : null;
  },
};

/** What a message wants of a meeting; `null` when it speaks of none or only asks after the rule. */
function intentOf(said: Said, context: Context): Intent | null {
  const { text } = said.marked;
  const span = meetingIn(said);
  const spoken = span !== undefined || /会议|开会|的会|这个会|那个会|会上/.test(text);
  const asks = weighQuestion(text).score >= 2;
  if (ROLL.test(text) && meant(context, readMeeting(said, context.today)).length > 0) return 'roll';
  if (asks && !(CANNOT.test(text) && readAbsenceReason(text) && /我|本人/.test(text) && said.marked.dates.length > 0))
    return null;
  if (isLeave(said, context, span !== undefined))
    return /撤回|撤销|不请(?:假)?了/.test(text) ? 'withdraw-leave' : 'leave';
  if (OTHERS.test(text) || !spoken) return null;
  const known = span || upcoming(context).length > 0;
  if (CANCEL.test(text) && known && !/请假/.test(text) && meant(context, readMeeting(said, context.today)).length > 0)
    return 'cancel';
  if (MOVE.test(text) && known && upcoming(context).length > 0) return 'move';
  if (
    /委托[^,。]{1,12}(?:召集|主持)/.test(text) &&
    meant(context, readMeeting(said, context.today)).length > 0 &&
    !/召开/.test(text)
  )
    return 'commission';
  return span && span.kind !== 'district-wide' && (HOLD.test(text) || NOTICE.test(text)) ? 'convene' : null;
}

/** 请假 from a meeting, not to go to one: 常务会我去不了, 请假不参加, or a bare 请假 in answer to an invitation. */
function isLeave(said: Said, context: Context, named: boolean): boolean {
  const { text, dates } = said.marked;
  if (
    /纪要|督办|代为主持|外出期间/.test(text) ||
    /^(?:我|本人|原则)?(?:上)?(?:不)?(?:同意|批准|准予|准假|驳回|予以)/.test(text)
  )
    return false;
  const toAttend = /(?:到|去|赴|前往)[^,。;]{1,20}(?:参加|出席|列席)[^,。;]{0,20}(?:会|会议)/.test(text);
  const cannot = CANNOT.test(text) || (named && readSubstitute(text).substitute !== undefined);
  if (named)
    return (
      cannot || (/请假|不参会/.test(text) && !(toAttend && !/(?:会议?|会)(?:的)?(?:请假|我请假|,请假)/.test(text)))
    );
  const invited = context.facts.openSteps(context.sender.id).filter((s) => s.ask === 'attend');
  if (invited.length === 0) return false;
  if (cannot && /会/.test(text)) return true;
  return /^(?:我)?(?:要|想|申请|特)?请(?:个)?假/.test(text) && dates.length === 0 && !toAttend;
}

function about(said: Said, context: Context, then: (meeting: Matter, context: Context) => Decision): Decision {
  const found = called(said, context, leading(said, context));
  return 'about' in found && 'status' in found ? found : then(found as Matter, context);
}

/** The called meeting's own day stands before 改到. */
function leading(said: Said, context: Context): ReturnType<typeof readMeeting> {
  const { text } = said.marked;
  const at = text.search(MOVE);
  if (at < 0) return readMeeting(said, context.today);
  const before = mark(text.slice(0, at), context.roster, context.calendar, context.now, context.sender);
  return readMeeting({ marked: before, files: [] }, context.today);
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
  const said = { marked: mark(reason, context.roster, context.calendar, context.now, context.sender), files: [] };
  return askLeave(said, context, matter, plainReason(reason));
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
        why: `${context.sender.name}已撤回${fact(leave, 'meeting') ? matter.title : '会议'}的请假，将参加会议。`,
      },
      { do: 'press', step: step.id, label: '参加' },
    ],
  };
}

function withdrawLeave(context: Context): Decision {
  const leave = context.facts.mattersOf(context.sender.id, 'meeting').find((m) => m.kind === ABSENCE && isCurrent(m));
  if (!leave) return reply('meeting', 'not-understood', '未查到您的会议请假。');
  return {
    ...reply('meeting', 'recorded', `已撤回：${leave.title}。请按时参会。`),
    effects: [{ do: 'withdraw', matter: leave.id, why: `${context.sender.name}已撤回“${leave.title}”。` }],
  };
}
