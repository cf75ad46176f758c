/** 圈阅 of a paper that asks for a decision: it decides nothing, where the rule wants an opinion or says what 圈阅 means. */
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { Context } from '../command.ts';

/** Asks for the opinion on the newest request that waits; `undefined` where none does, or the rule wants none. */
export function onlyRead(waiting: readonly { matter: Matter }[], { book }: Context): Decision | undefined {
  const rules = [...book.byKind('circle-means-read'), ...book.byKind('opinion-form')];
  const request = waiting.findLast(({ matter }) => matter.about === 'document' && matter.kind === 'request')?.matter;
  if (!request || rules.length === 0) return undefined;
  return reply(
    'document',
    'incomplete',
    `“${request.title}”有具体请示事项，只圈阅不作为审批意见。${rules.map((r) => r.says).join('')}请回复“同意”或者“不同意，理由是……”。`,
    quotesOf(book, rules),
    { missing: ['opinion'] },
  );
}
