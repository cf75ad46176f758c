/** A button's word, typed: 同意，注意安全 / 已阅 / 无不同意见 / 我来签发，同意印发. */
import { reply as answer, type Decision } from '../src/core/decision.ts';
import type { Matter, Step } from '../src/core/matter.ts';
import type { About } from '../src/core/vocabulary.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { mentions } from './mention.ts';
import { asks } from './only-asks.ts';
import { type Answer, type Candidate, everyday, OTHERWISE, openFor, readAnswers } from './reply/answers.ts';
import { consentIn, lately, mostNamed } from './reply/consent.ts';
import type { Named } from './reply/naming.ts';
import { onlyRead } from './reply/only-read.ts';
import { ALL, labelIn, PUTS_OFF, WORDS } from './reply/words.ts';

export const reply: Command = {
  about: 'help',
  name: '办理',
  examples: ['同意', '不同意，理由是……', '已阅', '无不同意见'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    if (/[？?]$|吗[。]?$/.test(text)) return null;
    const weight = weighAnswer(said, context);
    return weight && !asks(text.slice(0, firstStop(text))) ? weight : null;
  },

  read: (said, context) => {
    const [read] = readAnswers(said, context);
    return { ...(read && { label: read.label, note: read.note }) };
  },

  decide(said: Said, context: Context, draft?: Record<string, unknown>): Decision {
    if (draft && typeof draft.step === 'number' && typeof draft.label === 'string') {
      return {
        ...answer('help', 'recorded', ''),
        effects: [{ do: 'press', step: draft.step, label: draft.label, note: said.marked.original }],
      };
    }
    const left = puttingOff(said, context);
    if (left) return sayLeft(left);
    const consent = consentTo(said, context);
    if (consent) return decideConsent(consent, context);
    const answers = readAnswers(said, context);
    const [read, another] = answers;
    if (!read) return answer('help', 'not-understood', '没有看懂您要办理的事项。');
    return another ? decideEach(answers, context) : decideOne(read, said, context);
  },
};

/** How much a message that asks nothing reads as an answer. */
function weighAnswer(said: Said, context: Context): Weight | null {
  const { text } = said.marked;
  if (puttingOff(said, context)) return { score: 5, evidence: [text] };
  const consent = consentTo(said, context);
  if (consent) return { score: OF_THE_MATTER, evidence: [consent.label] };
  const [read] = readAnswers(said, context);
  if (!read) return null;
  const decided = /^(?:都|全部?|均|我|本人)?(?:不同意|同意|已阅|无不同意见|有不同意见|批准|驳回)/.test(text);
  const named = read.named !== undefined || labelIn(text, WORDS) === null;
  return {
    score: decided || named ? 8 : text.length <= 12 ? 6 : everyday(text, context) ? 5.5 : 4.5,
    evidence: [read.label],
  };
}

/** A word that decides, with the matter's own words beside it, is no new matter, however like one it reads. */
const OF_THE_MATTER = 20;

interface Consent {
  label: string;
  matter: Matter;
  /** The speaker's own to press; missing where the matter is not his to decide. */
  step?: Step;
}

/** What a message decides of a matter that it names; `null` where the answers of `readAnswers` tell more, or it names none. */
function consentTo(said: Said, context: Context): Consent | null {
  const label = consentIn(said);
  if (!label) return null;
  const mine = [...openFor(context, label), ...openFor(context, OTHERWISE[label] ?? '')];
  if (mine.length > 0 && readAnswers(said, context).length > 0) return null;
  const own = mostNamed(
    said,
    mine.map((c) => c.matter),
    context,
    false,
  );
  const step = mine.find((c) => c.matter.id === own?.id)?.step;
  if (own && step)
    return { label: openFor(context, label).length > 0 ? label : (OTHERWISE[label] ?? label), matter: own, step };
  const matter = mostNamed(said, lately(context), context, mine.length > 0);
  return matter ? { label, matter } : null;
}

const decideConsent = ({ label, matter, step }: Consent, context: Context): Decision =>
  step
    ? { ...answer(matter.about, 'recorded', ''), effects: [{ do: 'press', step: step.id, label, note: undefined }] }
    : notHis(matter, context);

/** One answer: to the matter it names, else to the one that waits for it; which, is asked where several do. */
function decideOne(read: Answer, said: Said, context: Context): Decision {
  const asked = openFor(context, read.label);
  const label = asked.length > 0 ? read.label : (OTHERWISE[read.label] ?? read.label);
  const mine = label === read.label ? asked : openFor(context, label);
  // Whom the opinion speaks of says nothing of which matter is meant, unless several are.
  const spoken = mine.length > 1 ? said : firstClause(said);
  const { named } = read;
  const fits = named
    ? fitting(mine, named)
    : mine.filter((c) => (read.elsewhere ? c.step.body !== null : mentions(spoken, c.matter, context)));
  const chosen = label === '已办结' ? bestNamed(fits, said.marked.text) : fits;
  const last = chosen.at(-1);
  if (!last)
    return (read.label === '已阅' && onlyRead(openFor(context, '同意'), context)) || notMine(said, context, read.label);
  const matters = new Set(chosen.map((c) => c.matter.id));
  if (matters.size > 1 && ALL.test(said.marked.text)) return pressAll(chosen, label, read.note);
  if (matters.size > 1) return askWhich(chosen, label);
  return {
    ...answer(last.matter.about, 'recorded', ''),
    effects: [{ do: 'press', step: last.step.id, label, note: read.note }],
  };
}

