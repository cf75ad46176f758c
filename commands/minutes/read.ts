/** What a message about minutes says: which meeting, when, who presided, on whose mandate, what it touched. */
import type { Day } from '../../src/core/day.ts';
import { isLeader, type Person } from '../../src/core/roster.ts';
import type { MeetingKind, Subject } from '../../src/core/vocabulary.ts';
import { onePerson, type PersonSpan } from '../../src/language/people.ts';
import type { Context, Said } from '../command.ts';
import { pastDay } from '../papers/past.ts';
import { OFFICE_UNIT, unitsIn } from '../papers/units.ts';

export interface MinutesRequest {
  meeting?: MeetingKind;
  day?: Day;
  presider?: Person;
  /** Said to have presided, not merely named beside the meeting. */
  presides: boolean;
  /** A presider by name whom the roster lacks. */
  unknown?: string;
  /** Who is asked to sign, as the message has it. */
  signer?: Person;
  /** 分管领导, where the message names one as such. */
  overseer?: Person;
  /** Held on somebody's mandate; `mandator` where it says whose. */
  mandated: boolean;
  mandator?: Person;
  subjects: Subject[];
  /** The message says that no such subject is touched. */
  noSubjects: boolean;
  /** 春灌用水调度 */
  topic?: string;
  units: string[];
}

const TITLE = '(?:常务副区长|副区长|区长|副主任|主任|局长|镇长|书记|同志)?';
const PRESIDES = new RegExp(`^${TITLE}[一-鿿\\d]{0,10}?(?:主持|召集|召开|组织|牵头)`);
const PRESIDED_BY = /(?:由|主持人(?:是|为|[:：])*|召集人(?:是|为|[:：])*|主持[:：])$/;
const MANDATE =
  /受[^,;，。；]{0,16}?(?:委托|授权|指派)|委托|代表[^,;，。；]{1,10}(?:主持|召开)|(?:区长|副区长|领导)授权/;

/** 请送区长签发: named as the signer, not as the presider. */
const SIGNS = new RegExp(`^${TITLE}(?:来)?(?:签|审定|审阅|审签|批)`);
const STRANGER = /([一-鿿]{2,3}(?:常务)?副?区长)(?:主持|召集)/;

/** Words for the subjects that change who signs. */
const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ['major-spending', /重大(?:的)?(?:财政)?(?:支出|资金|投资|投入)|大额(?:财政)?(?:支出|资金)/],
  [
    'fiscal-funds',
    /财政(?:性)?(?:专项)?(?:资金|支出|经费|补助|补贴|预算|拨款|投入)|专项资金|(?:拨付|安排|申请|追加|动用|使用)[^,;，。；]{0,8}(?:资金|经费)|资金(?:使用|安排|拨付|来源)|预算(?:安排|调整|追加)|\d+(?:\.\d+)?(?:万|亿)元/,
  ],
  [
    'fee-reduction',
    /(?:行政事业性)?收费[^,;，。；]{0,8}减免|(?:政府性)?基金[^,;，。；]{0,8}减免|减免[^,;，。；]{0,12}(?:收费|费用|基金)|减费|(?:减|免|缓)(?:收|掉|了|缴|交)*[^,;，。；]{0,12}费(?!用报)/,
  ],
  ['state-assets', /国有资产|国资|国有(?:股权|房产|企业)|资产(?:处置|划转|监管|转让|盘活)/],
  ['public-resources', /公共资源/],
  ['franchise', /特许经营/],
  ['land-use', /土地|用地|地块|宗地|[块宗片]地(?![区方])|供地/],
  [
    'major-policy',
    /(?:制定|调整|出台|修订|修改|完善)[^,;，。；]{0,10}重大[^,;，。；]{0,6}政策|重大[^,;，。；]{0,6}政策/,
  ],
  ['staffing', /机构编制|人员编制/],
  ['projects', /项目(?:安排|立项|建设)/],
];

/** 不涉及…, 没有制定调整…, …都没有: up to where the clause ends or turns. */
const NOT_TOUCHED =
  /(?<!从)(?:不(?!仅|但|只|光|同|过|断|少|管|动产|良|锈|足)|未(?!来|成年|利用)|没有?|无(?!偿|障|人|线|害|疑|证|缝|废))(?:(?!但|而(?!且)|只是?|仅)[^,;，。；])*|[^,;，。；]*(?:均|都|也)(?:没有|未涉及|不涉及|没涉及|无)(?=[,;，。；]|$)/g;

/** The subjects that a text says are touched. */
export function subjectsIn(text: string): Subject[] {
  const said = text.replace(NOT_TOUCHED, '');
  return SUBJECTS.filter(([, words]) => words.test(said)).map(([id]) => id);
}

