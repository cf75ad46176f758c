/** 活动: invitations of leaders, ceremonies, inscriptions, letters, publications, speeches, interviews, foreign affairs. */
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter } from '../src/core/matter.ts';
import { isLeader, type Person } from '../src/core/roster.ts';
import { matcher } from '../src/language/matcher.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { judgeEvent } from './event/judge.ts';
import { asksAttendance, asksToCome, cueOf, isDirect, isMeeting, namesCeremony } from './event/kinds.ts';
import { type EventRequest, readEvent } from './event/read.ts';
import { isAttendance } from './event/verdict.ts';
import { weigh } from './evidence.ts';
import { standingFor } from './papers/standing.ts';
import { resume } from './papers/unfinished.ts';
import { OFFICE_UNIT } from './papers/units.ts';
import { statesAside } from './papers/wording.ts';
import { isQuestion, punctuated } from './punctuation.ts';

const LEADERS = matcher(/区(?:政府)?(?:主要)?领导|分管(?:的)?领导|副区长|区长(?!办公会)/);

/** District leaders, and the party secretary, of whom the rules then say nothing. */
const isInvited = (p: Person, { sender }: Context): boolean =>
  (isLeader(p) || p.position === 'party-secretary') && p.id !== sender.id;

const ANYTHING = /./;
/** What leaders do in public that the rules speak of by name. */
const ACTS = ['inscription', 'letter', 'publication', 'interview', 'speech'] as const;
/** Said of a journey, which is told as leave. */
const ABSENT = /请假|外出|出差|赴|期间/;
/** Less than this is a word in passing. */
const LEAST = 3;

