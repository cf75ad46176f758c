/** 几件事: a message that says of itself that it goes on to another matter (另外、还有、二是) is worked off matter by matter. */

import type { Context, Said } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/index.ts';
import { onlyAsks } from '../../commands/only-asks.ts';
import { readAgain } from '../../commands/read-again.ts';
import type { Decision } from '../core/decision.ts';
import { leading, type Reading, readings } from './interpret.ts';

/** Where another matter is said to begin: after a full stop, with a word or number for it. */
const NEXT =
  /[。；;！!？?\n]\s*(?:(?:另外|另|还有|再有|再就是|此外|顺便|其次|二是|三是|第[二三](?:件事?|个事?)?|[23][.、．)）])[，,:：]?)/g;
const FIRST = /^\s*(?:一是|首先|第一(?:件事?|个事?)?|1[.、．)）])[，,:：]?/;
const MOST = 4;
/** A part is a matter of its own only where it reads clearly as one. */
const CLEAR = 4;
const CLEAR_QUESTION = 2.5;

/** What each part of a message wants; `null` where the message is one matter. */
export function severalMatters(said: Said, context: Context): Decision | null {
  const parts = partsOf(said, context);
  if (!parts) return null;
  const leads = parts.map((part) => clearLead(part, context));
  const [first, ...rest] = leads;
  if (!first || rest.some((lead) => !lead)) return null;
  // Journeys told one after another share what is said once: the leave reads them together.
  const journeys =
    first.command.about === 'leave' &&
    rest.every((lead) => lead?.command === first.command) &&
    parts.every((part) => first.command.read(part, context).first !== undefined);
  return journeys ? null : decideAll(parts, leads, context);
}

function partsOf({ marked, files }: Said, context: Context): Said[] | null {
  const cuts = [...marked.original.matchAll(NEXT)].map((m) => ({ from: m.index + 1, to: m.index + m[0].length }));
  if (cuts.length === 0 || cuts.length >= MOST) return null;
  const starts = [0, ...cuts.map((cut) => cut.to)];
  const ends = [...cuts.map((cut) => cut.from), marked.original.length];
  return starts.map((start, i) => {
    const words = marked.original.slice(start, ends[i]).replace(FIRST, '').trim();
    return readAgain(words, files, context);
  });
}

function clearLead(part: Said, context: Context): Reading | undefined {
  const found = readings(COMMANDS, part, context);
  const told = found.filter(({ command }) => command.about !== 'rule');
  // What asks nothing is an act, though words of it are asked about, too.
  const acts = (told[0]?.weight.score ?? 0) >= CLEAR && !onlyAsks(part);
  const lead = leading(acts ? told : found);
  if (!lead || 'two' in lead) return undefined;
  const { one } = lead;
  return one.weight.score >= (one.command.about === 'rule' ? CLEAR_QUESTION : CLEAR) ? one : undefined;
}

/** Each part decided by itself; one unfinished request is kept for the next message, the first. */
function decideAll(parts: readonly Said[], leads: readonly (Reading | undefined)[], context: Context): Decision {
  let kept = false;
  const [first, ...also] = parts.flatMap((part, i) => {
    const decision = leads[i]?.command.decide(part, context);
    if (!decision) return [];
    const drafts = decision.effects.some((effect) => effect.do === 'draft');
    if (!drafts || !kept) {
      kept ||= drafts;
      return [decision];
    }
    const effects = decision.effects.filter((effect) => effect.do !== 'draft');
    return [{ ...decision, effects, text: `${decision.text}（请在前一件补充后，连同原内容重新提出。）` }];
  });
  return { ...(first as Decision), also };
}