export function readMinutes(said: Said, context: Context): MinutesRequest {
  const { text, people, meetings } = said.marked;
  const named = people.flatMap((span) => {
    const person = onePerson(span);
    return person ? [{ span, person }] : [];
  });
  const mandate = MANDATE.exec(text);
  const mandator = mandate
    ? named.find(({ span, person }) => isMandator(text, span) && isLeader(person))?.person
    : undefined;
  const heldBy = named.filter(({ person }) => person.id !== mandator?.id);
  const own =
    /我(?:们)?(?:局|办|镇)?(?:[^,;，。；]{0,12})?(?:主持|召集|组织召开|召开)/.test(text) && !/我(?:局|办|镇)/.test(text)
      ? context.sender
      : undefined;
  const signer = heldBy.find(({ span }) => SIGNS.test(text.slice(span.to)))?.person;
  const presiding =
    heldBy.find(({ span }) => PRESIDED_BY.test(text.slice(0, span.from)) || PRESIDES.test(text.slice(span.to)))
      ?.person ?? own;
  const beside = heldBy.filter(
    ({ person }) => person.id !== signer?.id && (isLeader(person) || (mandate && person.unit === OFFICE_UNIT)),
  );
  const presider = presiding ?? onlyOne(beside.map((h) => h.person));
  const overseer = heldBy.find(({ span }) => /分管[^,;，。；]{0,16}$/.test(text.slice(0, span.from)))?.person;
  const kinds = [...new Set(meetings.map((m) => m.kind))].filter((k) => k !== 'district-wide');
  const nearMinutes = meetings
    .filter((m) => m.kind !== 'district-wide')
    .sort((a, b) => distance(text, a.to) - distance(text, b.to))[0];
  return {
    meeting: kinds.length === 1 ? kinds[0] : nearMinutes?.kind,
    day: pastDay(said, context),
    presider,
    presides: presiding !== undefined,
    unknown: presider ? undefined : STRANGER.exec(text)?.[1],
    signer,
    overseer: overseer && isLeader(overseer) ? overseer : undefined,
    mandated: mandate !== null,
    mandator,
    subjects: subjectsIn(text),
    noSubjects: (text.match(NOT_TOUCHED) ?? []).some(
      (words) => /涉及|牵涉|上述|这些/.test(words) || SUBJECTS.some(([, cue]) => cue.test(words)),
    ),
    topic: topicOf(text),
    units: fields(said),
  };
}

/** Units named, or fields of work by which a unit is meant (水利工作). */
function fields(said: Said): string[] {
  const { text, units } = said.marked;
  const fields = units.filter((u) => /^(?:工作|领域|方面|系统|问题|专题|重点)/.test(text.slice(u.to)));
  return [...new Set([...unitsIn(said), ...fields].map((u) => u.unit))].filter((u) => u !== OFFICE_UNIT);
}

const distance = (text: string, at: number): number => Math.abs(text.indexOf('纪要') - at);

const onlyOne = (people: Person[]): Person | undefined => {
  const ids = new Set(people.map((p) => p.id));
  return ids.size === 1 ? people[0] : undefined;
};

/** 受周海涛副区长委托, 区长委托…召开, 委托人：… */
function isMandator(text: string, span: PersonSpan): boolean {
  const before = text.slice(0, span.from);
  const after = text.slice(span.to);
  return (
    (/受(?:了)?[^,;，。；]{0,6}$/.test(before) && new RegExp(`^${TITLE}(?:的)?(?:委托|授权|指派)`).test(after)) ||
    new RegExp(`^${TITLE}(?:已)?(?:委托|授权|指派)`).test(after) ||
    /(?:委托人|签发人|代表)(?:是|为|[:：])*$/.test(before)
  );
}

function topicOf(text: string): string | undefined {
  const bracketed = /纪要[（(]([^（）()]{2,40})[）)]|会议?[（(]([^（）()]{2,40})[）)]/.exec(text);
  const inside = bracketed?.[1] ?? bracketed?.[2];
  if (inside && !/^第[\d一二三四五六七八九十百]+[期号次]$|主持|召集|\d月/.test(inside)) return inside;
  const studied =
    /(?:研究|议题[是为]|内容[是为]|关于|就)([^,;，。；（()《》]{2,30}?)(?:问题|工作|事项|事宜)?(?:的)?(?=召开|专题|会议|纪要|[,;，。；]|$)/.exec(
      text,
    )?.[1];
  const named = /(?:的|日|午|开|承办|持)了?([^的,;，。；（()《》\d月日]{2,10}?)(?:工作)?专题(?:协调)?会/
    .exec(text)?.[1]
    ?.replace(/^[那这](?:个|场|次|回)?/, '');
  return (
    studied ??
    (named && !/开了?个?|牵头/.test(named) && !/区政府|主持|召|区长|主任|委托|开的/.test(named) ? named : undefined)
  );
}
