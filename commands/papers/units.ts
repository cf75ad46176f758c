/** Which units a message names, and in what part: whose paper it is, and whom else it concerns. */
import type { Person } from '../../src/core/roster.ts';
import { isHead } from '../../src/core/roster.ts';
import { BODIES } from '../../src/core/vocabulary.ts';
import { onePerson } from '../../src/language/people.ts';
import type { UnitSpan } from '../../src/language/units.ts';
import type { Context, Said } from '../command.ts';

/** The unit whose people file for all others. */
export const OFFICE_UNIT: string = BODIES['government-office'];

const WHOLE = /(?:局|委|镇|办|会|区|中心|机构|街道|政府|办事处)$/;

/** Units named in full or in a usual short form, outside of titles; not 财政 of 财政资金, not an upper level's 市水利局. */
export function unitsIn(said: Said): UnitSpan[] {
  const { text, units } = said.marked;
  return units.filter((span) => {
    const open = text.lastIndexOf('《', span.from);
    const inTitle = open >= 0 && text.indexOf('》', open) >= span.to;
    const upper = /[市省]$/.test(text.slice(0, span.from)) && !span.text.startsWith('区');
    return WHOLE.test(span.text) && !inTitle && !upper;
  });
}

const DRAFTS =
  '(?:负责)?(?:代拟|起草|主办|牵头|拟稿|草拟|拟订|拟定|拟制|拟写|制定|制发|编制|报送|报来|送来|呈报|呈送|上报|提交|提请|申报|承办|拟(?=以|与|同|和|印|签))';
const AFTER = new RegExp(
  `^(?:就|拟)?(?:[^,;，。；]{0,6}?)?${DRAFTS}|^(?:的)?(?:《|请示|报告|代拟稿|文稿|纪要|来文)|^(?:关于|就|想|计划)|^的(?=[,，。；]|$)|^(?:代)?(?:拟|写|起草)的`,
);
const BEFORE =
  /(?:主办(?:单位|部门)?|代拟(?:单位|部门)?|起草(?:单位|部门)?|牵头(?:单位|部门)?|责任(?:单位|部门)|报送(?:单位|部门)|汇报(?:单位|部门))(?:是|为|[:：])*$|(?:替|代|帮)(?:区)?$/;
const SELF = /我(?:局|委|镇|办|中心|街道|单位|处|会|科|们)|本(?:局|委|镇|办|单位|部门|街道)/;

/**
 * The unit whose paper it is: named as drafting it (水利局代拟, 由…起草), else the sender's own.
 * For the office itself only when it says so; `undefined` when nothing tells.
 */
export function draftingUnit(said: Said, context: Context): string | undefined {
  const { text } = said.marked;
  const named = unitsIn(said);
  for (const span of named) {
    if (BEFORE.test(text.slice(0, span.from))) return span.unit;
    const after = text.slice(span.to);
    // 以区政府名义制发、水利局代拟的: one attribute beside another, no list of units
    if (/^(?:负责)?(?:代拟|起草|拟稿|草拟)的?/.test(after) && /[制印]发、$/.test(text.slice(0, span.from)))
      return span.unit;
    if (AFTER.test(after) && !/(?:请|向|送|与|和|、|商|征求)$/.test(text.slice(0, span.from))) return span.unit;
  }
  const { sender } = context;
  if (sender.unit !== OFFICE_UNIT && (isHead(sender) || sender.position === 'staff')) return sender.unit;
  if (sender.unit === OFFICE_UNIT && SELF.test(text) && /(?:我办|本办)(?:自行)?(?:起草|拟|草拟|制定)/.test(text))
    return OFFICE_UNIT;
  return undefined;
}

/** The leaders of the district whom a message names. */
export function leadersIn(said: Said): { person: Person; from: number; to: number }[] {
  const { text } = said.marked;
  return said.marked.people.flatMap((span) => {
    const person = onePerson(span);
    // 分管区长 is a deputy mayor, whichever.
    const someone = person?.position === 'mayor' && /分管(?:的)?$/.test(text.slice(0, span.from));
    const leads =
      person &&
      !someone &&
      /mayor|office-director|office-deputy|cadre|party-group/.test(person.position) &&
      person.position !== 'town-mayor';
    return leads ? [{ person, from: span.from, to: span.to }] : [];
  });
}
