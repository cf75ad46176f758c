import { mark } from '../../src/language/mark.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { Context, Said } from '../command.ts';
import { type LeaveRequest, readLeave } from './read.ts';

const REGISTER = matcher(/登记(?!调研|督|事项)[^。；]{0,20}外出|外出[^。；，]{0,4}登记/);
/** 好，那就登记一下吧: says yes to the offer to register. */
const AGREES = matcher(
  /^(?:好的?|行|可以|嗯+|那|那就|就|请|麻烦|帮我|给我|先|按|[，,])*登记(?:一下|上|了|吧|即可|就行)*[。！!]?$/,
);
const SPEAKS_OF_LEAVE = /请(?:个|一下)?假|外出|出差|休假|离岗/;

/** Whether a message wants an absence registered: outright, or in answer to the offer. */
export function registers({ marked: { text } }: Said, context: Context): boolean {
  return REGISTER.test(text) || (AGREES.test(text) && saidJustBefore(context) !== undefined);
}

/** The leave that the sender told of in the message before, if it was one. */
export function saidJustBefore(context: Context): LeaveRequest | undefined {
  const before = context.facts.saidBefore(context.sender.id);
  if (!before || !SPEAKS_OF_LEAVE.test(before)) return undefined;
  const marked = mark(before, context.roster, context.calendar, context.now, context.sender);
  return readLeave({ marked, files: [] }, context);
}
