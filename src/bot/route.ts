/**
 * The matter engine: opens the stages of a route one after another, takes what people press, and says who hears of it.
 * Commands plan routes; none of them re-implements this.
 */
import { addDays, instantOf } from '../core/day.ts';
import { isMeeting, type Matter, type PlannedStage, type Step } from '../core/matter.ts';
import { sayPerson } from '../core/roster.ts';
import { type Ask, BUTTONS } from '../core/vocabulary.ts';
import { refreshFiled } from './cards.ts';
import { endWithObjection, hasObjection, tellCountersigned } from './countersign.ts';
import { type Assignment, partyName, reroute, resolveParty, standInOf } from './parties.ts';
import { audit, deliver, type Turn } from './turn.ts';
import { askLine } from './wording.ts';

/** Consents that the next stage waits for. */
const BLOCKING: readonly Ask[] = ['approve', 'countersign', 'do'];

/** Whether a matter waits for what is asked. */
export const isBlocking = (ask: Ask): boolean => BLOCKING.includes(ask);

/** Whether a matter's route waits for anybody at all. */
export const awaitsSomebody = ({ route }: Matter): boolean => route.some((stage) => isBlocking(stage.ask));

export interface Opened {
  /** Everybody who now has something to press. */
  reached: Assignment[];
  /** The stage that waits, if any. */
  waiting?: PlannedStage;
  /** Nobody's consent is awaited any longer. */
  settled: boolean;
}

/** What a command wants to happen when its matter is decided. */
export type OnSettled = (turn: Turn, matter: Matter) => void;

/** Opens stages from `index` on until one waits for somebody. */
export function openStages(turn: Turn, matter: Matter, index: number, onSettled: OnSettled): Opened {
  const reached: Assignment[] = [];
  let settled = matter.state !== 'open';
  for (let i = index; i < matter.route.length; i++) {
    const stage = matter.route[i];
    if (!stage) break;
    if (!settled && !matter.route.slice(i).some((s) => BLOCKING.includes(s.ask))) {
      settle(turn, matter, onSettled);
      settled = true;
    }
    const assignments = assignmentsOf(turn, matter, stage, i);
    for (const assignment of assignments) openStep(turn, matter, i, stage, assignment);
    reached.push(...assignments);
    if (matter.stage !== i) turn.store.matters.setStage(matter.id, i);
    matter.stage = i;
    if (BLOCKING.includes(stage.ask) && assignments.length > 0) return { reached, waiting: stage, settled: false };
  }
  if (!settled) settle(turn, matter, onSettled);
  if (matter.day && (isMeeting(matter) || matter.route.some((s) => s.ask === 'attend')))
    closeAfter(turn, matter, matter.day);
  return { reached, settled: true };
}

/** Once its day is over, nobody can answer an invitation any more. */
function closeAfter(turn: Turn, matter: Matter, day: string): void {
  const at = Math.max(instantOf(addDays(day, 1)), turn.now);
  turn.store.timers.add({ at, kind: 'held', matter: matter.id, step: null, person: null });
}

function settle(turn: Turn, matter: Matter, onSettled: OnSettled): void {
  const awaited = awaitsSomebody(matter);
  const consented =
    awaited && turn.store.steps.ofMatter(matter.id).some((s) => BLOCKING.includes(s.ask) && s.state !== 'cancelled');
  const state = consented ? 'approved' : 'effective';
  matter.state = state;
  // one that waits for nobody was filed so, and nobody is to be reminded of it yet
  if (awaited) {
    turn.store.matters.setState(matter.id, state, null);
    turn.store.timers.removeMatter(matter.id);
  }
  audit(turn, 'bot', state === 'approved' ? '办结同意' : '生效', matter);
  if (consented) {
    const last = turn.store.steps
      .ofMatter(matter.id)
      .filter((s) => s.ask === 'approve' && s.decidedBy)
      .at(-1);
    const by = last?.decidedBy ? turn.roster.person(last.decidedBy) : undefined;
    const note = last?.note ? `意见：${last.note}` : '';
    if (last) {
      deliver(turn, {
        to: matter.owner,
        status: 'approved',
        about: matter.about,
        text: `已批准：${matter.title}。${by ? `${sayPerson(by)}已同意。` : ''}${note}`,
        quotes: matter.quotes,
        matter: matter.id,
      });
    } else if (matter.route.some((s) => s.ask === 'countersign')) tellCountersigned(turn, matter);
  }
  onSettled(turn, matter);
}

