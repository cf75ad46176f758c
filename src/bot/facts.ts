import type { Facts } from '../../commands/command.ts';
import type { Store } from '../../db/store.ts';
import type { Step } from '../core/matter.ts';
import type { ChannelName } from '../core/roster.ts';
import type { About } from '../core/vocabulary.ts';

/** Leaders gather unread notes for years; a typed answer is about one of the newest. */
const MOST_OPEN_STEPS = 100;
/** How many of a person's newest messages tell what they decided lately. */
const MOST_TOLD = 50;

/** The look-ups that commands may make, over one district's database, while one message is judged. */
export function factsOf(store: Store): Facts {
  // Every command weighs a message, and several ask for the same.
  const openSteps = remember((person: string) => store.steps.openOf(person, MOST_OPEN_STEPS));
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
    absenceOn: (person, day) => store.absences.on(person, day),
    openAbsences: (person) => store.absences.openOf(person),
    absencesOverlapping: (person, first, last) => store.absences.overlapping(person, first, last),
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
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}
