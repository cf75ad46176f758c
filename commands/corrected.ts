/** A refused request put again with what was wrong put right: 那推迟到22号，还是请…. */
import type { About } from '../src/core/vocabulary.ts';
import { mark } from '../src/language/mark.ts';
import type { Context, Said } from './command.ts';
import { withoutDates } from './punctuation.ts';

const CORRECTS =
  /(?:改|推迟|挪|延后?|换|调|往后(?:推|挪|放)?|推)(?:到|至|成|在|为)|^(?:那|好|行|哦)[^,，。；]{0,6}(?:就|改|定|换|推|挪|还)|还是(?:请|邀|在|由|那)/;

const reread = (text: string, { roster, calendar, now, sender }: Context): Said => ({
  marked: mark(text, roster, calendar, now, sender),
  files: [],
});

/**
 * The message read together with what the same person said just before, where that was a request of this kind
 * that opened nothing; `null` where it is no correction of one.
 */
export function corrected(said: Said, context: Context, about: About, isRequest: (said: Said) => boolean): Said | null {
  const { facts, sender, group } = context;
  if (!CORRECTS.test(said.marked.text) || said.marked.dates.length === 0) return null;
  const [last] = facts.saidLately(sender.id, group);
  const before = last ? reread(last, context) : undefined;
  if (!before || !isRequest(before)) return null;
  const words = before.marked.text.slice(0, 40);
  if (facts.recent(about).some((m) => m.data.body.includes(words))) return null;
  const kept = withoutDates(before).marked.text.replace(/[。！!]+$/, '');
  return { ...reread(`${kept}。${said.marked.original}`, context), files: said.files };
}
