/** 那镇长呢？: the question before, asked again of something else. */
import { CONCEPTS } from '../lexicon/index.ts';
import { KINDS } from './evidence.ts';
import { type Hit, scan } from './scan.ts';

const FOLLOWS =
  /^(?:那么?|要是|如果是?|换成|还有|那要是|那如果是?)?[,，]?([^,，。；?？]{1,14}?)(?:的话|的)?(?:呢|也(?:是|要)?(?:这样|一样)(?:吗|么)?)[?？。!！]*$/;
const LENGTH = /[\d一二两三四五六七八九十]{1,3}(?:个)?(?:工作日|小时|天|日|周|个?月)/;

/** What is compared: a length of time, a kind of meeting, somebody, some kind of paper. */
function groupOf(hit: Hit): string | undefined {
  const concepts = hit.concepts.flatMap((c) => CONCEPTS[c] ?? []);
  if (concepts.some(({ name }) => (KINDS as readonly string[]).includes(name))) return 'meeting';
  return concepts.find(({ class: of }) => of !== 'ask' && of !== 'inferred')?.class;
}

/**
 * The whole question that a short one means after another; `null` where it is none, or nothing before it can be replaced.
 * @example followUp('那镇长呢？', '局长请假找谁批？') // '镇长请假找谁批？'
 */
export function followUp(text: string, before: string): string | null {
  const subject = FOLLOWS.exec(text)?.[1];
  if (!subject) return null;
  if (LENGTH.test(subject)) return LENGTH.test(before) ? before.replace(LENGTH, subject) : null;
  const groups = scan(subject).flatMap((hit) => groupOf(hit) ?? []);
  const [group] = groups;
  const replaced = group && scan(before).find((hit) => groupOf(hit) === group);
  return replaced ? `${before.slice(0, replaced.from)}${subject}${before.slice(replaced.to)}` : null;
}
