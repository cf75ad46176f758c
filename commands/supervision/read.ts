/** What a supervision item says: from where it comes, who has to do what, by when (督办事项). */
import { addDays, type Day } from '../../src/core/day.ts';
import { isHead, isLeader, type Person } from '../../src/core/roster.ts';
import type { MeetingKind } from '../../src/core/vocabulary.ts';
import { type DateSpan, dayRange } from '../../src/language/dates/read.ts';
import { onePerson } from '../../src/language/people.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { leadersIn, OFFICE_UNIT, unitsIn } from '../papers/units.ts';

export interface Item {
  task: string;
  units: string[];
  /** A leader who is to take it himself, where no unit is named. */
  lead?: Person;
  /** The leader whose instruction it is. */
  instructor?: Person;
  due?: Day;
  fault?: boolean;
  /** Units that the message makes responsible and the roster lacks. */
  unknown: string[];
}

/** Where an item comes from; the same words are looked for in the rules' lists of what is followed up. */
const SOURCES: readonly RegExp[] = [
  /批示|交办|圈批|签批|(?:区长|书记|领导)[^，。；]{0,14}批(?:了|过|的)|(?:上|件)批(?:了|的|过)/,
  /政府工作报告|民生实事/,
  /建议|提案/,
  /巡视|审计|督察反馈/,
  /文件|文电/,
  /热点|难点/,
  /上级|国务院|[省市](?:委|政府|级)/,
  /会议|常务会|全体会|专题会|办公会|党组会|决定|议定/,
];

const MEETING_WORDS = /会议|常务会|全体会|专题会|办公会|党组会|全会|议定|会上/;

/** The provision on following up matters of this origin: by the meeting first, then by the rule's own list. */
export function supervisionRule(said: Said, context: Context): ProvisionOf<'supervision'> | undefined {
  const { meetings } = said.marked;
  // What a leader orders himself is 交办, unless he speaks of a meeting's decision.
  const orders = isLeader(context.sender) && !MEETING_WORDS.test(said.marked.text);
  const text = orders ? `交办：${said.marked.text}` : said.marked.text;
  const kind: MeetingKind | undefined = meetings[0]?.kind;
  const byMeeting = context.book.find('supervision', (v) => kind !== undefined && v.meetings?.includes(kind) === true);
  const ofMeeting = MEETING_WORDS.test(text) && !SOURCES[0]?.test(text);
  if (byMeeting && ofMeeting) return byMeeting;
  if (ofMeeting && !kind) {
    const decided = context.book.find('supervision', (v) => v.meetings !== undefined);
    if (decided) return decided;
  }
  const source = SOURCES.find((words) => words.test(text));
  const listed =
    source &&
    context.book.find(
      'supervision',
      (v) => v.of.some((of) => source.test(of)) && (kind === undefined || v.meetings === undefined),
    );
  return listed || undefined;
}

const LONGEST_TERM = 270;
const BY_WHEN = /(?:最迟|最晚|截止(?:到|日期)?|截至|时限|期限|限(?:于)?|务必|确保|须|应|要求|之前|于|在)[是为:：]?$/;
const TO_BE_DONE =
  /^(?:下班)?(?:之?前|以前|底前|内)?[^，。；]{0,18}?(?:完成|办结|落实|反馈|上报|报|整改|到位|见效|交|建成|通车|解决|[干办弄搞做修建](?:完|好|成))/;
const HAPPENED =
  /^[^，。；]{0,16}?(?:召开|会议|常务会|全体会|专题会|办公会|批示|下发|印发|交办|签批|圈批|作出|议定|在.{0,8}上)/;

/** By when: the day that stands with 前, 内, 最迟 or 完成; the day of the meeting or instruction is none. */
export function dueOf(said: Said, today: Day): { due?: Day; fault?: boolean } {
  const { text, dates } = said.marked;
  const best = dates
    .filter((d) => !d.title && !d.vague)
    .flatMap((span) => {
      const last = dayRange(span)?.last;
      const score = dueScore(text, span);
      // A bare day that only next year brings has passed: nobody sets a term that far by month and day.
      const passed =
        last !== undefined &&
        last !== null &&
        span.inferred.includes('year') &&
        last > addDays(today, LONGEST_TERM) &&
        last.slice(0, 4) > today.slice(0, 4);
      return score > 0 && (last || span.fault)
        ? [{ last: last ?? undefined, score, fault: span.fault !== undefined || passed }]
        : [];
    })
    .sort((a, b) => b.score - a.score)[0];
  if (!best) return {};
  return best.fault || !best.last ? { fault: true } : { due: best.last };
}

