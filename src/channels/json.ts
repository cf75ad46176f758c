/** Reading JSON that strangers wrote: bounded depth, strict UTF-8, and fields that are what they claim or absent. */

/** Deeper than any platform's payload; a parser or a recursive reader below it is safe. */
export const MAX_DEPTH = 20;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes; `undefined` when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

/** How deep brackets nest outside of strings; 0 for a plain value. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) i = endOfString(text, i);
    else if (c === 91 || c === 123) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (c === 93 || c === 125) depth--;
  }
  return deepest;
}

/** Where the string that begins at `start` has its closing quote; the text's end if it has none. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** Escaped by an odd number of backslashes. A run of them is walked once per quote behind it, so time stays linear. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/** The value; `undefined` for anything that is no JSON or nests deeper than `MAX_DEPTH`. */
export function parseJson(text: string): unknown {
  if (jsonDepth(text) > MAX_DEPTH) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = Record<string, unknown>;

/** The value as an object; anything else (arrays, too) is an empty one. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A field's non-empty text. */
export function textOf(value: unknown, key: string): string | undefined {
  const field = fields(value)[key];
  return typeof field === 'string' && field !== '' ? field : undefined;
}

/** A field's list; empty where there is none. */
export function listOf(value: unknown, key: string): readonly unknown[] {
  const field = fields(value)[key];
  return Array.isArray(field) ? field : [];
}
