/** A button's word, typed: 同意，注意安全 / 已阅 / 无不同意见 / 我来签发，同意印发. */
import { reply as answer, type Decision } from '../src/core/decision.ts';
import type { Matter, Step } from '../src/core/matter.ts';
import { type Ask, BUTTONS } from '../src/core/vocabulary.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { mentions } from './mention.ts';
import { ALL, everydayIn, type Label, labelIn, SUBJECT, VIEWS, WORDS } from './reply/words.ts';

/** The button's word that a text types: as it stands, after the matter's title or the speaker's unit, or in everyday words. */
function readLabel(typed: string, context: Context): Label | null {
  const text = typed.replace(ALL, '');
  const strict = strictLabel(text, context);
  if (strict && openFor(context, strict.label).length + openFor(context, COUNTERSIGNED[strict.label] ?? '').length > 0)
    return strict;
  return everyday(text, context) ?? strict;
}

const LONGEST_EVERYDAY = 60;

const everyday = (text: string, context: Context): Label | null =>
  text.length > LONGEST_EVERYDAY
    ? null
    : everydayIn(text, () => new Set(context.facts.openSteps(context.sender.id).map((step) => step.ask)));

function strictLabel(text: string, context: Context): Label | null {
  const whole = labelIn(text, WORDS);
  if (whole) return whole;
  const rest = text.replace(SUBJECT, '');
  const named = rest === text ? null : labelIn(rest, WORDS);
  if (named && (/意见$/.test(named.label) || mayView(context))) return named;
  for (const { label, words, whole: opinion } of VIEWS) {
    const found = words.exec(rest);
    if (!found || !mayView(context)) continue;
    const after = rest.slice(found.index + found[0].length).replace(/^[^，,。:：；;]{0,12}(?=[，,。:：；;]|$)/, '');
    const note = (opinion ? rest : after).replace(/^[，,。:：；;]|[。]$/g, '').trim();
    return { label, ...(note && { note }) };
  }
  return null;
}

/** Whether the sender is asked for a countersign, so that what his unit thinks is its answer. */
const mayView = (context: Context): boolean =>
  context.facts.openSteps(context.sender.id).some((step) => step.ask === 'countersign');

/** 同意 to a countersign is 无不同意见, 不同意 is 有不同意见. */
const COUNTERSIGNED: Readonly<Record<string, string>> = { 同意: '无不同意见', 不同意: '有不同意见' };

const asksFor = (label: string): Ask[] => (Object.keys(BUTTONS) as Ask[]).filter((ask) => BUTTONS[ask].includes(label));

interface Candidate {
  step: Step;
  matter: Matter;
}

function openFor(context: Context, label: string): Candidate[] {
  const asks = asksFor(label);
  return context.facts.openSteps(context.sender.id).flatMap((step) => {
    const matter = asks.includes(step.ask) ? context.facts.matter(step.matter) : undefined;
    return matter ? [{ step, matter }] : [];
  });
}

export const reply: Command = {
  about: 'help',
  name: '办理',
  examples: ['同意', '不同意，理由是……', '已阅', '无不同意见'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    const read = readLabel(text, context);
    if (!read || /[？?]$|吗$/.test(text)) return null;
    const decided = /^(?:都|全部?|均|我|本人)?(?:不同意|同意|已阅|无不同意见|有不同意见|批准|驳回)/.test(text);
    const named = labelIn(text, WORDS) === null;
    return {
      score: decided || named ? 8 : text.length <= 12 ? 6 : everyday(text, context) ? 5.5 : 4.5,
      evidence: [read.label],
    };
  },

  read: (said, context) => ({ ...readLabel(said.marked.text, context) }),

  decide(said: Said, context: Context, draft?: Record<string, unknown>): Decision {
    if (draft && typeof draft.step === 'number' && typeof draft.label === 'string') {
      return {
        ...answer('help', 'recorded', ''),
        effects: [{ do: 'press', step: draft.step, label: draft.label, note: said.marked.original }],
      };
    }
    const read = readLabel(said.marked.original.trim(), context);
    if (!read) return answer('help', 'not-understood', '没有看懂您要办理的事项。');
    const asked = openFor(context, read.label);
    const label = asked.length > 0 ? read.label : (COUNTERSIGNED[read.label] ?? read.label);
    const mine = label === read.label ? asked : openFor(context, label);
    // Whom the opinion speaks of says nothing of which matter is meant, unless several are.
    const spoken = mine.length > 1 ? said : firstClause(said);
    const fitting = mine.filter((c) => mentions(spoken, c.matter, context));
    const chosen = label === '已办结' ? bestNamed(fitting, said.marked.text) : fitting;
    if (chosen.length === 0) return notMine(said, context, read.label);
    const matters = new Set(chosen.map((c) => c.matter.id));
    if (matters.size > 1 && ALL.test(said.marked.text)) return pressAll(chosen, label, read.note);
    if (matters.size > 1) {
      const list = [...new Set(chosen.map((c) => `“${c.matter.title}”`))].slice(0, 5).join('、');
      return answer(
        'help',
        'not-understood',
        `您有${matters.size}件事项可以“${label}”：${list}。请写明是哪一件，或直接按卡片上的按钮。`,
      );
    }
    const last = chosen.at(-1);
    return last
      ? {
          ...answer(last.matter.about, 'recorded', ''),
          effects: [{ do: 'press', step: last.step.id, label, note: read.note }],
        }
      : notMine(said, context, read.label);
  },
};

const PAIR = /(?=([一-鿿]{2}))/g;

/** What is done may be told by words of its title: those matters of which a text says the most. */
function bestNamed(candidates: Candidate[], text: string): Candidate[] {
  const named = ({ matter }: Candidate): number =>
    [...matter.title.matchAll(PAIR)].filter(([, pair]) => text.includes(pair ?? '')).length;
  const most = Math.max(...candidates.map(named));
  return candidates.filter((c) => named(c) === most);
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
    const found = context.facts.recent(matter).find((m) => m.state !== 'withdrawn' && mentions(said, m, context, true));
    if (!found) continue;
    const open = context.facts
      .stepsOf(found.id)
      .filter((s) => s.state === 'open' && s.ask !== 'note' && s.ask !== 'file');
    const who = [...new Set(open.flatMap((s) => context.facts.peopleOf(s.id)).map((id) => context.roster.nameOf(id)))];
    const now = who.length > 0 ? `现由${who.join('、')}办理` : '已办理完毕';
    return answer(found.about, 'not-allowed', `您无权办理“${found.title}”，该事项${now}。`);
  }
  return answer('help', 'not-allowed', `您目前没有可以“${label}”的事项。`);
}
