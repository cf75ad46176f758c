/** Words put together anew (a part, or what was said before with it) are read as if the sender had just said them. */
import { mark } from '../src/language/mark.ts';
import type { Context, Said } from './command.ts';

export const readAgain = (text: string, files: readonly string[], context: Context): Said => ({
  marked: mark(text, context.roster, context.calendar, context.now, context.sender),
  files: [...files],
});
