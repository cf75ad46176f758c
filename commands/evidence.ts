import { mayMatch } from '../src/language/matcher.ts';
import type { Weight } from './command.ts';

/** Adds up what speaks for and against a reading, with the words found. `null` when nothing speaks for it. */
export function weigh(text: string, cues: readonly (readonly [RegExp, number])[], more = 0): Weight | null {
  let score = 0;
  const evidence: string[] = [];
  for (const [cue, points] of cues) {
    const found = points !== 0 && mayMatch(cue, text) ? cue.exec(text) : null;
    if (!found) continue;
    score += points;
    if (points > 0) evidence.push(found[0]);
  }
  return evidence.length > 0 ? { score: score + more, evidence } : null;
}

/** Whether a text has a cue. */
export const isAbout = (text: string, cue: RegExp): boolean => mayMatch(cue, text) && cue.test(text);
