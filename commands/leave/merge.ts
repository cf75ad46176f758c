import { addDays } from '../../src/core/day.ts';
import { leadingPlaces } from '../../src/language/places.ts';
import type { Context, Said } from '../command.ts';
import { isPersonName } from './names.ts';
import { lengthIn } from './new-days.ts';
import type { LeaveRequest } from './read.ts';
import { isBare } from './reason.ts';

const CORRECTS =
  /提前到|推迟到|顺延|延到|缩|压缩|减到|只去|不对|不是|改(?:成|为|到|去|在|由|一下)|换(?:成|为)|应(?:该)?(?:为|是)|更正|说错|写错|错了/;

/** What the next message adds; it overrides only when it corrects. A bare name or place answers what was asked. */
export function mergeLeave(draft: LeaveRequest, fresh: LeaveRequest, said: Said, context: Context): LeaveRequest {
  const { fault: _, late, files, ...kept } = draft;
  const added = withoutGaps({ ...fresh, ...bareAnswer(draft, fresh, said, context) });
  // Another day leaves the reason as it is, unless that is named, too.
  if (draft.reason && fresh.first && !/事由|原因|理由|因/.test(said.marked.text)) delete added.reason;
  const request: LeaveRequest = CORRECTS.test(said.marked.text)
    ? { ...kept, ...added }
    : { ...added, ...withoutGaps(kept) };
  // 缩到三天: another length from the same first day.
  const days = lengthIn(said);
  if (CORRECTS.test(said.marked.text) && draft.first && !fresh.first && days !== undefined)
    request.last = addDays(draft.first, Math.max(1, Math.ceil(days)) - 1);
  if (fresh.first && (draft.fault || late)) Object.assign(request, { first: fresh.first, last: fresh.last });
  if (fresh.fault) request.fault = fresh.fault;
  // 出差 says little: what the next message tells of it takes its place.
  if (draft.reason && fresh.reason && isBare(draft.reason, draft.place) && !isBare(fresh.reason, fresh.place))
    request.reason = fresh.reason;
  const all = [...(files ?? []), ...(fresh.files ?? [])];
  if (all.length > 0) request.files = all;
  if (late && fresh.urgent && !request.urgentReason) request.urgentReason = fresh.urgentReason ?? draft.reason;
  const whole = said.marked.original.trim().replace(/[。！!]$/, '');
  if (draft.urgent && !draft.urgentReason && whole.length > 4) {
    request.urgentReason = whole;
    if (!draft.reason) request.reason = undefined;
  }
  return request;
}

/** A name, a place or a few words by themselves. */
function bareAnswer(draft: LeaveRequest, fresh: LeaveRequest, said: Said, context: Context): Partial<LeaveRequest> {
  const bare = said.marked.text.replace(/[，,。.！!\s]/g, '');
  if (!/^[一-鿿]{2,12}$/.test(bare) || fresh.acting || said.marked.dates.length > 0) return {};
  const known = said.marked.people.find((s) => s.candidates.length === 1)?.candidates[0];
  const named = known && known.id !== context.sender.id && bare.length <= known.name.length + 6;
  if (!draft.acting && named) return { acting: known.name, actingId: known.id, reason: undefined, place: undefined };
  const name = draft.acting ? undefined : isPersonName(bare);
  if (name) return { acting: name, reason: undefined, place: undefined };
  if (!draft.place && leadingPlaces(bare) === bare) return { place: bare, reason: undefined };
  if (Object.keys(withoutGaps(fresh)).length > 0) return {};
  if (!draft.reason && (draft.acting || bare.length > 4)) return { reason: bare };
  return draft.place ? {} : { place: bare };
}

function withoutGaps(request: LeaveRequest): Partial<LeaveRequest> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined && value !== false));
}
