/** The public rehearsals: their cases, and whether a delivery is what a case wants. */
import { readFileSync } from 'node:fs';
import type { Step } from '../../src/cli/rehearsal.ts';
import type { Delivery } from '../../src/core/message.ts';
import { containsRef } from '../../src/rules/clause.ts';

export interface Wanted {
  to?: string;
  for?: string;
  status?: string;
  about?: string;
  missing?: string[];
  clauses?: (string | string[])[];
  says?: string[];
  buttons?: string[];
  due?: string;
}
type Line = Step | { expect?: Wanted[]; never?: Wanted[] };
export interface Case {
  id: string;
  district: string;
  family: string;
  at: string;
  steps: Line[];
}

const squash = (text: string): string => text.replace(/\s+/g, '');
const cites = (d: Delivery, ref: string): boolean =>
  d.clauses.some((got) => containsRef(ref, got) || got === ref.replace(/\.1$/, ''));

/** Whether a delivery is what a case wants. */
export function meets(d: Delivery, w: Wanted): boolean {
  return (
    (!w.to || d.to === w.to) &&
    (!w.for || d.for === w.for) &&
    (!w.status || d.status === w.status) &&
    (!w.about || d.about === w.about) &&
    (!w.missing || [...w.missing].sort().join() === [...(d.missing ?? [])].sort().join()) &&
    (w.clauses ?? []).every((group) => [group].flat().some((ref) => cites(d, ref))) &&
    (w.says ?? []).every((words) => words.split('|').some((one) => squash(d.text).includes(squash(one)))) &&
    (w.buttons ?? []).every((label) => d.buttons.includes(label)) &&
    (!w.due || (d.due ?? '').startsWith(w.due))
  );
}

/** The cases of a district. */
export function scenariosOf(district: string): Case[] {
  const lines = readFileSync(new URL(`../chats/data/${district}.scenarios.jsonl`, import.meta.url).pathname, 'utf8');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line): Case => JSON.parse(line));
}
