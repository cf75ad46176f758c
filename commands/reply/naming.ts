/** Which of several matters an answer means: 水利局的同意, 去青岛的不同意, 老倪的也行, 第一个同意. */
import type { Matter } from '../../src/core/matter.ts';
import { dayRange } from '../../src/language/dates/read.ts';
import { readNumber } from '../../src/language/numbers.ts';
import { onePerson } from '../../src/language/people.ts';
import { leadingPlaces } from '../../src/language/places.ts';
import type { Context, Said } from '../command.ts';

/** A stretch of a message that names a matter at its beginning, and what is said of it. */
export interface Named {
  rest: string;
  fits(matter: Matter, index: number): boolean;
}

/** What leads up to the name. */
const LEAD = /^(?:对于?|关于|至于|那|就|先|给|让|把|去|到|赴|跑)*/;
/** Between the name and what is said of the matter: 的请假, 那个, 局长的申请. */
const TAIL =
  /^(?:同志|局长|镇长|主任|副?区长|书记|那边|这边|报的?|提的?|请的?|上|下午|的|那[个件份次趟场]?|这[个件份次趟场]?|请假|外出|出差|假|申请|报告|事项?|议题|纪要|文件?|会签稿?|会议?|培训|考察|学习|活动|邀请|走|去)*[，,:：]?(?:我|就|也|都|那|可以先|先)*/;

/** Reads the name at the beginning of the stretch `from`–`to`; `null` where it begins otherwise. */
export function naming(said: Said, context: Context, from: number, to: number): Named | null {
  const { marked } = said;
  const text = marked.text.slice(from, to);
  const at = from + (LEAD.exec(text)?.[0].length ?? 0);
  const starts = <T extends { from: number; to: number }>(spans: readonly T[]): T | undefined =>
    spans.find((span) => span.from >= from && span.from <= at && span.to > at && span.to <= to);
  const after = (end: number, fits: Named['fits']): Named => ({
    rest: marked.text.slice(end, to).replace(TAIL, ''),
    fits,
  });
  const unit = starts(marked.units);
  const person = starts(marked.people) ?? (unit && marked.people.find((p) => p.from === unit.to));
  const whose = onePerson(person);
  if (person && whose) {
    const own = waiting(context).some((m) => m.owner === whose.id);
    return after(person.to, (m) => (own ? m.owner === whose.id : m.data.body.includes(whose.name)));
  }
  if (unit) return after(unit.to, (m) => m.data.unit === unit.unit || m.title.includes(unit.unit));
  const day = starts(marked.dates);
  const on = day && dayRange(day)?.first;
  if (day && on) return after(day.to, (m) => m.day === on || (m.data.first ?? '') === on);
  return byWords(marked.text.slice(at, to), (length) => at + length, after);
}

/** 济南的, 老倪的, 第二个. */
function byWords(
  text: string,
  end: (length: number) => number,
  after: (end: number, fits: Named['fits']) => Named,
): Named | null {
  const place = leadingPlaces(text);
  if (place) return after(end(place.length), (m) => String(m.data.facts?.place ?? '').includes(place));
  const family = /^[老小]([一-鿿])(?=的|那|那边)/.exec(text);
  if (family) return after(end(family[0].length), (m) => m.title.startsWith(family[1] ?? ''));
  const told = /^([一-鿿]{2,10}?)的(?:那?[个份件])?(?=同意|不同意|准|批|可以|行|不行|不准|再?等|放)/.exec(text)?.[1];
  if (told) return after(end(told.length), (m) => m.data.body.includes(told));
  const nth = /^第?([一二三四五1-5])(?:个|件|份|项)/.exec(text);
  const number = nth && readNumber(nth[1] ?? '');
  return nth && number && text.startsWith('第') ? after(end(nth[0].length), (_, index) => index === number - 1) : null;
}

/** The stretches of a message between its stops. */
export function stretches({ marked: { text } }: Said): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(/[^，,。；;！!\n]+/g))
    found.push({ from: match.index, to: match.index + match[0].length });
  return found;
}

/** Matters that wait for the sender, each once, oldest first. */
export function waiting(context: Context): Matter[] {
  const ids = new Set(context.facts.openSteps(context.sender.id).map((step) => step.matter));
  return [...ids].flatMap((id) => context.facts.matter(id) ?? []);
}
