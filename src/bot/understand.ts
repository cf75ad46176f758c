/** What the bot would read from a sentence, without doing anything: for `understand`, in the terminal and for tests. */
import type { Context, Facts } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/index.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, type Instant } from '../core/day.ts';
import type { Person, Roster } from '../core/roster.ts';
import { ABOUTS, type About } from '../core/vocabulary.ts';
import type { DateSpan } from '../language/dates/read.ts';
import { mark } from '../language/mark.ts';
import { normalise } from '../language/normalise.ts';
import type { Library } from '../rules/library.ts';
import { readings } from './interpret.ts';

export interface Understood {
  spans: DateSpan[];
  /** Roster ids of people who are clearly meant. */
  people: string[];
  /** The strongest reading; `null` when nothing was understood. */
  reading: { command: About; name: string; act: boolean; evidence: string[]; read: Record<string, unknown> } | null;
  /** Another reading that is nearly as strong. */
  other: { command: About; name: string } | null;
}

/** A bot that has never been told anything. */
const NOTHING: Facts = {
  matter: () => undefined,
  mattersOf: () => [],
  mattersTouching: () => [],
  hasCurrent: () => false,
  mattersBetween: () => [],
  recent: () => [],
  stepsOf: () => [],
  openSteps: () => [],
  decisionsOf: () => [],
  peopleOf: () => [],
  remindersOf: () => 0,
  absenceOn: () => undefined,
  openAbsences: () => [],
  absencesOverlapping: () => [],
  saidBefore: () => undefined,
  saidLately: () => [],
  givenUpSends: () => [],
};

export interface Setting {
  district: string;
  library: Library;
  roster: Roster;
  calendar: Calendar;
  now: Instant;
  sender?: Person;
}

export function understand(text: string, setting: Setting): Understood {
  const { district, library, roster, calendar, now } = setting;
  const sender = setting.sender ?? { id: '', name: '', position: 'staff', unit: '' };
  const marked = mark(text, roster, calendar, now, setting.sender);
  const today = dayOf(now);
  const context: Context = {
    district,
    book: library.inForce(district, today).book,
    library,
    roster,
    calendar,
    now,
    today,
    sender,
    group: null,
    facts: NOTHING,
  };
  const said = { marked, files: [] };
  const found = readings(COMMANDS, said, context);
  const [best, second] = found;
  return {
    spans: asTyped(marked.dates, text).filter((span) => !span.vague),
    people: [...new Set(marked.people.flatMap((p) => (p.candidates.length === 1 ? [p.candidates[0]?.id ?? ''] : [])))],
    reading: best
      ? {
          command: best.command.about,
          name: best.command.name,
          act: best.command.about !== 'rule',
          evidence: best.weight.evidence,
          read: best.command.read(said, context),
        }
      : null,
    other:
      best && second && second.weight.score >= best.weight.score - 1
        ? { command: second.command.about, name: second.command.name }
        : null,
  };
}

/** Spans of the marked text with their words as they were typed. */
function asTyped(spans: readonly DateSpan[], text: string): DateSpan[] {
  const plain = normalise(text);
  return spans.map((span) => {
    const words = plain.original(span.from, span.to);
    const from = plain.origin(span.from);
    return { ...span, text: words, from, to: from + words.length };
  });
}

/** The same, explained to a person in Chinese. */
export function explain(text: string, result: Understood, roster: Roster): string {
  const { reading, spans, people, other } = result;
  const lines = [`原话：${text}`];
  if (reading)
    lines.push(
      `理解为：${reading.act ? '办理' : '查询'}“${reading.name}”（${ABOUTS[reading.command]}），依据字词：${reading.evidence.map((w) => `“${w}”`).join('、')}`,
    );
  else lines.push('理解为：没有看懂');
  if (other) lines.push(`也可能是：“${other.name}”`);
  for (const span of spans) {
    const value =
      span.type === 'duration'
        ? `${span.days}天`
        : span.type === 'set'
          ? '重复的时间'
          : [span.start ?? '不限', span.end]
              .filter((v) => v !== undefined)
              .map((v) => v ?? '不限')
              .join(' 至 ');
    const inferred = span.inferred.length > 0 ? `（推定：${span.inferred.map((part) => PARTS[part]).join('、')}）` : '';
    const fault = span.fault ? `（有误：${FAULTS[span.fault]}）` : '';
    lines.push(`时间：“${span.text}” → ${value}${inferred}${fault}`);
  }
  for (const id of people) lines.push(`人员：${roster.nameOf(id)}`);
  for (const [key, value] of Object.entries(reading?.read ?? {})) {
    if (value !== undefined && value !== '' && READ_WORDS[key])
      lines.push(`${READ_WORDS[key]}：${Array.isArray(value) ? value.join('、') : String(value)}`);
  }
  return lines.join('\n');
}

const PARTS = { year: '年份', month: '月份', day: '日期', weekday: '星期', time: '时刻' } as const;
const FAULTS = {
  'no-such-date': '没有这一天',
  'end-before-start': '结束早于开始',
  'weekday-mismatch': '日期与星期不符',
} as const;
const READ_WORDS: Readonly<Record<string, string>> = {
  place: '地点',
  reason: '事由',
  acting: '代为主持',
  title: '标题',
  kind: '类别',
  meeting: '会议',
  unit: '单位',
  files: '附件',
  label: '按钮',
  note: '意见',
};
