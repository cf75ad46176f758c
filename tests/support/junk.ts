import type { Random } from '../simulation/random.ts';

type Json = unknown;

const NAMES = [
  'header',
  'event',
  'message',
  'content',
  'text',
  'user_id',
  'msgtype',
  'action',
  '__proto__',
  'constructor',
];
const WORDS = [
  '',
  ' ',
  '请假',
  '同意',
  '\u0000\u001b[2J',
  '\u202eexe.fdp',
  '\ud800',
  '<at id=all></at>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  "'; drop table inbox; --",
  '{"text":',
  '2月30日',
  '1e400',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '机密★',
  '一'.repeat(3000),
];
const NUMBERS = [0, -1, 0.5, 1e21, 2 ** 53, -(2 ** 63), 1_772_413_200_000];

/** Any JSON value: empty, huge, nested, hostile. */
export function junk(random: Random, depth = 3): Json {
  const kind = random.weighted({ word: 6, number: 3, plain: 2, list: depth > 0 ? 2 : 0, object: depth > 0 ? 4 : 0 });
  switch (kind) {
    case 'word':
      return random.pick(WORDS);
    case 'number':
      return random.pick(NUMBERS);
    case 'plain':
      return random.pick([null, true, false]);
    case 'list':
      return Array.from({ length: random.between(0, 4) }, () => junk(random, depth - 1));
    case 'object':
      return Object.fromEntries(
        Array.from({ length: random.between(0, 5) }, () => [random.pick(NAMES), junk(random, depth - 1)]),
      );
  }
}

/** Words for a place where only text can stand. */
export const junkWord = (random: Random): string => random.pick(WORDS);

/** A copy of an object with some of its parts, however deep, replaced by junk or gone. */
export function broken(whole: Record<string, Json>, random: Random, share = 0.12): Record<string, Json> {
  const part = (value: Json): Json => {
    if (random.chance(share)) return random.chance(0.3) ? undefined : junk(random, 2);
    if (Array.isArray(value)) return value.map(part);
    return typeof value === 'object' && value !== null ? broken(value as Record<string, Json>, random, share) : value;
  };
  return Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, part(value)]));
}

/** Bytes of a body, some of them changed (each once: never back to what it was), perhaps cut off; or bytes of no body at all. */
export function garbled(body: string, random: Random): Uint8Array {
  if (random.chance(0.2)) return Uint8Array.from({ length: random.between(0, 400) }, () => random.between(0, 255));
  const bytes = Buffer.from(body);
  const places = new Set(Array.from({ length: random.between(1, 5) }, () => random.between(0, bytes.length - 1)));
  for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ random.between(1, 255);
  return random.chance(0.2) ? bytes.subarray(0, random.between(0, bytes.length - 1)) : bytes;
}
