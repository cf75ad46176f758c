/**
 * What patterns cannot match without. Of the hundreds that a message is held against few match: the characters that each
 * needs, its own source tells, and one pass over a text finds which are there.
 */
import { needOf } from './matcher/needs.ts';

/** Characters and pairs share these places; where two share one, a pattern is run for nothing at times. */
const PLACES = 1 << 14;

const placeOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 18;

interface Scanned {
  text: string;
  /** One bit a place. */
  has: Uint32Array;
}

/** A message, and what is left of it without its titles, its choices, its own punctuation. */
const scanned: Scanned[] = Array.from({ length: 6 }, () => ({ text: '', has: new Uint32Array(PLACES / 32) }));
let latest = scanned[0] as Scanned;
let next = 0;

function scan(text: string): Scanned {
  const known = scanned.find((one) => one.text === text);
  if (known) return known;
  const one = scanned[next] as Scanned;
  next = (next + 1) % scanned.length;
  one.text = text;
  const { has } = one;
  has.fill(0);
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const single = placeOf(0, code);
    const pair = placeOf(before, code);
    has[single >>> 5] = (has[single >>> 5] ?? 0) | (1 << (single & 31));
    has[pair >>> 5] = (has[pair >>> 5] ?? 0) | (1 << (pair & 31));
    before = code;
  }
  return one;
}

/** The places of what patterns need, by their source; `null` where a pattern needs nothing in particular. */
const needs = new Map<string, Uint16Array | null>();

function placesOf(pattern: RegExp): Uint16Array | null {
  const need = needOf(pattern);
  const places =
    need &&
    Uint16Array.from(need, (gram) =>
      placeOf(gram.length > 1 ? gram.charCodeAt(0) : 0, gram.charCodeAt(gram.length - 1)),
    );
  needs.set(pattern.source, places);
  return places;
}

/** Whether a text has what a pattern needs; where not, the pattern need not be run. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  if (pattern.ignoreCase) return true;
  let places = needs.get(pattern.source);
  if (places === undefined) places = placesOf(pattern);
  return places === null || hasOne(text, places);
}

/** Whether a text has something at one of the places. */
function hasOne(text: string, places: Uint16Array): boolean {
  if (latest.text !== text) latest = scan(text);
  const { has } = latest;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    if (((has[place >>> 5] ?? 0) >>> (place & 31)) & 1) return true;
  }
  return false;
}

/** A pattern that is not run on texts without what it needs. Where it is global it is for `replace` and `match`. */
class Gated extends RegExp {
  private readonly plain: RegExp;
  private readonly places: Uint16Array;

  constructor(plain: RegExp, places: Uint16Array) {
    super(plain);
    this.plain = plain;
    this.places = places;
  }

  static override get [Symbol.species](): RegExpConstructor {
    return RegExp;
  }

  override test(text: string): boolean {
    return hasOne(text, this.places) && this.plain.test(text);
  }

  override exec(text: string): RegExpExecArray | null {
    return hasOne(text, this.places) ? this.plain.exec(text) : null;
  }

  override [Symbol.replace](text: string, by: string | ((words: string, ...args: unknown[]) => string)): string {
    return hasOne(text, this.places) ? text.replace(this.plain, by as string) : text;
  }

  override [Symbol.match](text: string): RegExpMatchArray | null {
    return hasOne(text, this.places) ? text.match(this.plain) : null;
  }
}

/**
 * The same pattern, not run on texts without what it needs.
 * @example matcher(/请(?:.{0,6})假|休假/).test('报送请示') // false, without running it: there is neither 假 nor 休假
 */
export function matcher(pattern: RegExp): RegExp {
  const places = pattern.sticky ? null : placesOf(pattern);
  return places ? new Gated(pattern, places) : pattern;
}
