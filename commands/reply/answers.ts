/** What a typed message answers: a button's word, and which matter each word names. */
import type { Matter, Step } from '../../src/core/matter.ts';
import { type Ask, BUTTONS } from '../../src/core/vocabulary.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { Context, Said } from '../command.ts';
import { type Named, naming, stretches, waiting } from './naming.ts';
import {
  ALL,
  DIFFERS_AFTER,
  everydayIn,
  type Label,
  labelIn,
  NO_GROUND,
  OUTCOME,
  SUBJECT,
  VIEWS,
  WORDS,
} from './words.ts';

/** 嗯，/ 我看 / 我个人 before the answer itself. */
const OPENING = matcher(
  /^(?:嗯+|好的?|行吧?|哦|噢|那|收到)[，,。]+(?=.)|^(?:我看|我觉得|我认为|我想|我个人|我这边|我这里|我们?(?=没))[，,]?|^拟(?=同意)/,
);

/** The button's word that a text types: as it stands, after the matter's title or the speaker's unit, or in everyday words. */
function readLabel(typed: string, context: Context): Label | null {
  const text = typed.replace(ALL, '');
  const strict = outcome(text, context) ?? strictLabel(text, context);
  if (strict && openFor(context, strict.label).length + openFor(context, OTHERWISE[strict.label] ?? '').length > 0)
    return strict;
  const plain = everyday(text, context) ?? strict;
  return plain || !OPENING.test(text) ? plain : readLabel(text.replace(OPENING, ''), context);
}

/** 领导同意了: the office, which takes a matter through approval, tells what came of it. */
function outcome(text: string, context: Context): Label | null {
  const found = OUTCOME.exec(text);
  if (!found) return null;
  const records = context.facts.openSteps(context.sender.id).some((step) => step.ask === 'approve' && step.body);
  const note = text.replace(/[。！!]$/, '');
  return records ? { label: found[1] ? '不同意' : '同意', note, elsewhere: true } : null;
}

/** An answer, and which matter it names. */
export interface Answer extends Label {
  named?: Named;
}

/** The answers of a message: one, or several that each name their matter. */
export function readAnswers(said: Said, context: Context): Answer[] {
  const { text, original } = said.marked;
  const whole = readLabel(original.trim(), context);
  if (text.length > LONGEST_OF_SEVERAL) return whole ? [whole] : [];
  const each = whole && !SEVERAL.test(text) ? [] : answersEach(said, context);
  if (each.length > 1 || !whole) return each.length > 0 ? each : ofLeave(text);
  return [whole];
}

/** 毕长江主任请假，批准; 我的请假我自己同意了: decides a leave, whoever may. */
function ofLeave(text: string): Answer[] {
  const word = /^[^，。]{2,16}(?:请假|外出|的假)[，]?(?:我|本人|自己)*(不同意|不批准?|同意|批准|准)了?[。！!]?$/.exec(
    text.replaceAll(',', '，'),
  )?.[1];
  return word ? [{ label: /^不/.test(word) ? '不同意' : '同意' }] : [];
}

/** Another word that decides stands after a stop. */
const SEVERAL = matcher(/[，,。；;][^，,。；;]*(?:同意|准|批|行|可以|不|等)/);

/** 殷振华的准了，方丽华的再等等: stretches that name a matter; what no word decides stays open, and is no opinion on another. */
function answersEach(said: Said, context: Context): Answer[] {
  const { text } = said.marked;
  const found: Answer[] = [];
  let left: { named: Named; words: string[] } | null = null;
  for (const { from, to } of stretches(said)) {
    const named = labelFirst(said, context, from, to) ?? naming(said, context, from, to);
    const label = readLabel(named ? named.rest : text.slice(from, to), context);
    const last = found.at(-1);
    if (named && label) {
      found.push({ ...label, named });
      left = null;
    } else if (named && waiting(context).some((matter, i) => named.fits(matter, i) && !last?.named?.fits(matter, i)))
      left = { named, words: [named.rest] };
    else if (left && label) {
      found.push({ ...label, named: left.named, note: joined([...left.words, label.note]) });
      left = null;
    } else if (left) left.words.push(text.slice(from, to));
    else if (last) last.note = joined([last.note, text.slice(from, to)]);
    else return [];
  }
  return found;
}

const joined = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter(Boolean).join('，') || undefined;

/** 同意殷振华的: the word before the name. */
function labelFirst(said: Said, context: Context, from: number, to: number): Named | null {
  const word = /^(?:不同意|同意|批准|不批|准)(?=.{2})/.exec(said.marked.text.slice(from, to))?.[0];
  const named = word ? naming(said, context, from + word.length, to) : null;
  return word && named?.rest === '' ? { ...named, rest: word } : null;
}

const LONGEST_EVERYDAY = 60;
/** Longer messages don't answer several cards at once. */
const LONGEST_OF_SEVERAL = 200;

export const everyday = (text: string, context: Context): Label | null =>
  text.length > LONGEST_EVERYDAY
    ? null
    : everydayIn(text, () => new Set(context.facts.openSteps(context.sender.id).map((step) => step.ask)));

function strictLabel(text: string, context: Context): Label | null {
  const whole = labelIn(text, WORDS);
  if (whole) return whole;
  const rest = text.replace(SUBJECT, '');
  const named = rest === text ? null : labelIn(rest, WORDS);
  if (named && (/意见$/.test(named.label) || mayView(context))) return named;
  const differs = mayView(context) ? DIFFERS_AFTER.exec(rest) : null;
  if (differs) return { label: '有不同意见', ...(!NO_GROUND.test(differs[1] ?? '') && { note: differs[1] }) };
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

/** 同意 to a countersign is 无不同意见, 不同意 is 有不同意见, and the other way round. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  同意: '无不同意见',
  不同意: '有不同意见',
  无不同意见: '同意',
  有不同意见: '不同意',
};

const asksFor = (label: string): Ask[] => (Object.keys(BUTTONS) as Ask[]).filter((ask) => BUTTONS[ask].includes(label));

export interface Candidate {
  step: Step;
  matter: Matter;
}

export function openFor(context: Context, label: string): Candidate[] {
  const asks = asksFor(label);
  return context.facts.openSteps(context.sender.id).flatMap((step) => {
    const matter = asks.includes(step.ask) ? context.facts.matter(step.matter) : undefined;
    return matter ? [{ step, matter }] : [];
  });
}
