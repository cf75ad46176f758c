/** Which command a message is for: every command weighs the evidence for itself, questions weigh it, too. */
import type { Command, Context, Said, Weight } from '../../commands/command.ts';

export interface Reading {
  command: Command;
  weight: Weight;
}

/** A reading leads clearly when it beats the next by this much. */
const LEAD = 1;

/** Readings of a message, strongest first. */
export function readings(commands: readonly Command[], said: Said, context: Context): Reading[] {
  return commands
    .flatMap((command) => {
      const weight = command.weigh(said, context);
      return weight && weight.score > 0 ? [{ command, weight }] : [];
    })
    .sort((a, b) => b.weight.score - a.weight.score);
}

/** The one reading that leads clearly, or the two to choose between. */
export function leading(found: readonly Reading[]): { one: Reading } | { two: [Reading, Reading] } | null {
  const [first, second] = found;
  if (!first) return null;
  if (!second || first.weight.score - second.weight.score >= LEAD) return { one: first };
  return { two: [first, second] };
}
