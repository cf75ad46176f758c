/**
 * What a question must speak of to be about a topic. A cue is a line of concepts (see lexicon): `a|b` one of them must be
 * there, `?a` belongs to the topic if it is there, `!a` speaks against it. `*` in a topic is a leaver or a kind of meeting.
 */
import { CONCEPTS, conceptNumber, inferredConcept } from '../lexicon/index.ts';
import { CONDUCT_CUES } from './conduct.ts';
import { DOCUMENT_CUES } from './document.ts';
import { LEAVE_CUES } from './leave.ts';
import { MEETING_CUES } from './meeting.ts';

export interface Cue {
  topic: string;
  required: number[][];
  explained: number[];
  forbidden: number[];
}

/** Concepts that follow from others or from who asks. */
export const INFERRED = {
  'meeting-kind': inferredConcept('meeting-kind'),
  leaver: inferredConcept('leaver'),
  leader: inferredConcept('leader'),
  other: inferredConcept('other'),
  /** The mayor is the one who stays away. */
  'mayor-leaves': inferredConcept('mayor-leaves'),
  /** A number of days that the asker brings along: 给一个星期. */
  span: inferredConcept('span'),
} as const;

function numberOf(word: string, topic: string): number {
  const number = conceptNumber(word);
  if (number === undefined) throw new Error(`cue of ${topic}: no concept ${word}`);
  return number;
}

function compile(topic: string, line: string): Cue {
  const cue: Cue = { topic, required: [], explained: [], forbidden: [] };
  for (const word of line.split(' ')) {
    if (word.startsWith('?')) cue.explained.push(numberOf(word.slice(1), topic));
    else if (word.startsWith('!')) cue.forbidden.push(numberOf(word.slice(1), topic));
    else cue.required.push(word.split('|').map((w) => numberOf(w, topic)));
  }
  return cue;
}

export const CUES: readonly Cue[] = Object.entries({
  ...LEAVE_CUES,
  ...MEETING_CUES,
  ...DOCUMENT_CUES,
  ...CONDUCT_CUES,
}).flatMap(([topic, lines]: [string, readonly string[]]) => lines.map((line) => compile(topic, line)));

/** By concept number: the numbers of the cues whose first requirement it meets. */
const BEGUN_BY: number[][] = CONCEPTS.map(() => []);
CUES.forEach(({ required }, cue) => {
  for (const concept of required[0] ?? []) BEGUN_BY[concept]?.push(cue);
});

/** The cues that a text may fit, in their order: those whose first requirement it meets, one in twenty. */
export function cuesNear(present: Uint8Array): Cue[] {
  const near = new Set<number>();
  for (let concept = 0; concept < present.length; concept++)
    if (present[concept]) for (const cue of BEGUN_BY[concept] ?? []) near.add(cue);
  return [...near].sort((a, b) => a - b).flatMap((cue) => CUES[cue] ?? []);
}
