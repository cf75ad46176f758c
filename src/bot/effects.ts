/** Carries out what a command decided: the only place where decisions become rows. */
import type { Decision, Effect } from '../core/decision.ts';
import type { Matter } from '../core/matter.ts';
import type { Body } from '../core/vocabulary.ts';
import { issueCode, unbind } from './binding.ts';
import { addMatter } from './open-matter.ts';
import type { Assignment } from './parties.ts';
import { findPressed, pressStep } from './press.ts';
import { noteQuestion } from './questions.ts';
import { remind } from './remind.ts';
import { inviteFewer, inviteMore, type OnSettled, openStages, setDueTimers, stopMatter } from './route.ts';
import { settleSend } from './sends.ts';
import { issueSignIn, SIGN_IN_MINUTES } from './sign-in.ts';
import { snooze } from './snooze.ts';
import { takeBack } from './take-back.ts';
import { absenceEnds, setAbsenceTimers } from './tick.ts';
import { REPLACES } from './too-late.ts';
import { audit, deliver, type Turn } from './turn.ts';
import { reachedLine } from './wording.ts';

export interface Speaker {
  person: string;
  /** Where the reply goes: the person, or the group they spoke in. */
  chat: string;
  /** What they said, for the register of unanswered questions. */
  text: string;
}

/**
 * Applies the effects in order, then replies. A matter's reply is worded after it is opened, because only then
 * it is known whom it reached; somebody for whom another files gets a notice.
 */
export function apply(turn: Turn, speaker: Speaker, decision: Decision, onSettled: OnSettled): void {
  applyOne(turn, speaker, decision, onSettled);
  for (const more of decision.also ?? []) applyOne(turn, speaker, more, onSettled);
}

function applyOne(turn: Turn, speaker: Speaker, decision: Decision, onSettled: OnSettled): void {
  let text = decision.text;
  let matterId: string | undefined;
  /** What the message was for, where further matters came along. */
  let main: string | undefined;
  let pressed = false;
  const reached: Assignment[] = [];
  const later: (() => void)[] = [];
  for (const effect of decision.effects) {
    switch (effect.do) {
      case 'open': {
        const matter = addMatter(turn, speaker.person, effect.matter);
        main ??= matter.id;
        const opened = openStages(turn, matter, 0, onSettled).reached;
        reached.push(...opened);
        const knows = [speaker.person, ...opened.flatMap((a) => a.people)].includes(matter.owner);
        if (!knows) later.push(() => tellOwner(turn, matter, speaker));
        break;
      }
      case 'draft':
        turn.store.drafts.put({
          person: speaker.person,
          chat: speaker.chat,
          about: effect.about,
          request: effect.request,
          missing: effect.missing,
          at: turn.now,
        });
        break;
      case 'press': {
        pressed = true;
        const step = turn.store.steps.get(effect.step);
        const matter = step && turn.store.matters.get(step.matter);
        if (step && matter) pressStep(turn, { step, matter }, speaker.person, effect.label, effect.note, onSettled);
        else findPressed(turn, speaker.person, effect.label);
        break;
      }
      case 'bind-code': {
        const code = issueCode(turn, speaker.person, effect.person);
        text += `\n${turn.roster.nameOf(effect.person)}：${code}`;
        break;
      }
      case 'sign-in':
        text += saySignIn(turn, speaker.person);
        break;
      case 'take-back':
        pressed = true;
        takeBack(turn, speaker.person, effect.step);
        break;
      default:
        matterId = applyPlain(turn, speaker, effect, onSettled) ?? matterId;
        if (effect.do === 'restart') main ??= matterId;
    }
  }
  if (pressed) return;
  const opened = decision.effects.some((e) => e.do === 'open');
  deliver(turn, {
    to: speaker.chat,
    status: opened && reached.length === 0 ? 'recorded' : decision.status,
    about: decision.about,
    text: text + reachedLine(turn, reached),
    quotes: [...decision.quotes, ...reached.flatMap((a) => a.quotes)],
    aside: decision.aside,
    clauses: decision.clauses,
    missing: decision.missing,
    due: decision.due,
    matter: main ?? matterId,
    attachments: decision.attachments,
  });
  for (const act of later) act();
}

/** Effects whose reply depends on what they did, or that need one. */
const SPOKEN = ['open', 'draft', 'press', 'take-back', 'bind-code', 'sign-in'] as const;
type PlainEffect = Exclude<Effect, { do: (typeof SPOKEN)[number] }>;

export const isPlain = (effect: Effect): effect is PlainEffect => !SPOKEN.some((name) => name === effect.do);