/** Whether a date is said as a term, not as the day of a meeting. */
export const isTerm = (said: Said, span: DateSpan): boolean => dueScore(said.marked.text, span) > 0;

function dueScore(text: string, span: DateSpan): number {
  const before = text.slice(Math.max(0, span.from - 8), span.from);
  const after = text.slice(span.to);
  const limited = span.start === null || /(?:内|前|底)$/.test(span.text);
  return (
    (limited ? 5 : 0) +
    (BY_WHEN.test(before) ? 2 : 0) +
    (TO_BE_DONE.test(after) ? 3 : 0) -
    (HAPPENED.test(after) && !limited ? 6 : 0)
  );
}

/** The leader who gave an instruction: 周海涛副区长批示, 区长交办. */
function instructorOf(said: Said): Person | undefined {
  const { text } = said.marked;
  return leadersIn(said).find(
    ({ person, from, to }) =>
      isLeader(person) &&
      (/^(?:同志)?[^，。；]{0,14}(?:批示|交办|指示|要求|圈批|签批)/.test(text.slice(to)) ||
        /按(?:照)?$/.test(text.slice(0, from))),
  )?.person;
}

function leadOf(said: Said): Person | undefined {
  const { text } = said.marked;
  return leadersIn(said).find(({ to }) => /^(?:同志)?(?:牵头|负责|包保|包案)/.test(text.slice(to)))?.person;
}

const REGISTERING =
  /(?:请|现|予以|同意)*(?:将(?:其|该事项|此事项)?|把)?(?:列入|纳入|登记为?|录入|转)?(?:区政府)?(?:重点)?(?:督查|督办)(?:事项|台账|件|任务|工作|落实)*(?:登记|立项|跟踪|办理|一下)?|^登记(?=[：，])/g;
const ASSIGNING =
  /(?:由|请|责成|要求|交(?:由|给)|安排|指定|明确)|(?:牵头|具体负责|负责|会同|配合|具体|承办|主办|抓好|共同|分别|办理完毕|办理)/g;
/** 3月12日区政府常务会议决定…: where it was decided is no part of the task. */
const DECIDED =
  /^[^，。；：]{0,20}?(?:会议?|会上|全会)(?:上)?(?:研究|审议|讨论)?(?:决定|议定|明确|确定|要求|强调|指出|部署|提出|定下来|定下?)*(?:的|了)?(?:第[一二三四五六七八九十\d]+项)?(?:事项|事)?/;
/** 区长批示的信访件: whose instruction it is stands before its subject. */
const INSTRUCTED_BY = /^[^，。；：]{0,16}?(?:批示|交办|指示)(?:要求)?的/;
/** 区政府工作报告确定的…: where it stands. */
const OF_REPORT =
  /^《?(?:区)?政府工作报告》?[^，。；：]{0,4}?(?:确定|明确|提出|部署)的(?!民生实事|重点|任务|目标|事项)(?=.{2})/;
const INSTRUCTED = /批了|(?:批示|交办|指示)(?:件|要求|精神|事项|指出)?/;
/** 整改到位 says nothing of what. */
const VAGUE =
  /^(?:给)?、*(?:各)?(?:立|登记|新增|建)?(?:一|两|几)?(?:个|件|项|条)(?:督办|督查)?(?:件|事|事项|任务)?$|^(?:给)?、*(?:各)?(?:列|立|登记|建)(?:一|两)?(?:个|件|项)?$|^(?:继续|重点|持续|帮忙|麻烦)?(?:盯|跟|催|督|看|查|抓|办|跟踪|关注|督促|跟进|调度|过问)(?:一下|一?盯|一?催|紧|着|住)?(?:点|些)?$|^(?:到期|及时|按时|逾期)?(?:反馈|回复|报告|通报|提醒)[^，]{0,4}$|^(?:抓紧|尽快|认真)?(?:整改|落实|研究|办理|处理|跟进|解决|完工|竣工|办结)(?:完毕|完|掉|到位|落实|办理|好)*$|^(?:第.{1,3}项)?(?:议定|决定|交办|批示)?(?:的)?(?:事项|任务|工作)$/;
const NO_TASK =
  /^(?:[这那]?几?[件项个]?事?(?:督|盯|管|跟)起来|[一二三四五]是|(?:议定|决定|转办|交办|督办)(?:并?(?:转办|督办))?|事项?|任务|工作|的事|该项|[会上]+|结果|进展|领导|区长|转|办完?|中心|这事)$/;
