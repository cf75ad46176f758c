/** What the database must hold at the end of a year. */
import { createHash } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { audit, matters, steps, timers } from '../../db/schema.ts';
import { type DistrictId, dueInstants, RULES } from './oracle.ts';

const OVER = ['declined', 'withdrawn', 'closed'];

/** A matter that is over has no timers and no open steps; a step that is over has no timers. */
export function leftOver(db: Db): string[] {
  const state = new Map(
    db
      .select()
      .from(matters)
      .all()
      .map((m) => [m.id, m.state]),
  );
  const byId = new Map(
    db
      .select()
      .from(steps)
      .all()
      .map((s) => [s.id, s]),
  );
  const faults: string[] = [];
  for (const timer of db.select().from(timers).all()) {
    if (timer.matter && OVER.includes(state.get(timer.matter) ?? ''))
      faults.push(`timer ${timer.kind} of ${timer.matter}, which is over`);
    if (timer.step && byId.get(timer.step)?.state !== 'open')
      faults.push(`timer ${timer.kind} of step ${timer.step}, which is decided`);
  }
  for (const step of byId.values()) {
    if (step.state === 'open' && OVER.includes(state.get(step.matter) ?? ''))
      faults.push(`open step ${step.id} of ${step.matter}, which is over`);
  }
  return faults;
}

/** Silence is recorded where the rule makes it an answer, at 09:00 of the first working day after the last one, and nowhere else. */
export function silenceFaults(db: Db, district: DistrictId, now: number): string[] {
  const counts = RULES[district].countersign?.silence === true;
  return db
    .select()
    .from(steps)
    .all()
    .flatMap((step) => {
      if (step.ask !== 'countersign' || !step.due) return [];
      const { after } = dueInstants(step.due);
      if (step.state === 'silent' && (!counts || step.decidedAt !== after))
        return [`step ${step.id} due ${step.due} silent at ${new Date(step.decidedAt ?? 0).toISOString()}`];
      return counts && step.state === 'open' && after <= now ? [`step ${step.id} due ${step.due} still open`] : [];
    });
}

/** Every row's hash covers the one before. */
export function auditFaults(db: Db): string[] {
  let previous = '';
  for (const { seq, hash, at, actor, action, subject, detail } of db.select().from(audit).orderBy(audit.seq).all()) {
    const entry = JSON.stringify({ at, actor, action, subject, detail });
    if (
      createHash('sha256')
        .update(previous + entry)
        .digest('hex') !== hash
    )
      return [`audit broken at ${seq}`];
    previous = hash;
  }
  return [];
}