/** Effects whose reply does not depend on them. Returns the matter they concern, if any. */
export function applyPlain(
  turn: Turn,
  speaker: Speaker,
  effect: PlainEffect,
  onSettled: OnSettled,
): string | undefined {
  switch (effect.do) {
    case 'withdraw': {
      const matter = turn.store.matters.get(effect.matter);
      if (!matter) return undefined;
      stopMatter(turn, matter, 'withdrawn', effect.why, [speaker.person, ...(effect.told ?? [])]);
      turn.store.absences.removeOfMatter(matter.id);
      audit(turn, speaker.person, '撤回', matter);
      absenceEnds(turn, matter.owner);
      return matter.id;
    }
    case 'restart': {
      const old = turn.store.matters.get(effect.matter);
      if (old) {
        const { title } = effect.with;
        const anew = title === old.title ? '' : `为“${title}”`;
        const told = [speaker.person, ...(effect.told ?? [])];
        stopMatter(turn, old, 'withdrawn', `“${old.title}”已变更${anew}，以新的事项为准。`, told);
        audit(turn, speaker.person, '变更', old);
      }
      const { with: plan } = effect;
      const facts = { ...plan.data.facts, ...(old && { [REPLACES]: old.id }) };
      const matter = addMatter(turn, speaker.person, { ...plan, data: { ...plan.data, facts } });
      if (old) succeed(turn, old, matter);
      openStages(turn, matter, 0, onSettled);
      if (old && (matter.data.first ?? '') > turn.today) absenceEnds(turn, old.owner);
      return matter.id;
    }
    case 'amend':
      turn.store.matters.setData(
        effect.matter,
        effect.data,
        effect.day ?? turn.store.matters.get(effect.matter)?.day ?? null,
      );
      audit(turn, speaker.person, '补充', effect.matter);
      return effect.matter;
    case 'invite': {
      const matter = turn.store.matters.get(effect.matter);
      if (matter) inviteMore(turn, matter, effect.people);
      audit(turn, speaker.person, '增加参会', effect.matter, { people: effect.people });
      return effect.matter;
    }
    case 'uninvite': {
      const matter = turn.store.matters.get(effect.matter);
      if (matter) inviteFewer(turn, matter, effect.people);
      audit(turn, speaker.person, '减少参会', effect.matter, { people: effect.people });
      return effect.matter;
    }
    case 'close': {
      const matter = turn.store.matters.get(effect.matter);
      if (matter) {
        stopMatter(turn, matter, 'closed', null, []);
        audit(turn, speaker.person, '办结', matter);
      }
      return effect.matter;
    }
    case 'absence': {
      const matter = effect.matter ?? null;
      const { person, first, last, designee } = effect;
      const [running] = matter ? turn.store.absences.ofMatter(matter) : [];
      if (running) turn.store.absences.setLast(running.id, last);
      else turn.store.absences.add({ person, first, last, matter, designee: designee ?? null });
      setAbsenceTimers(turn, effect.person, effect.first, effect.last, matter);
      audit(turn, speaker.person, '登记外出', matter, {
        person: effect.person,
        first: effect.first,
        last: effect.last,
      });
      return effect.matter;
    }
    case 'prolong': {
      const absence = turn.store.absences.openOf(speaker.person).find((a) => a.id === effect.absence);
      if (!absence) return undefined;
      turn.store.absences.setLast(absence.id, effect.last);
      setAbsenceTimers(turn, absence.person, absence.first, effect.last, absence.matter);
      audit(turn, speaker.person, '延长外出', absence.matter, { last: effect.last });
      return absence.matter ?? undefined;
    }
    case 'return': {
      turn.store.absences.end(effect.absence, turn.now, effect.last);
      audit(turn, speaker.person, '销假', null, { absence: effect.absence });
      absenceEnds(turn, effect.person);
      return undefined;
    }
    case 'tell':
      for (const to of effect.to) {
        deliver(turn, {
          to,
          body: effect.body ?? (effect.matter ? bodyOf(turn, effect.matter, to) : undefined),
          status: effect.status,
          about: effect.about ?? ((effect.matter && turn.store.matters.get(effect.matter)?.about) || 'help'),
          text: effect.text,
          quotes: effect.quotes,
          matter: effect.matter,
        });
      }
      return undefined;
    case 'due':
      turn.store.steps.setDue(effect.step, effect.due);
      turn.store.timers.removeStep(effect.step);
      {
        const step = turn.store.steps.get(effect.step);
        if (step) setDueTimers(turn, step.matter, step.id, effect.due);
        return step?.matter;
      }
    case 'remind': {
      const step = turn.store.steps.get(effect.step);
      const matter = step && turn.store.matters.get(step.matter);
      if (step && matter) remind(turn, matter, step, effect.text);
      return matter?.id;
    }
    case 'snooze':
      return snooze(turn, speaker.person, effect.step, effect.at);
    case 'settle-send':
      settleSend(turn, speaker.person, effect.send, effect.as);
      return undefined;
    case 'unbind':
      unbind(turn, speaker.person, effect.person);
      return undefined;
    case 'ask-office':
      noteQuestion(turn, effect.outcome, effect.text);
      return undefined;
  }
}

/** A changed leave takes over the absence that has begun; one that has not begins with its own consent. */
function succeed(turn: Turn, old: Matter, matter: Matter): void {
  const begun = turn.store.absences.ofMatter(old.id).find((a) => a.first <= turn.today);
  if (!begun) {
    turn.store.absences.removeOfMatter(old.id);
    return;
  }
  turn.store.absences.moveTo(old.id, matter.id);
  setAbsenceTimers(turn, begun.person, begun.first, begun.last, matter.id);
}

/** For which body somebody had a step of a matter. */
function bodyOf(turn: Turn, matter: string, person: string): Body | undefined {
  const step = turn.store.steps
    .ofMatter(matter)
    .find((s) => s.body && turn.store.steps.peopleOf(s.id).includes(person));
  return step?.body ?? undefined;
}

function saySignIn(turn: Turn, person: string): string {
  if (turn.signInAt === null)
    return '控制台没有开放登录，只能在服务器本机打开；开放登录须设置 PUBLIC_URL 和 SESSION_SECRET。';
  const code = issueSignIn(turn, person);
  return `登录码：${code}\n${SIGN_IN_MINUTES}分钟内有效，只能使用一次。请在浏览器打开 ${turn.signInAt} 填入，不要转发给他人。`;
}

function tellOwner(turn: Turn, matter: Matter, speaker: Speaker): void {
  deliver(turn, {
    to: matter.owner,
    status: 'notice',
    about: matter.about,
    text: `${turn.roster.nameOf(speaker.person)}代您提出：${matter.title}。如有不符，请回复“撤回”。`,
    quotes: matter.quotes,
    matter: matter.id,
  });
}
