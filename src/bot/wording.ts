import { sayDay } from '../core/day.ts';
import type { Matter, PlannedStage } from '../core/matter.ts';
import { sayPerson } from '../core/roster.ts';
import type { Ask } from '../core/vocabulary.ts';
import { type Assignment, partyName } from './parties.ts';
import type { Turn } from './turn.ts';

const HEADS: Record<Ask, string> = {
  approve: '请审批',
  note: '请阅知',
  file: '请备案',
  countersign: '请会签',
  attend: '请参会',
  do: '请办理',
};

/** The rule's verbs that read well after 请. */
const VERBS = /^(?:审|签|核|会审|批准|确定|协调|综合平衡|提出|进行|商定)/;

/** What a step's person reads: what is asked, the matter, points to weigh, the due day, why it came to them. */
export function askLine(turn: Turn, matter: Matter, stage: PlannedStage, assignment: Assignment): string {
  const head = stage.ask === 'approve' && stage.word && VERBS.test(stage.word) ? `请${stage.word}` : HEADS[stage.ask];
  const shown =
    stage.ask === 'attend' || stage.ask === 'do' || stage.ask === 'countersign'
      ? matter.data.publicBody
      : matter.data.body;
  const due = stage.due
    ? `${stage.ask === 'countersign' ? '请于' : '办理时限：'}${sayDue(turn, stage.due)}${stage.ask === 'countersign' ? '前反馈。' : '。'}`
    : '';
  const warnings =
    stage.ask === 'approve' || stage.ask === 'note' ? matter.data.warnings.map((w) => `\n提示：${w}`).join('') : '';
  return [
    `【${head}】${matter.title}\n${shown}`,
    due && `\n${due}`,
    stage.hint && `\n${stage.hint}`,
    assignment.hint && `\n${assignment.hint}`,
    warnings,
  ]
    .filter(Boolean)
    .join('');
}

/** `3月4日（周三）`, with a word where the day lies past the announced calendar. */
export function sayDue(turn: Turn, due: string): string {
  const day = due.slice(0, 10);
  const provisional = turn.calendar.isProvisional(day) ? '（该年度放假安排尚未公布，暂按周末推算）' : '';
  return `${sayDay(day, turn.today)}${due.slice(10, 16).replace('T', ' ')}${provisional}`;
}

/** `已报区委书记赵明远、区长钱立群阅知。` */
export function reachedLine(turn: Turn, reached: readonly Assignment[]): string {
  const names = reached.map((a) => {
    const person = turn.roster.person(a.people[0] ?? '');
    return a.body ? partyName(a.body) : person ? sayPerson(person) : '';
  });
  const unique = [...new Set(names.filter(Boolean))];
  return unique.length > 0 ? `已送${unique.join('、')}。` : '';
}
