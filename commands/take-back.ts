/** 误按撤回: a button pressed, or its word typed, by mistake is taken back within five minutes. */
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter, Step } from '../src/core/matter.ts';
import { ABOUT_IDS, BUTTONS } from '../src/core/vocabulary.ts';
import { matcher } from '../src/language/matcher.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { mentions } from './mention.ts';

/** Longest first, so that 不同意 isn't read as 同意. A pressed 请假 is a matter of its own, withdrawn as one. */
const LABELS = [...new Set(Object.values(BUTTONS).flat())]
  .filter((label) => label !== '请假')
  .sort((a, b) => b.length - a.length);
const LABEL = LABELS.join('|');
const MISTAKE = matcher(/(?:按|(?<!地)点|选|摁|戳)错(?:了|按钮)|误(?:按|点|触|操作)(?:了)?|手滑(?:了)?/);
const TAKES_BACK = new RegExp(
  `(?:撤回|收回|撤销|取消)(?:我)?(?:刚才|刚刚|方才|上一?次)?(?:对[^，。]{1,30})?(?:的|按的|点的)?[“"]?(?:(${LABEL})|操作|按钮)[”"]?(?:的?操作)?[。！!]?$`,
);
const LONGEST = 60;
const THINKS_AGAIN = matcher(/(?:刚才|刚刚|方才|上一个|上个)[^。]{0,16}(?:撤回|收回|不算|作废)/);
/** Filed so lately that it may be what is meant. */
const LATELY_MS = 1_800_000;

const isOne = (text: string): boolean => MISTAKE.test(text) || TAKES_BACK.test(text);
const labelIn = (text: string): string | undefined => TAKES_BACK.exec(text)?.[1];

export const takeBack: Command = {
  about: 'help',
  name: '误按撤回',
  examples: ['按错了', '撤回刚才的同意'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    if (text.length > LONGEST || /[？?]$|吗[。]?$|怎么|如何|能不能|可不可以/.test(text)) return null;
    const found = MISTAKE.exec(text) ?? TAKES_BACK.exec(text) ?? thinksAgain(said, context);
    return found ? { score: 10, evidence: [found[0]] } : null;
  },

  read: (said) => ({ label: labelIn(said.marked.text) }),

  decide(said: Said, context: Context): Decision {
    const { text } = said.marked;
    const label = labelIn(text);
    const before = context.facts.saidBefore(context.sender.id);
    // Said twice, it must not take back what was meant.
    if (label === undefined && before !== undefined && isOne(before) && !namesMatter(said))
      return reply(
        'help',
        'not-understood',
        '刚才的办理已经处理过了。还要撤回其他事项的，请写明是哪一件，例如：“撤回刚才对水利局请假的同意”。',
      );
    const [meant] = decisionsOf(said, context, label);
    if (!meant)
      return reply(
        'help',
        'not-allowed',
        '未查到您刚才办理的事项。要撤回本人提出的事项，请回复“撤回请假”“撤回议题”等。',
      );
    return { ...reply(meant.matter.about, 'recorded', ''), effects: [{ do: 'take-back', step: meant.step.id }] };
  },
};

/** 刚才那个我再想想，先撤回: said by somebody who has decided something and has nothing of his own that it could mean. */
function thinksAgain({ marked: { text } }: Said, { facts, sender, now }: Context): RegExpExecArray | null {
  const found = THINKS_AGAIN.exec(text);
  if (!found || facts.decisionsOf(sender.id).length === 0) return null;
  const filed = ABOUT_IDS.flatMap((about) => facts.mattersOf(sender.id, about));
  return filed.some((m) => now - m.openedAt <= LATELY_MS) ? null : found;
}

const namesMatter = ({ marked }: Said): boolean =>
  marked.people.length + marked.units.length + marked.titles.length > 0;

/** What the sender decided and the message may mean, newest first. */
function decisionsOf(said: Said, context: Context, label: string | undefined): { step: Step; matter: Matter }[] {
  return context.facts.decisionsOf(context.sender.id).flatMap((step) => {
    const matter = context.facts.matter(step.matter);
    const fits = matter && (label === undefined || step.outcome === label) && mentions(said, matter, context);
    return fits ? [{ step, matter }] : [];
  });
}