export const event: Command = {
  about: 'event',
  name: '活动邀请',
  examples: ['邀请周海涛副区长出席3月20日上午9点在乌河公园举办的世界水日宣传活动，请按程序办理'],

  weigh(said: Said, context: Context): Weight | null {
    const { text, people } = punctuated(said).marked;
    if (isQuestion(statesAside(text))) return null;
    const leader = LEADERS.test(text) || people.some((s) => s.candidates.some((p) => isInvited(p, context)));
    const self = isLeader(context.sender);
    const comes = leader && asksToCome(text);
    const invites = comes || (leader && asksAttendance(text));
    const direct = isDirect(text);
    const ceremony = namesCeremony(text);
    const weight = weigh(text, [
      [/请柬|请帖|邀请函/, direct ? 9 : 5],
      [/(?<!应)邀(?!功)|敬请|恭请/, leader ? 6 : 1],
      [/(?:直接|绕过|绕开|不经过?)/, direct ? 6 : 0],
      [ANYTHING, comes ? 4 : 0],
      [/报(?:送|给|到)?(?:区)?(?:政府)?办公室/, comes ? 1.5 : 0],
      [/出席|莅临|到场|光临|参加|参会|到会/, leader ? 2.5 : 0],
      [
        /请[^，。；]{0,24}(?:出席|莅临|到场|光临|参加|参会|到会|讲话|讲[几两]句|致个?辞|作指示|指导|见证|颁个?奖|站个?台|捧场|(?:过|也)?来(?:一下|一趟|看看|坐坐|走走|转转|讲|说|站台|露个?面|(?=[，。；！吧]|$))|去(?:一下|一趟|看看|讲|站台)|露个?面|剪个?彩|揭个?牌|奠基)/,
        leader ? 4 : 0,
      ],
      [/(?:来|到)(?:我|本)[^，。；]{1,3}(?:参加|出席|指导)/, leader ? 3 : 0],
      [ANYTHING, ceremony ? (invites || self ? 3.5 : leader ? 2.5 : 0.5) : 0],
      ...ACTS.map((kind) => [cueOf(kind), 6.5] as const),
      [/外事|外宾|涉外|国际(?:性)?[^，。；]{0,10}(?:会议|论坛|大会|研讨会|博览会|赛事|峰会)/, 5],
      [/(?:邀(?:请)?|请|约|让|叫)我[^，。；]{0,12}/, self && ceremony && !ABSENT.test(text) ? 9 : 0],
      [cueOf('foreign-affairs'), invites ? 3 : self && /会见|接见|会谈|宴请/.test(text) ? 7 : 0],
      [
        /以(?:区委[、和]?)?区(?:人民)?政府(?:的)?名义[^。；]{0,14}(?:举办|主办|承办|组织|举行|[办搞](?:个|一个|一次|一场|场)?[^，。；理公法]{1,10}(?:节|会|赛|展|活动|论坛))/,
        /会议通知|召开/.test(text) ? 1 : 6,
      ],
      [/(?:在|来|到)(?:我|本|咱|咱们|我们)区[^。；]{0,10}(?:召开|举办|举行|开|办)/, /省|市|国家|部/.test(text) ? 6 : 0],
      [/(?:商洽|商请)[^。；]{0,40}(?:召开|举办|举行)[^。；]{0,30}会/, /省|市|国家|部/.test(text) ? 6 : 0],
      [/(?:确(?:实)?需|需要)[^，。；]{0,10}(?:参加|出席|到场|到会)/, leader ? 3 : 0],
      [/(?:确(?:实)?需要?|讲话|致辞|作指示)/, invites && isMeeting(text) ? 3 : 0],
      [
        /(?:各|所有|有关)(?:镇|街道)[^，。；]{0,14}(?:参加|出席|到会|来开|来听|开会|都来)|(?:镇长|镇街|镇办)[^，。；]{0,12}(?:主要负责|一把手|参加|参会|出席|到会|来开|来听|开会|都来)/,
        isMeeting(text) && /局|部门/.test(text) && !/区政府|全区性/.test(text) ? 6 : 0,
      ],
      [/按程序(?:办理|报批|安排)|现报|统一安排/, 1],
      [/纪要|议题|会签|督办|列入督办|请假|调研/, -4],
      [/名义[^,;，。；]{0,6}(?:发(?!一?封|个?贺)(?:个|份|一)?|印发|行文|下发|制发)/, -5],
    ]);
    return weight && weight.score >= LEAST ? weight : null;
  },

  read(said: Said, context: Context) {
    const { files: _, ...read } = readEvent(punctuated(said), context);
    return read;
  },

  decide(now: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const alone = readEvent(punctuated(now), context);
    const named = alone.topic !== undefined || alone.leaders.length > 0;
    const whole = alone.kinds.length > 0 && named && (alone.day !== undefined || !isAttendance(alone));
    const said = punctuated(resume(now, context, draft, whole));
    return decideEvent(said, context);
  },

  /** The invited leaders hear of it once it is agreed. */
  settled(matter: Matter, context: Context): Decision['effects'] {
    const agreed = context.facts.stepsOf(matter.id).some((s) => s.ask === 'approve' && s.state === 'done');
    const deciders = context.facts.stepsOf(matter.id).flatMap((s) => (s.decidedBy ? [s.decidedBy] : []));
    const to = (matter.data.leaders ?? []).filter((id) => id !== matter.owner && !deciders.includes(id));
    return agreed && to.length > 0
      ? [
          {
            do: 'tell',
            to,
            status: 'notice',
            text: `已按程序同意：${matter.data.publicBody}请您安排。`,
            quotes: matter.quotes,
            matter: matter.id,
          },
        ]
      : [];
  },
};

function decideEvent(said: Said, context: Context): Decision {
  const request = readEvent(said, context);
  if (request.kinds.length === 0)
    return reply(
      'event',
      'not-understood',
      '没有看懂要办理的活动事项，请写明邀请哪位领导同志、何时、何地、出席什么活动。',
    );
  const owner = ownerOf(said, context, request);
  return typeof owner === 'string' ? judgeEvent(said, context, owner, request) : owner;
}

/** A leader for himself, a unit's head for the unit, its staff on the head's behalf, the office for anybody. */
function ownerOf(said: Said, context: Context, request: EventRequest): string | Decision {
  const { sender, roster } = context;
  // What a rule forbids is refused to everybody, whoever may file.
  if (request.kinds.includes('direct-invitation')) return sender.id;
  if (isLeader(sender)) return sender.id;
  const head = request.unit ? roster.headOf(request.unit) : undefined;
  if (sender.unit === OFFICE_UNIT) return head?.id ?? sender.id;
  const standing = standingFor(context, 'event', request.unit, said.marked.text);
  return 'owner' in standing ? standing.owner : standing;
}
