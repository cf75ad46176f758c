/** What to do with a message that is only a part of something, or that nothing was read from. */
import type { Command, Context, Said } from '../../commands/command.ts';
import { COMMANDS, reply as replyCommand } from '../../commands/index.ts';
import { offersFor } from '../../commands/offers.ts';
import { onlyAsks } from '../../commands/only-asks.ts';
import type { Draft } from '../../db/verbs/records.ts';
import { type Decision, reply } from '../core/decision.ts';
import { BUTTONS } from '../core/vocabulary.ts';
import type { Reading } from './interpret.ts';

/** Readings this strong are for their own command even while another request is unfinished. */
const STRONG = 4;
/** The same while a reason is awaited, which may speak of meetings and papers. */
const STRONG_BESIDE_REASON = 7;
const QUESTION = 2;
/** 改到12号吧 is no question. */
const QUESTION_BESIDE_REASON = 3;

const GIVE_UP = /^(?:算了|不用了|不办了|取消)[。!！]?$/;
/** 刚才那个会签先撤回，稿子还要改 */
const TAKES_BACK =
  /^(?:刚才|上面|前面|方才)?(?:我)?(?:[发报提]的)?(?:[这那](?:个|份|件|条|项))?[^，。,；;]{0,8}?(?:先|就|都)?(?:撤回|撤销|撤了|撤掉|作废|不(?:发|报|办|送|弄)了)(?:吧|了|一下)?(?:[，。,！!；;]|$)/;

/** Whether a message ends an unfinished request; where one was filed before, taking back may mean that one. */
export const givesUp = ({ marked: { text } }: Said, draft: Draft, { facts, sender }: Context): boolean =>
  GIVE_UP.test(text) || (TAKES_BACK.test(text) && !facts.hasCurrent(sender.id, draft.about));

/** The command whose unfinished request a draft is; a press that waits for its opinion is the reply's. */
export function ownerOf(draft: Draft): Command | undefined {
  return draft.request.label ? replyCommand : COMMANDS.find((c) => c.about === draft.about && c !== replyCommand);
}

/** A reason may well say 研究怎么防汛. */
const PLAINLY_ASKS = /[？?]|[吗呢][。]?$|怎么办/;

/** Whether a message goes on with an unfinished request: unless it is clearly something else, or a question. */
export function fills(owner: Command, draft: Draft, found: readonly Reading[], said: Said): boolean {
  const [best] = found;
  if (onlyAsks(said) && (PLAINLY_ASKS.test(said.marked.text) || !owner.awaits?.(draft.request))) return false;
  if (!best || best.command === owner) return true;
  const [strong, question] = owner.awaits?.(draft.request)
    ? [STRONG_BESIDE_REASON, QUESTION_BESIDE_REASON]
    : [STRONG, QUESTION];
  if (best.command.about === 'rule' && best.weight.evidence.every((words) => words.startsWith('吧'))) return true;
  return best.weight.score < (best.command.about === 'rule' ? question : strong);
}

export const filesIn = (request: Record<string, unknown>): string[] =>
  Array.isArray(request.files) ? request.files.filter((file) => typeof file === 'string') : [];

/** A file that comes before its words waits for them. */
export function keepFile(said: Said): Decision {
  return {
    ...reply(
      'help',
      'not-understood',
      `已收到附件“${said.files.join('、')}”。请说明要办理的事项，例如：“《关于……的通知》拟以区政府办公室名义印发，请送签发”。`,
    ),
    effects: [{ do: 'draft', about: 'help', request: { sent: true, files: said.files }, missing: [] }],
  };
}

/** What this person could say instead. */
export function notUnderstood(said: Said, context: Context): Decision {
  const examples = offersFor(context).slice(0, 3);
  return {
    ...reply(
      'help',
      'not-understood',
      `没有看懂您的意思。${sayWaiting(context)}您可以这样说：${examples.map(({ say }) => `“${say}”`).join('；')}。回复“帮助”查看您现在可以办理的事项。`,
    ),
    effects: said.marked.text ? [{ do: 'ask-office', outcome: 'not-understood', text: said.marked.text }] : [],
  };
}

/** Whoever has something to decide may well have meant that. */
function sayWaiting({ facts, sender }: Context): string {
  const open = facts.openSteps(sender.id).filter(({ ask }) => ask === 'approve' || ask === 'countersign');
  const last = open.at(-1);
  const matter = last && facts.matter(last.matter);
  if (!matter) return '';
  const [yes, no] = BUTTONS[last.ask];
  return `您有${open.length}件待办，最近一件是“${matter.title}”，可回复“${yes}”或“${no}，理由是……”。`;
}
