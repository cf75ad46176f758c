import type { Facts } from '../../commands/command.ts';
import type { Store } from '../../db/store.ts';

/** The look-ups that commands may make, over one district's database. */
export function factsOf(store: Store): Facts {
  return {
    matter: (id) => store.matters.get(id),
    mattersOf: (owner, about) => store.matters.ofOwner(owner, about),
    mattersBetween: (about, from, to) => store.matters.between(about, from, to),
    recent: (about) => store.matters.recent({ about }, 50),
    stepsOf: (matter) => store.steps.ofMatter(matter),
    openSteps: (person) => store.steps.openOf(person),
    peopleOf: (step) => store.steps.peopleOf(step),
    absenceOn: (person, day) => store.absences.on(person, day),
    openAbsences: (person) => store.absences.openOf(person),
    absencesOverlapping: (person, first, last) => store.absences.overlapping(person, first, last),
    saidBefore: (person) => store.inbox.ofPerson(person, 2)[1]?.body?.text,
  };
}