const fitting = (mine: readonly Candidate[], named: Named): Candidate[] => {
  const order = [...new Set(mine.map((c) => c.matter.id))];
  return mine.filter((c) => named.fits(c.matter, order.indexOf(c.matter.id)));
};

const askWhich = (chosen: readonly Candidate[], label: string): Decision => {
  const titles = [...new Set(chosen.map((c) => `“${c.matter.title}”`))];
  const list = titles.slice(0, 5).join('、');
  return answer(
    'help',
    'not-understood',
    `您有${titles.length}件事项可以“${label}”：${list}。请写明是哪一件，或直接按卡片上的按钮。`,
  );
};

/** 水利局的同意，财政局的不同意，…: nothing is pressed unless every answer is clear. */
function decideEach(answers: readonly Answer[], context: Context): Decision {
  const presses: Decision['effects'] = [];
  for (const { label, note, named } of answers) {
    const chosen = named ? fitting(openFor(context, label), named) : [];
    const [one, another] = chosen;
    if (another && one && one.matter.id !== another.matter.id) return askWhich(chosen, label);
    if (!one)
      return answer(
        'help',
        'not-understood',
        `未查到可以“${label}”的是哪一件，均未办理。请逐件写明，或直接按卡片上的按钮。`,
      );
    presses.push({ do: 'press', step: one.step.id, label, note });
  }
  return { ...answer('help', 'recorded', ''), effects: presses };
}

/** 先放放, 等我问问区长再说: what the speaker leaves undecided; `null` where he decides or nothing waits. */
function puttingOff({ marked: { text } }: Said, context: Context): Matter | null {
  if (!PUTS_OFF.test(text)) return null;
  const steps = context.facts
    .openSteps(context.sender.id)
    .filter(({ ask }) => ask === 'approve' || ask === 'countersign');
  return context.facts.matter(steps.at(-1)?.matter ?? '') ?? null;
}

/** Nothing is decided by it, and nothing goes on. */
const sayLeft = (matter: Matter): Decision =>
  answer(
    matter.about,
    'answered',
    `“${matter.title}”未作决定，仍待您办理。决定后请回复“同意”或“不同意，理由是……”；需要届时提醒的，请回复“明天上午再提醒我”。`,
  );

const PAIR = /(?=([一-鿿]{2}))/g;

/** What is done may be told by words of its title: those matters of which a text says the most. */
function bestNamed(candidates: Candidate[], text: string): Candidate[] {
  const named = ({ matter }: Candidate): number =>
    [...matter.title.matchAll(PAIR)].filter(([, pair]) => text.includes(pair ?? '')).length;
  const most = Math.max(...candidates.map(named));
  return candidates.filter((c) => named(c) === most);
}

/** 同意后谁备案, 批准权限怎么规定: the answer itself must not ask; what follows it may. */
function firstStop(text: string): number {
  const at = text.search(/[，,。；;！!]/);
  return at < 0 ? text.length : at;
}

/** A message up to its first stop, with the people, units and titles named there. */
function firstClause({ marked, files }: Said): Said {
  const end = marked.text.search(/[，,。；;！!：:]/);
  if (end < 0) return { marked, files };
  const text = marked.text.slice(0, end);
  return {
    files,
    marked: {
      ...marked,
      text,
      people: marked.people.filter((p) => p.to <= end),
      units: marked.units.filter((u) => u.to <= end),
      titles: marked.titles.filter((t) => text.includes(t)),
    },
  };
}

/** 都同意: the same word on every matter that asks for it. */
function pressAll(chosen: readonly Candidate[], label: string, note: string | undefined): Decision {
  return {
    ...answer('help', 'recorded', ''),
    effects: chosen.map((c) => ({ do: 'press' as const, step: c.step.id, label, note })),
  };
}

/** What a matter is called where nothing else of it is named. */
const SPOKEN_AS: Partial<Record<About, RegExp>> = {
  minutes: /纪要/,
  agenda: /议题/,
  countersign: /会签/,
  agreement: /协议/,
};

/** Somebody else's to decide: said so, with who has it. */
function notHis(matter: Matter, { facts, roster }: Context): Decision {
  const open = facts.stepsOf(matter.id).filter((s) => s.state === 'open' && s.ask !== 'note' && s.ask !== 'file');
  const who = [...new Set(open.flatMap((s) => facts.peopleOf(s.id)).map((id) => roster.nameOf(id)))];
  const now = who.length > 0 ? `现由${who.join('、')}办理` : '已办理完毕';
  return answer(matter.about, 'not-allowed', `您无权办理“${matter.title}”，该事项${now}。`, matter.quotes);
}

/** Nothing of the sender's to decide: said so, with who has it where the matter is known. */
function notMine(said: Said, context: Context, label: string): Decision {
  for (const matter of [
    'leave',
    'minutes',
    'document',
    'agenda',
    'meeting',
    'countersign',
    'event',
    'agreement',
    'supervision',
    'reception',
  ] as const) {
    const spoken = SPOKEN_AS[matter]?.test(said.marked.text) ?? false;
    const found = context.facts
      .recent(matter)
      .find((m) => m.state !== 'withdrawn' && mentions(said, m, context, !spoken));
    if (!found) continue;
    return notHis(found, context);
  }
  const noted = context.facts.openSteps(context.sender.id).find((step) => step.ask === 'note');
  const report = noted && context.facts.matter(noted.matter);
  return answer(
    report?.about ?? 'help',
    'not-allowed',
    report
      ? `“${report.title}”是报告事项，规则未要求您表示同意与否。请回复“已阅”；有意见的，请回复“已阅，意见：……”，由本助手转告。`
      : `您目前没有可以“${label}”的事项。`,
  );
}
