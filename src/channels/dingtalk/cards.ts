/**
 * A dispatch as the values of the card template (互动卡片模板) in card-template.json. Their texts are plain: the template
 * has no markdown.
 */
import { type Ask, BUTTONS } from '../../core/vocabulary.ts';
import type { Dispatch } from '../channel.ts';
import {
  askOf,
  attachmentLines,
  cutTo,
  headOf,
  inert,
  linkLines,
  noteHint,
  plainText,
  splitQuotes,
  titleOf,
} from '../wording.ts';

/** `cardParamMap`: every value is a string of at most 1 KB; an empty one hides its part of the card. */
export type CardValues = Readonly<Record<string, string>>;

/** What a card's id (outTrackId) tells about it. */
export interface TrackId {
  delivery: number;
  ask: Ask;
}

/** The parameter of a press that carries the comment (附言). */
export const NOTE_PARAM = 'note';

const MAX_VALUE_BYTES = 1000;
/** A long text takes several values; the template shows them one below the other. */
const BODY_PARTS = 4;
const QUOTE_PARTS = 4;
/** The platform takes 15,000 bytes of message parameters, which are JSON inside JSON. */
const MAX_PARAM_BYTES = 14_500;

/** A card's id: the same key makes the same card, so that a repeat is harmless. At most 64 characters. */
export function trackIdOf(dispatch: Dispatch, key: string): string {
  return `${dispatch.id}.${askOf(dispatch) ?? ''}.${key}`;
}

/** @example readTrackId('42.approve.mbq1-x7') // { delivery: 42, ask: 'approve' } */
export function readTrackId(trackId: string): TrackId | undefined {
  const [, id, ask] = /^(\d{1,15})\.([a-z]+)\../.exec(trackId) ?? [];
  return ask !== undefined && Object.hasOwn(BUTTONS, ask) ? { delivery: Number(id), ask: ask as Ask } : undefined;
}

/** The button that a press means: by its label, or by the place in its component's id (`button0`). */
export function labelOf({ ask }: TrackId, said: readonly unknown[]): string | undefined {
  const labels = BUTTONS[ask];
  const words = said.filter((word): word is string => typeof word === 'string').map((word) => word.trim());
  const places = words.flatMap((word) => /^button(\d)$/.exec(word)?.[1] ?? []);
  return words.find((word) => labels.includes(word)) ?? places.flatMap((place) => labels[Number(place)] ?? [])[0];
}

/** The card of a dispatch that has something to press; `undefined` where text must do. */
export function cardOf(dispatch: Dispatch): CardValues | undefined {
  return askOf(dispatch) === undefined ? undefined : valuesOf(dispatch);
}

/** All values of a card, also of one already decided; `undefined` when the text is too long for one. */
export function valuesOf(dispatch: Dispatch): CardValues | undefined {
  const [first] = dispatch.deliveries;
  const parts = dispatch.deliveries.map(splitQuotes);
  const files = dispatch.deliveries.flatMap(attachmentLines);
  const words = inert([...parts.map((p) => p.words), ...files, ...(dispatch.progress ?? [])].join('\n'));
  const body = pieces([words, ...linkLines(dispatch)].join('\n'), BODY_PARTS);
  const quotes = pieces(inert(parts.flatMap((p) => p.quotes).join('\n')), QUOTE_PARTS);
  if (!body || !quotes) return undefined;
  const open = dispatch.outcome === undefined;
  const [button0 = '', button1 = ''] = open ? first.buttons : [];
  return {
    title: inert(titleOf(dispatch)),
    applicant: dispatch.applicant ? `申请人：${inert(dispatch.applicant)}` : '',
    ...named('body', body),
    ...named('quote', quotes),
    hint: button0 === '' ? '' : noteHint(first.status),
    button0,
    button1,
    outcome: cutTo(inert(dispatch.outcome ?? ''), MAX_VALUE_BYTES),
  };
}

const named = (name: string, values: readonly string[]): CardValues =>
  Object.fromEntries(values.map((value, i) => [`${name}${i}`, value]));

/** Exactly `count` pieces that fit a value each, cut at line ends where possible; `undefined` when it takes more. */
function pieces(text: string, count: number): string[] | undefined {
  const found: string[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    const head = headOf(rest, MAX_VALUE_BYTES);
    const line = head.length < rest.length ? head.lastIndexOf('\n') : -1;
    const piece = line > 0 ? head.slice(0, line) : head;
    found.push(piece);
    rest = rest.slice(piece.length).replace(/^\n+/, '');
  }
  return found.length > count ? undefined : [...found, ...Array<string>(count - found.length).fill('')];
}

/** The dispatch as text that can be answered in words. */
export function textOfDispatch(dispatch: Dispatch): string {
  const text = plainText(dispatch);
  const fitting = cutTo(text, MAX_PARAM_BYTES);
  // Quotation marks and line ends take two bytes in JSON.
  return Buffer.byteLength(JSON.stringify(fitting)) <= MAX_PARAM_BYTES ? fitting : cutTo(text, MAX_PARAM_BYTES / 2);
}
