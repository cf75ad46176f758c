/** Requests that lack something: what was said is kept, and the next message is read together with it. */

import { type Decision, reply } from '../../src/core/decision.ts';
import type { Quote } from '../../src/core/message.ts';
import type { About, Missing } from '../../src/core/vocabulary.ts';
import type { Context, Said } from '../command.ts';
import { readAgain } from '../read-again.ts';

/** How a bare answer reads once it stands beside the question's subject. */
const LABELS: Partial<Record<Missing, string>> = {
  host: '主持人：',
  signer: '签发人：',
  opinion: '各方意见：',
};
/** The part that a bare unit has in each kind of request. */
const UNITS: Readonly<Record<string, string>> = { countersign: '请会签部门：', supervision: '责任单位：' };

/** The message together with what earlier messages of the request said; alone where it is `complete` in itself. */
export function resume(said: Said, context: Context, draft?: Record<string, unknown>, complete = false): Said {
  if (typeof draft?.text !== 'string' || complete) return said;
  const asked = Array.isArray(draft.asked) ? draft.asked : [];
  const files = Array.isArray(draft.files) ? draft.files.filter((f): f is string => typeof f === 'string') : [];
  const added = answers(said, asked, String(draft.of ?? ''));
  const whole = added ? `${draft.text}。${added}` : draft.text;
  return readAgain(whole, [...files, ...said.files], context);
}

function answers(said: Said, asked: readonly unknown[], of: string): string {
  const { original, titles } = said.marked;
  if (!original.trim()) return '';
  const bare = original.trim().replace(/[。！!]+$/, '');
  if (asked.includes('topic') && titles.length === 0 && asked.length === 1 && bare.length <= 60) return `《${bare}》`;
  const [only] = asked.length === 1 ? asked : [];
  const label = only === 'department' ? (UNITS[of] ?? '代拟部门：') : LABELS[only as Missing];
  return label && bare.length <= 40 ? `${label}${bare}` : original;
}

/** Asks for what is missing, all in one go, and keeps the rest. */
export function askFor(about: About, said: Said, missing: Missing[], text: string, quotes: Quote[] = []): Decision {
  return {
    ...reply(about, 'incomplete', text, quotes, { missing }),
    effects: [
      {
        do: 'draft',
        about,
        request: { of: about, text: said.marked.original, files: said.files, asked: missing },
        missing,
      },
    ],
  };
}
