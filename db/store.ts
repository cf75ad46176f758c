import { type Db, inTransaction } from './database.ts';
import { createMemory } from './memory.ts';
import { absenceVerbs } from './verbs/absences.ts';
import { accountVerbs, codeVerbs } from './verbs/accounts.ts';
import { inboxVerbs } from './verbs/inbox.ts';
import { matterVerbs } from './verbs/matters.ts';
import { outboxVerbs } from './verbs/outbox.ts';
import { queueVerbs } from './verbs/queues.ts';
import { auditVerbs, draftVerbs, metaVerbs, questionVerbs, rosterVerbs } from './verbs/records.ts';
import { retentionVerbs } from './verbs/retention.ts';
import { stepVerbs } from './verbs/steps.ts';
import { timerVerbs } from './verbs/timers.ts';

const PAGES = '.'.repeat(8192);
const TAKEN_BACK = new Error('taken back');

/** All verbs on one district's database, their statements prepared once. */
export function openStore(db: Db) {
  let open = false;
  const meta = metaVerbs(db);
  const memory = createMemory();
  return {
    /** Everything in one transaction; inside another one, as part of it. */
    transaction<R>(work: () => R): R {
      if (open) return work();
      open = true;
      memory.begin();
      try {
        return inTransaction(db, work);
      } finally {
        memory.end();
        open = false;
      }
    },
    /** Throws where nothing can be stored: more than a page is written, and taken back. */
    probe(): void {
      try {
        inTransaction(db, () => {
          meta.set('probe', PAGES);
          throw TAKEN_BACK;
        });
      } catch (error) {
        if (error !== TAKEN_BACK) throw error;
      }
    },
    /** A part of a transaction that is undone alone when it throws. */
    savepoint<R>(work: () => R): R {
      try {
        return inTransaction(db, work);
      } catch (error) {
        memory.forget();
        throw error;
      }
    },
    inbox: inboxVerbs(db),
    matters: matterVerbs(db, memory),
    steps: stepVerbs(db),
    outbox: outboxVerbs(db),
    queues: queueVerbs(db),
    timers: timerVerbs(db, memory),
    absences: absenceVerbs(db),
    drafts: draftVerbs(db),
    audit: auditVerbs(db, memory),
    questions: questionVerbs(db),
    rosters: rosterVerbs(db),
    accounts: accountVerbs(db),
    codes: codeVerbs(db),
    retention: retentionVerbs(db),
    meta,
  };
}

export type Store = ReturnType<typeof openStore>;
