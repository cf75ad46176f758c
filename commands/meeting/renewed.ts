/** A date said anew replaces the one that was asked back. */
import type { DateSpan } from '../../src/language/dates/read.ts';
import { mark } from '../../src/language/mark.ts';
import type { Context, Said } from '../command.ts';
import { resume } from '../papers/unfinished.ts';

/** The message with what earlier messages of the request said, its day and time the last ones said. */
export function resumeAnew(said: Said, context: Context, draft?: Record<string, unknown>): Said {
  const whole = resume(said, context, draft);
  const asked = Array.isArray(draft?.asked) ? draft.asked : [];
  if (typeof draft?.text !== 'string' || !asked.includes('time')) return whole;
  const earlier = draft.text.length;
  const fresh = mark(said.marked.text, context.roster, context.calendar, context.now).dates;
  const day = fresh.some((d) => d.start && d.type !== 'time');
  const time = fresh.some((d) => /[点时:]/.test(d.text));
  const dates = whole.marked.dates.flatMap((d) => (d.from >= earlier ? [d] : without(d, day, time)));
  return { ...whole, marked: { ...whole.marked, dates } };
}

/** What is left of an earlier expression once its day or its time is said anew. */
function without(span: DateSpan, day: boolean, time: boolean): DateSpan[] {
  if (!day && !time) return [span];
  const clock = /[点时:]/.test(span.text);
  if (day && (time || !clock || span.type === 'date')) return [];
  if (day)
    return span.start && span.type !== 'time'
      ? [{ ...span, type: 'time', start: span.start.slice(11), fault: undefined }]
      : [span];
  if (span.type === 'time') return [];
  return [
    {
      ...span,
      type: 'date',
      start: span.start?.slice(0, 10),
      text: span.text.replace(/\d{1,2}[点时:].*$/, ''),
      fault: span.fault,
    },
  ];
}

/** A bare answer to what the meeting is about reads as its topic, not as a title. */
export function asTopic(
  said: Said,
  context: Context,
  draft?: Record<string, unknown>,
): [Said, Context, Record<string, unknown> | undefined] {
  const { text, titles } = said.marked;
  const asked = Array.isArray(draft?.asked) ? draft.asked : [];
  if (asked.length !== 1 || asked[0] !== 'topic' || titles.length > 0 || !text) return [said, context, draft];
  const marked = mark(`议题:${text}`, context.roster, context.calendar, context.now, context.sender);
  return [{ ...said, marked }, context, { ...draft, asked: [] }];
}
