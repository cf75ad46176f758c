/** What a leave request says: days, place, reason, acting person, urgency, and for whom. */
import type { Day } from '../../src/core/day.ts';
import type { Context, Said } from '../command.ts';
import { type Acting, readActing } from './acting.ts';
import { clausesOf } from './clauses.ts';
import { isCourtesy, withoutGreeting } from './courtesy.ts';
import { readDays } from './days.ts';
import { lastName } from './last-name.ts';
import { OFFICE } from './names.ts';
import { readPlace } from './place.ts';
import { readReason, readUrgency } from './reason.ts';
import { readFor } from './whom.ts';

export interface LeaveRequest {
  /** Roster id of who goes away; the sender unless said otherwise. */
  person?: string;
  /** It is for somebody else: for one of several of that name, or for nobody of the roster. */
  unclear?: 'ambiguous' | 'unknown';
  first?: Day;
  last?: Day;
  /** What is wrong with the dates as said, in Chinese. */
  fault?: string;
  place?: string;
  reason?: string;
  /** As written; `actingId` where the roster knows the name. */
  acting?: string;
  actingId?: string;
  urgent?: boolean;
  urgentReason?: string;
  files?: string[];
  /** 登记外出 whose days are still to come. */
  registers?: boolean;
  /** It was refused for its short notice. */
  late?: boolean;
  /** The matter that this request takes the place of. */
  replaces?: string;
  /** Further leaves of the same message that want the same answer. */
  more?: LeaveRequest[];
  /** The absence has begun: no notice is asked for any more. */
  begun?: boolean;
}

/** Whether a clause is somebody's name or a unit, and nothing else but titles. */
const isTitled = (clause: string, name: string): boolean =>
  clause
    .replace(name, '')
    .replace(new RegExp(OFFICE, 'g'), '')
    .replace(/[\s:：的我]/g, '') === '';

/** What says nothing once its date is gone, and headings: （ ）, 【外出报备】. */
const EMPTY = /[（(]\s*[）)]|【[^】]{0,12}】/g;

/** What is left of a message once its dates, its acting person and its courtesies are taken out: where to, and why. */
export function errandOf(said: Said, acting: Acting['span']): string {
  const { text, dates } = said.marked;
  const named = [...said.marked.people, ...said.marked.units];
  const drop: { from: number; to: number; for: string }[] = dates.map((d) => ({
    from: d.from,
    to: d.to,
    // Lengths go without a trace: 休假一天做手术 is one errand.
    for: d.type === 'duration' ? '' : ' ',
  }));
  if (acting) drop.push({ ...acting, for: '' });
  return clausesOf(said)
    .map(({ from, to }) => {
      let words = text.slice(from, to);
      for (const cut of [...drop].sort((a, b) => b.from - a.from)) {
        if (cut.from >= to || cut.to <= from) continue;
        const at = Math.max(cut.from, from) - from;
        words = `${words.slice(0, at)}${cut.for}${words.slice(Math.min(cut.to, to) - from)}`;
      }
      words = words.replace(EMPTY, '');
      const alone = named.some((span) => span.from >= from && span.to <= to && isTitled(words, span.text));
      return alone ? '' : withoutGreeting(words.trim());
    })
    .filter((words) => words && !isCourtesy(words))
    .join('，');
}

/** Weighing a message and deciding it read the same; a `Said` lives as long as its message is worked off. */
const READ = new WeakMap<Said, LeaveRequest>();

/** Everything at once; parts that are not said are left out. */
export function readLeave(said: Said, context: Context): LeaveRequest {
  const known = READ.get(said) ?? readAll(said, context);
  READ.set(said, known);
  return known;
}

function readAll(said: Said, context: Context): LeaveRequest {
  const whom = readFor(said, context);
  const person = typeof whom === 'object' ? whom : context.sender;
  const days = readDays(said, context);
  const told = readActing(said, person, context.roster.person(person.standIn ?? ''));
  const last = told.acting ? undefined : lastName(said, context, person);
  const whole = whereAndWhy(said, last?.span ?? told.span);
  // A mere name is who acts where nothing else is left to be said; else it may be any word.
  const named = last && (last.sure || (days.first && whole.place && whole.reason));
  const { errand, place, reason } = last && !named ? whereAndWhy(said, told.span) : whole;
  const { acting, actingId } = named ? last : told;
  return {
    ...(typeof whom === 'object' && { person: whom.id }),
    ...(typeof whom === 'string' && { unclear: whom }),
    ...days,
    ...(place && { place: place.place }),
    ...(reason && { reason }),
    ...(acting && { acting }),
    ...(actingId && { actingId }),
    ...readUrgency(errand, reason),
    ...(said.files.length > 0 && { files: said.files }),
  };
}

function whereAndWhy(said: Said, acting: Acting['span']) {
  const errand = errandOf(said, acting);
  const place = readPlace(errand);
  return { errand, place, reason: readReason(errand, place) };
}
