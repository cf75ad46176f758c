import type { Day } from '../core/day.ts';
import type { RuleBook } from './book.ts';
import type { Family } from './terms.ts';

/** A provision as `rules --json` prints it (contract §4). */
export interface Listed {
  id: string;
  family: Family;
  clauses: string[];
  phrase: string;
  edition: Day;
  says: string;
}

/** Every provision of an edition, in the module's order. */
export function listed(book: RuleBook): Listed[] {
  return book.provisions.map(({ id, family, clauses, phrase, says }) => ({
    id,
    family,
    clauses: [...clauses],
    phrase,
    edition: book.edition.issued,
    says,
  }));
}

/** The inventory's families with the Chinese that people read. */
export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  leave: '请假外出与补位',
  meeting: '会议',
  agenda: '议题',
  minutes: '纪要与印发',
  document: '公文',
  countersign: '会签',
  agreement: '协议',
  event: '活动',
  supervision: '督查督办',
  research: '调研',
  reception: '接待',
  publicity: '公开',
  decision: '决策',
  study: '学习',
  discipline: '纪律',
  other: '其他',
};
