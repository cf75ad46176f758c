/** Reads a roster file and names every fault with its place; nothing of a faulty roster is taken. */
import { z } from 'zod';
import type { RosterFile } from './roster.ts';
import { BODY_IDS, POSITION_IDS, POSITIONS, type Position } from './vocabulary.ts';

const id = z.string().min(1).max(64);
const person = z.strictObject({
  id,
  name: z.string().min(2).max(20),
  position: z.enum(POSITION_IDS),
  unit: z.string().min(1).max(40),
  oversees: z.array(z.string().min(1)).optional(),
  standIn: id.optional(),
});
const identities = z.record(z.string(), id);
const rosterFile = z.strictObject({
  district: z.string().min(1),
  name: z.string().min(1),
  people: z.array(person).min(1),
  bodies: z.partialRecord(z.enum(BODY_IDS), z.array(id)),
  channels: z
    .strictObject({ feishu: identities.optional(), dingtalk: identities.optional(), wecom: identities.optional() })
    .optional(),
});

export type RosterResult = { ok: true; roster: RosterFile } | { ok: false; faults: string[] };

/** Offices that exactly one person may hold. */
const SINGLE: readonly Position[] = ['party-secretary', 'mayor', 'executive-deputy-mayor', 'office-director'];

/** Checks shape and sense: unknown positions, duplicate ids, two mayors, a stand-in or receiver who doesn't exist. */
export function readRoster(json: unknown, district?: string): RosterResult {
  const parsed = rosterFile.safeParse(json);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map((issue) => sayIssue(issue)) };
  const roster = parsed.data;
  const faults: string[] = [];
  if (district && roster.district !== district)
    faults.push(`district：名册属于“${roster.district}”，应为“${district}”`);
  const ids = new Set<string>();
  const seats = new Map<string, string>();
  const overseers = new Map<string, string>();
  for (const [i, p] of roster.people.entries()) {
    const at = `people[${i}]（${p.name}）`;
    if (ids.has(p.id)) faults.push(`${at}.id：“${p.id}”重复`);
    ids.add(p.id);
    if (SINGLE.includes(p.position)) {
      const other = seats.get(p.position);
      if (other) faults.push(`${at}.position：${POSITIONS[p.position]}只能有一人，已有${other}`);
      seats.set(p.position, p.name);
    }
    if (p.standIn === p.id) faults.push(`${at}.standIn：补位人不能是本人`);
    for (const unit of p.oversees ?? []) {
      const other = overseers.get(unit);
      if (other && other !== p.id) faults.push(`${at}.oversees：“${unit}”已由${other}分管`);
      overseers.set(unit, p.id);
    }
  }
  for (const [i, p] of roster.people.entries()) {
    if (p.standIn && !ids.has(p.standIn)) faults.push(`people[${i}]（${p.name}）.standIn：名册中没有“${p.standIn}”`);
  }
  for (const [body, receivers] of Object.entries(roster.bodies)) {
    for (const receiver of receivers ?? []) {
      if (!ids.has(receiver)) faults.push(`bodies.${body}：名册中没有“${receiver}”`);
    }
  }
  for (const [channel, map] of Object.entries(roster.channels ?? {})) {
    for (const [platformId, personId] of Object.entries(map ?? {})) {
      if (!ids.has(personId)) faults.push(`channels.${channel}.${platformId}：名册中没有“${personId}”`);
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, roster };
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const place =
    issue.path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
      .replace(/^\./, '') || '名册';
  if (issue.code === 'invalid_value') return `${place}：不允许的值，可用：${issue.values.join('、')}`;
  if (issue.code === 'unrecognized_keys') return `${place}：不认识的字段 ${issue.keys.join('、')}`;
  if (issue.code === 'invalid_type') return `${place}：缺少或类型不对，应为 ${issue.expected}`;
  return `${place}：${issue.message}`;
}