/** 政府工作报告确定的民生实事 says where it stands, not what it is. */
const SOURCE_ONLY = /^《?(?:区)?政府工作报告》?[^，]{0,10}(?:民生实事|任务|目标|事项|的事)?$/;
const FILLER =
  /^(?:的|和|、|及|与|前|之前|以前|内|于|在|下班|将|把|就|得|需要?|必须|最迟|最晚|时限|期限|截止|完成时限|要|须|应|并|务必|完成|办结|落实好?|做好)+/;
const ENDING =
  /(?:(?:并)?(?:反馈|报(?:送)?结果|报(?:给|送)?我|上报|报区政府办公室|完成|前|下班|到位|(?<!的)事项)?(?:进行)?|[、和及与])+$/;

/** What is to be done, in a few words, for the item's title. */
export function taskOf(said: Said): string {
  const { text, dates, titles } = said.marked;
  const leaders = said.marked.people
    .filter((p) => p.candidates.some((c) => isLeader(c) || isHead(c)))
    .map(({ from, to }) => ({ from, to: to + (/^(?:常务)?(?:副?区长|同志)/.exec(text.slice(to))?.[0].length ?? 0) }));
  const spans = [...dates.filter((d) => !d.title), ...unitsIn(said), ...leaders].sort((a, b) => b.from - a.from);
  let bare = text;
  for (const s of spans) bare = `${bare.slice(0, s.from)}${'start' in s ? '；' : ''}${bare.slice(s.to)}`;
  bare = bare
    .replace(/["“”]/g, '')
    .replace(/[（(][^（）()]*[）)]/g, (aside) => (/；|议定|会议|批示/.test(aside) ? '' : aside));
  for (const name of unknownUnits(said)) bare = bare.replaceAll(name, '');
  const clauses = bare
    .replace(REGISTERING, '')
    .split(/[，。；：]/)
    .map((clause) => clause.replace(OF_REPORT, '').replace(DECIDED, '').replace(INSTRUCTED_BY, ''));
  const tasks = clauses
    .filter((clause) => !INSTRUCTED.test(clause))
    .map((clause) =>
      outsideTitles(clause, ASSIGNING).replace(FILLER, '').replace(ENDING, '').replace(FILLER, '').trim(),
    )
    .filter((clause) => clause.length >= 2 && !NO_TASK.test(clause) && !VAGUE.test(clause));
  const task = tasks.find((t) => !SOURCE_ONLY.test(t)) ?? tasks[0];
  if (task) return task.slice(0, 40);
  const subject = titles[0]
    ? `《${titles[0]}》`
    : /(?:在|对)([^，。；：]{2,24}?)(?:上)?(?:作出|的)?(?:批示|指示|批了)/.exec(bare)?.[1];
  return subject ? `${subject}批示事项` : '交办事项';
}

/** 请 in 《…的请示》 assigns nothing. */
const outsideTitles = (clause: string, words: RegExp): string =>
  clause.replace(/《[^》]*》|[^《]+/g, (part) => (part.startsWith('《') ? part : part.replace(words, '')));

const RESPONSIBLE =
  /(?:由|请|责成|：|、|(?<!住房|文化|工业|教育|发展|资源|人口|体育)和|与)([一-鿿]{2,8}?局)(?=负责|牵头|配合|具体|会同|承办|主办|、|和|于|在|，|。|；|\d)/g;

/** 交通运输局 where the roster has none: named in the reply, not invented. */
function unknownUnits(said: Said): string[] {
  const { text } = said.marked;
  const known = said.marked.units.map((u) => u.text);
  const found = [...text.matchAll(RESPONSIBLE)].map((m) => m[1] ?? '');
  return [...new Set(found)].filter((name) => !known.some((k) => k.includes(name) || name.includes(k)));
}

/** Everything at once; what is not said is left out. */
export function readItem(said: Said, context: Context): Item {
  const instructor = instructorOf(said) ?? (isLeader(context.sender) ? context.sender : undefined);
  const lead = leadOf(said);
  const heads = said.marked.people
    .flatMap((span) => onePerson(span) ?? [])
    .filter((p) => isHead(p) && p.id !== context.sender.id);
  const units = [...new Set([...unitsIn(said).map((u) => u.unit), ...heads.map((p) => p.unit)])].filter(
    (u) => u !== OFFICE_UNIT && context.roster.headOf(u),
  );
  return {
    task: taskOf(said),
    units,
    ...(units.length === 0 && lead && { lead }),
    ...(instructor && { instructor }),
    ...dueOf(said, context.today),
    unknown: unknownUnits(said),
  };
}
