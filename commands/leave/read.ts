/** What a leave request says: days, place, reason, acting person, urgency, and for whom. */
import type { Day } from '../../src/core/day.ts';
import type { Context, Said } from '../command.ts';
import { readActing } from './acting.ts';
import { readDays } from './days.ts';
import { readPlace } from './place.ts';
import { readReason, readUrgency } from './reason.ts';
import { readFor } from './whom.ts';

export interface LeaveRequest {
  /** Roster id of who goes away; the sender unless said otherwise. */
  person?: string;
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
}

/** A text without its dates, so that 到3月7日 is no place. Lengths go without a trace: 休假一天做手术 is one errand. */
export function withoutDates({ marked }: Said): string {
  let bare = marked.text;
  for (const d of [...marked.dates].sort((x, y) => y.from - x.from))
    bare = `${bare.slice(0, d.from)}${d.type === 'duration' ? '' : ' '}${bare.slice(d.to)}`;
  return bare;
}

/** Everything at once; parts that are not said are left out. */
export function readLeave(said: Said, context: Context): LeaveRequest {
  const bare = withoutDates(said);
  const place = readPlace(bare);
  const reason = readReason(bare, place);
  const whom = readFor(said, context);
  return {
    ...(whom && whom !== 'ambiguous' && { person: whom.id }),
    ...readDays(said, context),
    ...(place && { place: place.place }),
    ...(reason && { reason }),
    ...readActing(said, context.sender),
    ...readUrgency(bare, reason),
    ...(said.files.length > 0 && { files: said.files }),
  };
}
