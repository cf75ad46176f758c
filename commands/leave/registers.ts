import { mark } from '../../src/language/mark.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { Context, Said } from '../command.ts';
import { asks, onlyAsks } from '../only-asks.ts';
import { readAgain } from '../read-again.ts';
import { type LeaveRequest, readLeave } from './read.ts';

const REGISTER = matcher(
  /登记(?!调研|督|事项)[^。；]{0,20}外出|外出[^。；，]{0,4}登记|(?:外出|出差|不在)[^。；]{0,12}，(?:请|麻烦|帮我|给我|先)?登记(?:一下|上|下)(?=$|[，。！])/,
);
/** 好，那就登记一下吧: says yes to the offer to register. */
const AGREES = matcher(
  /^(?:好的?|行|可以|嗯+|那|那就|就|请|麻烦|帮我|给我|先|按|[，,])*登记(?:一下|上|了|吧|即可|就行)*[。！!]?$/,
);
const SPEAKS_OF_LEAVE = /请(?:个|一下)?假|外出|出差|休假|离岗/;

/** Whether a message wants an absence registered: outright, or in answer to the offer. */
export function registers({ marked: { text } }: Said, context: Context): boolean {
  return REGISTER.test(text) || (AGREES.test(text) && saidJustBefore(context) !== undefined);
}

/** 那就请假, 就这么报吧: goes ahead with the leave that was only asked about. */
const GOES_AHEAD = matcher(
  /^(?:好的?|行|可以|嗯+|知道了|明白了?|那|就|那就|请|麻烦|帮我|给我|按这个|这么|这样|我|[，,])*(?:请(?:个|一下|这个)?假|报(?:上去|送|批|备)?|提交|办理?|申请)(?:一下|了|吧|就行)*[。！!]?$/,
);

/** The leave that the sender's last message told of in a question, where this one says to go ahead with it. */
export function askedBefore({ marked: { text } }: Said, context: Context): LeaveRequest | undefined {
  if (!GOES_AHEAD.test(text)) return undefined;
  const before = context.facts.saidBefore(context.sender.id);
  if (!before || !onlyAsks(readAgain(before, [], context))) return undefined;
  const told = before.split(/(?<=[，,。；;！!？?])/).filter((clause) => !asks(clause));
  const request = readLeave(readAgain(told.join(''), [], context), context);
  return request.first && (request.place || request.reason || SPEAKS_OF_LEAVE.test(before)) ? request : undefined;
}

/** The leave that the sender told of in the message before, if it was one. */
export function saidJustBefore(context: Context): LeaveRequest | undefined {
  const before = context.facts.saidBefore(context.sender.id);
  if (!before || !SPEAKS_OF_LEAVE.test(before)) return undefined;
  const marked = mark(before, context.roster, context.calendar, context.now, context.sender);
  return readLeave({ marked, files: [] }, context);
}
