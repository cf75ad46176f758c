/** Writes the beginning of a rule module: every clause that looks operational, with its words, to be filled in. */
import type { RuleBook } from './book.ts';
import type { Clauses } from './clauses.ts';
import { openClauses } from './complete.ts';
import { cuesIn, operationalSentences } from './operational.ts';
import type { Provision, RuleModule } from './schema.ts';
import type { Family } from './terms.ts';

/** First match wins: the words by which a sentence belongs to a family. */
const FAMILY_CUES: readonly (readonly [RegExp, Family])[] = [
  [/会签|反馈意见/, 'countersign'],
  [/请销假|请假|外出|休假|补位|离岗/, 'leave'],
  [/纪要/, 'minutes'],
  [/议题|提请.{0,12}会议/, 'agenda'],
  [/会议/, 'meeting'],
  [/协议|合同/, 'agreement'],
  [/公文|文件|行文|简报|规范性文件|签发/, 'document'],
  [/题词|剪彩|贺信|贺电|请柬|活动|外事|专访/, 'event'],
  [/接待|来访/, 'reception'],
  [/督查|督办|督促检查|建议和.{0,4}提案/, 'supervision'],
  [/调研|调查研究/, 'research'],
  [/学习|学法/, 'study'],
  [/公开|公布|解读/, 'publicity'],
  [/决策|论证|听证/, 'decision'],
  [/保密|纪律|廉|审计|请示报告|经费/, 'discipline'],
];

/** A module with a statement for each open operational sentence; what the book already has is kept. */
export function scaffold(book: RuleBook): RuleModule {
  const { district, name, title, edition } = book;
  const module = { district, name, title, edition, silent: [...book.silences], policyOnly: [...book.policyOnly] };
  const open = openClauses({ ...module, provisions: [...book.provisions] }, book.clauses);
  const drafts = open.flatMap(({ ref }) => drafted(ref, book.clauses));
  const settled = new Set([...module.policyOnly, ...book.provisions.flatMap((p) => p.clauses)]);
  return {
    ...module,
    provisions: [...book.provisions, ...drafts],
    policyOnly: [...module.policyOnly, ...policies(book.clauses).filter((ref) => !settled.has(ref))],
  };
}

/** One statement for each operational sentence of a paragraph or of its items. */
function drafted(ref: string, clauses: Clauses): Provision[] {
  return partsOf(ref, clauses).flatMap(({ part, words }) =>
    operationalSentences(words).map((sentence, i): Provision => {
      const phrase = sentence.replace(/[。；]$/, '');
      return {
        id: `clause-${part.replace(/[.(]/g, '-').replace(')', '')}.${i + 1}`,
        family: FAMILY_CUES.find(([cue]) => cue.test(phrase))?.[1] ?? 'other',
        clauses: [part],
        phrase,
        says: `${phrase}。`,
        topics: [],
        value: { kind: 'statement' },
      };
    }),
  );
}

function partsOf(ref: string, clauses: Clauses): { part: string; words: string }[] {
  const items = clauses.refs.filter((r) => r.startsWith(`${ref}(`));
  const [lead = ''] = (clauses.resolve(ref) ?? '').split('\n');
  return [{ part: ref, words: lead }, ...items.map((part) => ({ part, words: clauses.resolve(part) ?? '' }))];
}

/** Paragraphs without any cue. */
function policies(clauses: Clauses): string[] {
  return clauses.refs.filter((ref) => /^\d+\.\d+$/.test(ref) && cuesIn(clauses.resolve(ref) ?? '').length === 0);
}
