/** A button's word, typed: 同意，注意安全 / 已阅 / 无不同意见 / 我来签发，同意印发. */
import { reply as answer, type Decision } from '../src/core/decision.ts';
import type { Matter, Step } from '../src/core/matter.ts';
import { type Ask, BUTTONS } from '../src/core/vocabulary.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { mentions } from './mention.ts';

/** What people type for each button. */
const WORDS: readonly [string, RegExp][] = [
  ['不同意', /^(?:我|本人)?(?:表示)?(?:不同意|不予同意|不批准|不批|驳回)|^不行/],
  [
    '有不同意见',
    /^(?:我局|我们|我镇|我单位|我|[一-鿿]{2,9}(?:局|镇|街道))?[:,：，]?(?:对(?:此|该[一-鿿]{0,6}|《[^》]*》|[一-鿿]{2,24}?))?(?:会签稿?)?(?:表示)?有(?:不同)?意见/,
  ],
  [
    '无不同意见',
    /^(?:我局|我们|我镇|我单位|我|[一-鿿]{2,9}(?:局|镇|街道))?[:,：，]?(?:对(?:此|该[一-鿿]{0,6}|《[^》]*》|[一-鿿]{2,24}?))?(?:会签稿?)?(?:表示)?(?:无|没有|没)(?:不同|修改)?意见|^会签意见[:：]?(?:无|没有)|^[^，,。；]{2,24}(?:我们|我局|我镇|我单位|本单位|我办|我)(?:无|没有|没)(?:不同|修改)?意见[。！!]?$/,
  ],
  [
    '同意',
    /^(?:我|本人)?(?:(?:代|代表|受)[一-鿿]{1,10}?(?:委托)?[，,]?)?(?:原则)?(?:同意|批准|可以[，。！,.]?$|准予|照准|请按此办理)|(?<![由经])我(?:来)?(?:签发|签批|审定|审签)(?!的|过|了)|[，,。]同意(?:印发|签发|发布)?[。！!.]?$/,
  ],
  ['已阅', /^(?:已阅|阅|已?圈阅|已知|知悉|已知悉|收到)[。！!.，,]?$|^已阅/],
  ['已备案', /^(?:已|予以|同意)?备案(?:了)?/],
  ['参加', /^(?:我|本人)?(?:准时|按时|将|会|可以|能)?(?:参加|参会|出席|到会)[。！!.]?$/],
  ['已办结', /^(?:已(?:经)?|全部)?(?:办结|办完|完成)(?:了)?[。！!.]?$|已办结/],
];

/** 《灌区方案》…, 财政局… before the word itself. */
const SUBJECT =
  /^(?:(?:对|关于|就)?《[^》]*》(?:的)?(?:会签(?:稿|件)?|文件|请示|报告|稿)?[，,:：]?)?(?:(?:我局|我镇|我办|我们|我单位|本单位|[一-鿿]{2,9}(?:局|镇|街道))[，,:：]?)?(?:经研究[，,]?)?/;
/** 原则同意 after what was done with it; what a unit wants changed. */
const VIEWS: readonly [string, RegExp][] = [
  ['同意', /[，,。](?:我局|我们|[一-鿿]{2,9}局)?原则(?:上)?同意/],
  [
    '有不同意见',
    /^(?:建议|认为|要求|主张)(?=[^，,。]{0,20}(?:增加|删|修改|改|补充|调整|明确|不)|[^，,。]{0,30}[，,。]不同意)/,
  ],
];

interface Label {
  label: string;
  note?: string;
}

/** The button's word that a text types: as it stands, or after the matter's title or the speaker's unit. */
function readLabel(text: string, context: Context): Label | null {
  const whole = labelIn(text, WORDS);
  if (whole) return whole;
  const rest = text.replace(SUBJECT, '');
  const named = rest === text ? null : labelIn(rest, WORDS);
  if (named && (/意见$/.test(named.label) || mayView(context))) return named;
  for (const [label, words] of VIEWS) {
    const found = words.exec(rest);
    if (!found || !mayView(context)) continue;
    const said = found.index > 0 ? rest.slice(found.index + found[0].length) : rest;
    const note = said.replace(/^[，,。:：]|[。]$/g, '').trim();
    return { label, ...(note && { note }) };
  }
  return null;
}

function labelIn(text: string, labels: readonly [string, RegExp][]): Label | null {
  for (const [label, words] of labels) {
    const found = words.exec(text);
    if (!found) continue;
    const rest = found.index === 0 ? text.slice(found[0].length).replace(/^[^，,。:：]{0,40}?[，,。:：]\s*/, '') : '';
    const own =
      found.index === 0 && /^[，,。:：]/.test(text.slice(found[0].length))
        ? text.slice(found[0].length + 1)
        : rest === text.slice(found[0].length)
          ? ''
          : rest;
    const note = own
      .replace(/^(?:理由是?|意见是?|原因是?)[:：，,]?/, '')
      .replace(/[。]$/, '')
      .trim();
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
    const decided = /^(?:我|本人)?(?:不同意|同意|已阅|无不同意见|有不同意见|批准|驳回)/.test(text);
    const named = labelIn(text, WORDS) === null;
    return { score: decided || named ? 8 : text.length <= 12 ? 6 : 4.5, evidence: [read.label] };
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
    const meant = mine.filter((c) => mentions(said, c.matter, context));
    const chosen = meant.length > 0 ? meant : [];
    if (chosen.length === 0) return notMine(said, context, read.label);
    const matters = new Set(chosen.map((c) => c.matter.id));
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