/** The people of a stage, without the applicant, and with stand-ins for those away. */
function assignmentsOf(turn: Turn, matter: Matter, stage: PlannedStage, index: number): Assignment[] {
  const named = (stage.people ?? []).map((id): Assignment => ({ party: 'named', people: [id], quotes: [] }));
  const all = [...named, ...stage.who.flatMap((party) => resolveParty(turn, matter, party))];
  const deciding = stage.ask === 'approve' && !matter.route.slice(index + 1).some((s) => s.ask === 'approve');
  const seen = new Set<string>();
  return all.flatMap((assignment) => {
    // Nobody decides his own matter; what is to be done, or filed with another body, may well be one's own to do.
    const own =
      stage.ask === 'do' || (stage.ask === 'file' && assignment.body && assignment.body !== 'government-office');
    const others = own ? assignment.people : assignment.people.filter((id) => id !== matter.owner);
    let result: Assignment = { ...assignment, people: others };
    if (others.length === 0) {
      if (!deciding) return [];
      const owner = turn.roster.person(matter.owner);
      if (owner?.position === 'mayor' && matter.about === 'agenda') return [];
      const standIn = owner && standInOf(turn, owner);
      if (!standIn) return [];
      result = {
        ...assignment,
        people: [standIn.person.id],
        principal: matter.owner,
        quotes: standIn.quotes,
        hint: '申请人不办理本人事项。',
      };
    }
    if (stage.ask === 'approve' || stage.ask === 'countersign') {
      const moved = reroute(turn, result);
      // An applicant who would stand in for the decider doesn't decide his own matter.
      result = tellAway(turn, matter, moved.people[0] === matter.owner ? { ...result, bothAway: true } : moved);
    }
    const key = `${result.people.join()}|${result.body ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [result];
  });
}

function tellAway(turn: Turn, matter: Matter, assignment: Assignment & { bothAway?: boolean }): Assignment {
  if (assignment.principal && assignment.principal !== matter.owner) {
    const standIn = turn.roster.nameOf(assignment.people[0] ?? '');
    deliver(turn, {
      to: assignment.principal,
      status: 'notice',
      about: matter.about,
      text: `您外出期间，“${matter.title}”由${standIn}处理。`,
      quotes: assignment.quotes,
      matter: matter.id,
    });
  }
  if (assignment.bothAway) {
    const away = turn.roster.nameOf(assignment.people[0] ?? '');
    for (const person of turn.roster.receiversOf('government-office')) {
      deliver(turn, {
        to: person.id,
        body: 'government-office',
        status: 'notice',
        about: matter.about,
        text: `“${matter.title}”待${away}办理，其本人在外，且没有可代为办理的领导同志，请协调。`,
        quotes: [],
        matter: matter.id,
      });
    }
  }
  return assignment;
}

function openStep(turn: Turn, matter: Matter, index: number, stage: PlannedStage, assignment: Assignment): void {
  const id = turn.store.steps.add(
    {
      matter: matter.id,
      stage: index,
      ask: stage.ask,
      party: assignment.party,
      body: assignment.body,
      principal: assignment.principal,
      state: 'open',
      due: stage.due,
      openedAt: turn.now,
    },
    assignment.people,
  );
  sendStep(turn, matter, id, stage, assignment);
  setStepTimers(turn, matter, { id, ask: stage.ask, due: stage.due ?? null });
}

/** Asks more people to come, each by a step of his own beside those of the stage that is open. */
export function inviteMore(turn: Turn, matter: Matter, people: readonly string[]): void {
  const stage: PlannedStage = { ask: 'attend', who: [], quotes: matter.quotes };
  for (const id of people) openStep(turn, matter, matter.stage, stage, { party: 'named', people: [id], quotes: [] });
}

/** What an invitation that was taken back came to. */
const UNINVITED = '不再安排参加';

/** Takes invitations back, answered or not; those who had them are told. */
export function inviteFewer(turn: Turn, matter: Matter, people: readonly string[]): void {
  const steps = turn.store.steps
    .ofMatter(matter.id)
    .filter((s) => s.ask === 'attend' && turn.store.steps.peopleOf(s.id).some((id) => people.includes(id)))
    .map((s) => s.id);
  turn.store.steps.cancel(steps, turn.now, UNINVITED);
  for (const step of steps) turn.store.queues.reopen(step, undefined, turn.now);
  const text = `“${matter.title}”不再安排您参加，请知悉。`;
  for (const to of people)
    deliver(turn, { to, status: 'notice', about: matter.about, text, quotes: [], matter: matter.id });
}

/** When the people of an open step are to be reminded. */
export function setStepTimers(turn: Turn, matter: Matter, { id, ask, due }: Pick<Step, 'id' | 'ask' | 'due'>): void {
  if (due) setDueTimers(turn, matter.id, id, due);
  else if (ask === 'approve' && matter.data.first) remindBefore(turn, matter.id, id, matter.data.first);
}

/** A consent without a term of its own is asked for once more on the working day before what it is for. */
function remindBefore(turn: Turn, matter: string, step: number, first: string): void {
  const at = instantOf(turn.calendar.previousWorkday(first), '09:00');
  if (at > turn.now) turn.store.timers.add({ at, kind: 'before-due', matter, step, person: null });
}

/** Sends a step to its people, with its buttons. */
export function sendStep(turn: Turn, matter: Matter, step: number, stage: PlannedStage, assignment: Assignment): void {
  for (const to of assignment.people) {
    deliver(turn, {
      to,
      body: assignment.body,
      status: `to-${stage.ask}`,
      about: matter.about,
      text: askLine(turn, matter, stage, assignment),
      quotes: [...stage.quotes, ...assignment.quotes],
      due: stage.due,
      buttons: BUTTONS[stage.ask],
      matter: matter.id,
      step,
      attachments: filesOf(matter),
    });
  }
}

function filesOf(matter: Matter): { name: string; type: string }[] | undefined {
  const sent = (matter.data.attachments ?? []).map((name) => ({ name, type: fileType(name) }));
  const drawnUp = (matter.data.papers ?? []).map((paper) => ({ name: paper.name, type: fileType(paper.name) }));
  const all = [...sent, ...drawnUp];
  return all.length > 0 ? all : undefined;
}

const fileType = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'file';

/** 09:00 on the working day before a due day, on the due day, on the first working day after. */
export function setDueTimers(turn: Turn, matter: string, step: number, due: string): void {
  const day = due.slice(0, 10);
  const { calendar } = turn;
  const at = [
    ['before-due', calendar.previousWorkday(day)],
    ['due', day],
    ['overdue', calendar.nextWorkday(day)],
  ] as const;
  for (const [kind, on] of at) {
    const instant = instantOf(on, '09:00');
    if (instant > turn.now) turn.store.timers.add({ at: instant, kind, matter, step, person: null });
  }
}

/** Goes on when nothing of the stage is open any more. `true` if the matter moved. */
export function advance(turn: Turn, matter: Matter, onSettled: OnSettled): Opened | null {
  const stage = matter.route[matter.stage];
  const open = turn.store.steps.ofMatter(matter.id).some((s) => s.stage === matter.stage && s.state === 'open');
  if (!stage || open || matter.state !== 'open') return null;
  if (hasObjection(turn, matter, matter.stage)) {
    endWithObjection(turn, matter, matter.stage);
    return { reached: [], settled: true };
  }
  return openStages(turn, matter, matter.stage + 1, onSettled);
}

/** Ends a matter before its time: open steps are taken back, timers go, those it had reached are told. */
export function stopMatter(
  turn: Turn,
  matter: Matter,
  state: 'declined' | 'withdrawn' | 'closed',
  notice: string | null,
  except: string[],
): void {
  const reached = new Set<string>();
  for (const step of turn.store.steps.ofMatter(matter.id).filter((s) => s.outcome !== UNINVITED))
    for (const person of turn.store.steps.peopleOf(step.id)) reached.add(person);
  for (const step of turn.store.steps.cancelOpen(matter.id, turn.now)) {
    turn.store.queues.reopen(step, undefined, turn.now);
  }
  refreshFiled(turn, matter);
  turn.store.timers.removeMatter(matter.id);
  turn.store.matters.setState(matter.id, state, turn.now);
  matter.state = state;
  if (!notice) return;
  for (const person of reached) {
    if (except.includes(person)) continue;
    deliver(turn, { to: person, status: 'notice', about: matter.about, text: notice, quotes: [], matter: matter.id });
  }
}

/** `区长花立群`: who a step waits for, for progress notices. */
export function waitingFor(turn: Turn, opened: Opened): string {
  return opened.reached
    .map((a) =>
      a.body
        ? partyName(a.body)
        : sayPerson(turn.roster.person(a.people[0] ?? '') ?? { id: '', name: '', unit: '', position: 'staff' }),
    )
    .join('、');
}
