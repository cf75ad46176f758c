import type { Facts } from '../../commands/command.ts';
import type { Store } from '../../db/store.ts';
import type { Step } from '../core/matter.ts';
import type { ChannelName } from '../core/roster.ts';
import type { About } from '../core/vocabulary.ts';

/** Leaders gather unread notes for years; a typed answer is about one of the newest. */
const MOST_OPEN_STEPS = 100;
/** How many of a person's newest messages tell what they decided lately. */
const MOST_TOLD = 50;
/** A follow-up hangs on one of the last few messages. */
const MOST_SAID = 6;
const HOUR_MS = 3_600_000;

/** The look-ups that commands may make, over one district's database, while one message is judged. */
export function factsOf(store: Store): Facts {
  // Every command weighs a message, and several ask for the same.
  const openSteps = remember((person: string) => store.steps.openOf(person, MOST_OPEN_STEPS));
  const absences = remember((day: string) => remember((person: string) => store.absences.on(person, day)));
  const owners = remember((about: About) => remember((owner: string) => store.matters.ofOwner(owner, about)));
  return {
    matter: (id) => store.matters.get(id),
    mattersOf: (owner, about) => owners(about)(owner),
    mattersTouching: (owner, about, first, last) => store.matters.touching(owner, about, first, last),
    hasCurrent: (owner, about) => store.matters.hasCurrent(owner, about),
    mattersBetween: (about, from, to) => store.matters.between(about, from, to),
    recent: (about) => store.matters.recent({ about }, 50),
    stepsOf: (matter) => store.steps.ofMatter(matter),
    openSteps,
    decisionsOf: (person) => decisionsOf(store, person),
    peopleOf: (step) => store.steps.peopleOf(step),
    remindersOf: (matter, person) => store.outbox.remindersOf(matter, person),
    absenceOn: (person, day) => absences(day)(person),
    openAbsences: (person) => store.absences.openOf(person),
    absencesOverlapping: (person, first, last) => store.absences.overlapping(person, first, last),
    saidLately: (person, group) => saidLately(store, person, group),
    saidBefore: (person) => store.inbox.ofPerson(person, 2)[1]?.body?.text,
    givenUpSends: () =>
      store.outbox
        .inStates(['uncertain', 'failed'])
        .flatMap(({ id, at, to, channel, status, state, error }) =>
          channel && (state === 'uncertain' || state === 'failed') && !to.startsWith('stranger:')
            ? [{ id, at, to, channel: channel as ChannelName, status, state, reason: error }]
            : [],
        ),
  };
}

/** The message at hand is the newest. */
function saidLately(store: Store, person: string, group: string | null): string[] {
  const [current, ...before] = store.inbox.ofPerson(person, MOST_SAID);
  return before.flatMap(({ at, chat, body }) =>
    current && chat === group && current.at - at <= HOUR_MS && body?.text ? [body.text] : [],
  );
}

/** By what a person was told of them: steps are not kept by who decided. */
function decisionsOf(store: Store, person: string): Step[] {
  const told = store.outbox.ofRecipient(person, MOST_TOLD).flatMap((row) => row.matter ?? []);
  return [...new Set(told)]
    .flatMap((matter) => store.steps.ofMatter(matter))
    .filter((step) => step.decidedBy === person)
    .sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0) || b.id - a.id);
}

function remember<K, V>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key) as V;
  };
}
