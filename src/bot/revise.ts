/** 撤回、修改消息: what was said is taken back or said otherwise, while nobody has decided on it. */
import type { Command, Context, Facts } from '../../commands/command.ts';
import { withdrawal } from '../../commands/own.ts';
import type { Decision } from '../core/decision.ts';
import { reply } from '../core/decision.ts';
import type { Matter } from '../core/matter.ts';
import type { Ask } from '../core/vocabulary.ts';
import { whoDecided } from './too-late.ts';
import type { Turn } from './turn.ts';

const DECIDES: readonly Ask[] = ['approve', 'countersign', 'do', 'attend'];

/** The matter that a message filed and that still holds, if any. */
export function filedBy(turn: Turn, message: string, person?: string): Matter | undefined {
  const matter = turn.store.matters.causedBy(message);
  const holds = matter && ['open', 'approved', 'effective'].includes(matter.state);
  return holds && (person === undefined || matter.filedBy === person) ? matter : undefined;
}

/** Who has decided on a matter already, and what; `undefined` while nobody has. */
function decisionOn(turn: Turn, matter: Matter): string | undefined {
  const step = turn.store.steps
    .ofMatter(matter.id)
    .find((s) => DECIDES.includes(s.ask) && (s.state === 'done' || s.state === 'declined' || s.state === 'silent'));
  return step && whoDecided(turn, step, matter);
}

/** A message was recalled: its matter goes with it, unless somebody has decided on it. */
export function recall(turn: Turn, context: Context, matter: Matter): Decision {
  const decided = decisionOn(turn, matter);
  if (decided) {
    const text = `您撤回了消息，但“${matter.title}”${decided}，未随之撤回。如需撤回该事项，请直接回复“撤回”并写明是哪一件。`;
    return reply(matter.about, 'not-allowed', text);
  }
  return { ...withdrawal(context, matter), text: `您撤回了消息，已随之撤回：${matter.title}。` };
}

/** A message was edited: its matter is judged afresh by the new words, as though it had never been filed. */
export function correct(
  turn: Turn,
  matter: Matter,
  decide: (command: (c: Command) => boolean, facts: (facts: Facts) => Facts) => Decision,
): Decision {
  const decided = decisionOn(turn, matter);
  if (decided) {
    const text = `您修改了消息，但“${matter.title}”${decided}，修改不改变该事项。如需变更，请直接说明。`;
    return reply(matter.about, 'not-allowed', text);
  }
  const decision = decide(
    (command) => command.about === matter.about,
    (facts) => without(facts, matter),
  );
  const opened = decision.effects.find((effect) => effect.do === 'open');
  if (opened?.do !== 'open') {
    const text = `您修改后的消息未能受理，“${matter.title}”仍按原内容办理。${decision.text}`;
    const status = decision.status === 'refused' || decision.status === 'not-allowed' ? decision.status : 'refused';
    return { ...decision, status, text, missing: undefined, effects: [] };
  }
  return {
    ...reply(matter.about, 'recorded', `已按修改后的消息变更：${opened.matter.data.body}已重新报送。`, decision.quotes),
    effects: [
      { do: 'restart', matter: matter.id, with: opened.matter },
      ...decision.effects.filter((effect) => effect !== opened),
    ],
    also: decision.also,
  };
}

/** The look-ups without one matter. */
function without(facts: Facts, { id }: Matter): Facts {
  const others = <T extends { id: string }>(matters: readonly T[]): T[] => matters.filter((m) => m.id !== id);
  return {
    ...facts,
    mattersOf: (owner, about) => others(facts.mattersOf(owner, about)),
    mattersTouching: (owner, about, first, last) => others(facts.mattersTouching(owner, about, first, last)),
    hasCurrent: (owner, about) =>
      others(facts.mattersOf(owner, about)).some((m) => ['open', 'approved', 'effective'].includes(m.state)),
    mattersBetween: (about, from, to) => others(facts.mattersBetween(about, from, to)),
    recent: (about) => others(facts.recent(about)),
  };
}
