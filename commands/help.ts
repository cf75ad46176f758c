/** 帮助 and small talk: what this person may do now. */
import { type Decision, reply } from '../src/core/decision.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { offersFor } from './offers.ts';

const HELP =
  /^(?:帮助|help|使用说明|怎么用|如何使用|你(?:能|会|可以)(?:做|干|办)(?:些)?(?:什么|啥)|有(?:什么|哪些)功能|菜单|功能)[？?。！!]*$/i;
const HELLO = /^(?:你好|您好|在吗|在不在|早上好|上午好|下午好|晚上好|hello|hi|嗨)[，,。！!？?~]*$/i;
const THANKS = /^(?:谢谢|多谢|感谢|辛苦了|好的|好|收到谢谢|知道了|明白了|ok|嗯)[，,。！!~]*$/i;

export const help: Command = {
  about: 'help',
  name: '帮助',
  examples: ['帮助'],

  weigh(said: Said): Weight | null {
    const { text } = said.marked;
    const found = HELP.exec(text) ?? HELLO.exec(text) ?? THANKS.exec(text);
    return found ? { score: 5, evidence: [found[0]] } : null;
  },

  read: () => ({}),

  decide(said: Said, context: Context): Decision {
    if (THANKS.test(said.marked.text)) return thanked(context);
    const { sender, book } = context;
    const can = offersFor(context).map(({ name, say }, i) => `${i + 1}. ${name}：“${say}”`);
    const open = context.facts.openSteps(sender.id);
    const waiting =
      open.length > 0
        ? `您现有${open.length}件待办，可按卡片按钮或直接回复“同意”“不同意，理由是……”“已阅”等办理；按错了的，五分钟内回复“按错了”。`
        : '';
    return reply(
      'help',
      'answered',
      `${sender.name}您好，我是${book.name}人民政府工作规则助手。您可以：\n${can.join('\n')}\n${waiting}`.trim(),
    );
  },
};

/** 好的 decides nothing: whoever has something to decide is told how. */
function thanked(context: Context): Decision {
  const open = context.facts.openSteps(context.sender.id).filter((s) => s.ask === 'approve' || s.ask === 'countersign');
  const matter = context.facts.matter(open.at(-1)?.matter ?? '');
  return reply(
    'help',
    'answered',
    matter
      ? `您有${open.length}件待办，最近一件是“${matter.title}”。请回复“${open.at(-1)?.ask === 'approve' ? '同意”或“不同意，理由是……' : '无不同意见”或“有不同意见，理由是……'}”，或按卡片上的按钮。`
      : '不客气。需要办理事项或查询规则，请随时告诉我。',
  );
}
