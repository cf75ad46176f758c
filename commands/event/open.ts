/** Opens an event's matter on its route, with all that whoever decides needs to know. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, type NewMatter, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isDeputyMayor, isLeader, sayPerson } from '../../src/core/roster.ts';
import type { EventKind } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { planRoute } from '../plan.ts';
import type { EventRequest } from './read.ts';
import { isAttendance, type Verdict } from './verdict.ts';

/** What is done, as it stands in a title. */
const ACTS: Partial<Record<EventKind, string>> = {
  inscription: '题词（题字、作序）',
  letter: '发贺信（贺电）',
  publication: '公开出版著作',
  'upper-level-meeting': '报告上级部门拟在本区召开会议',
  'international-conference': '举办国际会议（重要涉外活动）',
  'joint-event': '报请以区委、区政府名义举办活动',
};

export function openEvent(
  said: Said,
  context: Context,
  owner: string,
  request: EventRequest,
  verdict: Verdict,
  quotes: Quote[],
): Decision {
  const leaders = withOverseer(context, request);
  const title = titleOf(said, context, owner, request, leaders);
  const when = request.day ? `${sayDay(request.day, context.today)}${request.time ?? ''}` : '';
  const details = [
    when && `时间：${when}`,
    request.place && `地点：${request.place}`,
    said.files.length > 0 && `附件：${said.files.join('、')}`,
  ].filter(Boolean);
  const whole = `${[title, ...details].join('；')}。`;
  const matter: NewMatter = {
    about: 'event',
    kind: request.kinds[0] ?? 'invite-leader',
    title,
    owner,
    ...(request.day && { day: request.day }),
    quotes,
    route: ownOverseer(stagesOf(verdict, quotes), context, owner, request),
    data: {
      body: `${details.length > 0 ? `${details.join('；')}。\n` : ''}来文：${said.marked.text.slice(0, 500)}`,
      publicBody: whole,
      warnings: verdict.warnings,
      ...(request.unit && { unit: request.unit }),
      leaders,
      ...(said.files.length > 0 && { attachments: said.files }),
      facts: { when, what: request.topic ?? '', place: request.place ?? '' },
    },
  };
  const nobody = matter.route.length === 0 ? '未向其他人发送。' : '';
  return {
    ...reply(
      'event',
      'submitted',
      `已受理：${whole}${nobody}${verdict.warnings.map((w) => `提示：${w}`).join('')}`,
      quotes,
    ),
    effects: [{ do: 'open', matter }],
  };
}

/** 发表署名文章, 接受媒体采访: what of the rule's list is meant. */
function sayPublic(kind: 'speech' | 'interview', text: string): string {
  const article = /文章|署名|撰文/.test(text);
  if (kind === 'speech') return `代表区政府${article ? '发表文章' : (/致辞|发言/.exec(text)?.[0] ?? '发表讲话')}`;
  if (article) return /署名/.test(text) ? '发表署名文章' : '发表文章';
  return /采访|专访|访谈/.test(text) ? '接受媒体采访' : '发表讲话';
}

function titleOf(
  said: Said,
  { roster }: Context,
  owner: string,
  request: EventRequest,
  leaders: readonly string[],
): string {
  const names = leaders.flatMap((id) => roster.person(id) ?? []).map(sayPerson);
  const applicant = roster.person(owner);
  const host = applicant && isLeader(applicant) ? sayPerson(applicant) : (request.unit ?? applicant?.unit ?? '');
  if (isAttendance(request)) {
    if (names.length === 0 && applicant && isLeader(applicant)) return `${host}${attends(request)}`;
    const towns = request.towns ? '镇街主要负责人' : '';
    const whom = [...names, ...(towns ? [towns] : [])].join('、') || '区政府领导同志';
    return `${host}邀请${whom}${attends(request)}`;
  }
  const [kind = 'invite-leader'] = request.kinds;
  const joint = kind === 'joint-event' && !/区委/.test(said.marked.text) ? '报请以区政府名义举办活动' : undefined;
  const act =
    kind === 'interview' || kind === 'speech' ? sayPublic(kind, said.marked.text) : (joint ?? ACTS[kind] ?? '');
  return `${host}${names.length > 0 ? `请${names.join('、')}` : ''}${act}${request.topic ? `：${request.topic}` : ''}`;
}

/** 报分管副区长: a deputy mayor who files for himself is in charge himself. */
const ownOverseer = (
  stages: PlannedStage[],
  { roster }: Context,
  owner: string,
  { unit }: EventRequest,
): PlannedStage[] => {
  const applicant = roster.person(owner);
  const self = !unit && applicant !== undefined && isDeputyMayor(applicant);
  return stages.map((s) =>
    self && s.who.includes('overseeing-deputy-mayor') ? { ...s, who: [], people: [owner] } : s,
  );
};

/** Guests are received: 会见日本客商, not 出席日本客商. */
const GUESTS = /(?:代表团|访问团|客商|外宾|客人)$/;

function attends({ topic = '活动' }: EventRequest): string {
  if (/^(?:会见|接见)/.test(topic)) return topic;
  return `${GUESTS.test(topic) ? '会见' : '出席'}${topic}`;
}

/** The route with each step once: two provisions may send the same matter to the same office. */
function stagesOf(verdict: Verdict, quotes: Quote[]): PlannedStage[] {
  const seen = new Set<string>();
  return planRoute(verdict.stages, quotes).filter((s) => {
    const key = `${s.ask}|${s.who.join()}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** 谁分管、谁出席: the deputy mayor in charge, where 分管领导 is asked for or the rule says so. */
function withOverseer(context: Context, request: EventRequest): string[] {
  if (request.leaders.length > 0 || !request.unit || (request.towns && !request.unnamed)) return request.leaders;
  const byField = context.book.byTopic('event.invite.who').provisions.length > 0 && isAttendance(request);
  const overseer = request.unnamed === 'overseer' || byField ? context.roster.overseerOf(request.unit) : undefined;
  return overseer ? [overseer.id] : [];
}
