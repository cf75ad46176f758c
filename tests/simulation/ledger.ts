/** What the database must hold at the end of a year. */
import { createHash } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { audit, matters, steps, timers } from '../../db/schema.ts';

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
