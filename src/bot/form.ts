/** 表单: which delivery still has a form, and what is in it. */
import type { Store } from '../../db/store.ts';
import type { OutboxRow } from '../../db/verbs/outbox.ts';
import type { Draft } from '../../db/verbs/records.ts';
import { type FormField, formFor } from '../core/form.ts';
import type { Roster } from '../core/roster.ts';

/** The unfinished request that a delivery asked back for; `undefined` once it was filled, given up or asked for anew. */
export function draftBehind(store: Store, row: OutboxRow): Draft | undefined {
  if (row.status !== 'incomplete' || row.about !== 'leave' || !row.missing) return undefined;
  const draft = store.drafts.get(row.to, row.to);
  return draft?.at === row.at && draft.about === row.about ? draft : undefined;
}

/** What a delivery offers to fill in; `undefined` where there is nothing, or nothing any more. */
export function formOf(store: Store, roster: Roster, row: OutboxRow): FormField[] | undefined {
  const draft = draftBehind(store, row);
  if (!draft || !row.missing) return undefined;
  const leaver = typeof draft.request.person === 'string' ? draft.request.person : row.to;
  const fields = formFor(row.missing, mayAct(roster, leaver));
  return fields.length > 0 ? fields : undefined;
}

/** Those who are likely to act for somebody: the 补位 partner and the unit's others; the mayor acts for nobody. */
function mayAct(roster: Roster, id: string): string[] {
  const person = roster.person(id);
  if (!person) return [];
  const partner = person.standIn === undefined ? [] : [person.standIn];
  const others = roster.people
    .filter((p) => p.unit === person.unit && p.id !== id && p.position !== 'mayor')
    .map((p) => p.id);
  return [...new Set([...partner, ...others])];
}
