/** Tables of one district's database. Instants are milliseconds since 1970 (UTC); days are `YYYY-MM-DD` in Beijing. */
import { isNotNull, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { MatterData, MatterState, PlannedStage, StepState } from '../src/core/matter.ts';
import type { Press, Quote } from '../src/core/message.ts';
import type { ChannelName, RosterFile } from '../src/core/roster.ts';
import type { About, Ask, Body, Missing, Status } from '../src/core/vocabulary.ts';

/** Every key by which a channel may deliver the same event again. */
export const seen = sqliteTable('seen', { key: text().primaryKey(), at: integer().notNull() });

/** 收件: messages as accepted. A classified one keeps its verdict and no words. */
export const inbox = sqliteTable(
  'inbox',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull(),
    at: integer().notNull(),
    person: text().notNull(),
    chat: text(),
    body: text({ mode: 'json' }).$type<{ text?: string; file?: string; press?: Press } | null>(),
    verdict: text().$type<'accepted' | 'classified'>().notNull(),
  },
  (t) => [index('inbox_person').on(t.person, t.seq)],
);

/** Under way, or holding. A partial index is only used where its very condition stands in the statement. */
export const isCurrentMatter = (state: SQLWrapper) => sql`${state} in ('open', 'approved', 'effective')`;

/** 事项 */
export const matters = sqliteTable(
  'matters',
  {
    /** Found by the number at its end, which is the row's own. */
    id: text().notNull(),
    seq: integer().primaryKey(),
    about: text().$type<About>().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    owner: text().notNull(),
    filedBy: text().notNull(),
    edition: text().notNull(),
    state: text().$type<MatterState>().notNull(),
    /** The day the matter takes place, for looking it up by date. */
    day: text(),
    /** The last day of one that takes several. */
    lastDay: text(),
    data: text({ mode: 'json' }).$type<MatterData>().notNull(),
    route: text({ mode: 'json' }).$type<PlannedStage[]>().notNull(),
    quotes: text({ mode: 'json' }).$type<Quote[]>().notNull(),
    stage: integer().notNull(),
    openedAt: integer().notNull(),
    closedAt: integer(),
    cause: text(),
  },
  (t) => [
    index('matters_cause').on(t.cause).where(isNotNull(t.cause)),
    index('matters_owner').on(t.owner, t.about, t.seq),
    index('matters_current').on(t.owner, t.about, t.lastDay).where(isCurrentMatter(t.state)),
    index('matters_day').on(t.about, t.day),
  ],
);

/** 步骤: one thing asked of one person, or of whoever receives for a body. */
export const steps = sqliteTable(
  'steps',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    matter: text().notNull(),
    stage: integer().notNull(),
    ask: text().$type<Ask>().notNull(),
    party: text().notNull(),
    body: text().$type<Body>(),
    /** Who would have had it, had they not been away. */
    principal: text(),
    state: text().$type<StepState>().notNull(),
    due: text(),
    openedAt: integer().notNull(),
    decidedAt: integer(),
    decidedBy: text(),
    outcome: text(),
    note: text(),
  },
  (t) => [
    index('steps_matter').on(t.matter, t.stage),
    index('steps_principal').on(t.principal).where(isNotNull(t.principal)),
  ],
);

/** Who may act on a step now. */
export const stepPeople = sqliteTable(
  'step_people',
  { step: integer().notNull(), person: text().notNull(), open: integer({ mode: 'boolean' }).notNull() },
  (t) => [
    primaryKey({ columns: [t.step, t.person] }),
    index('step_people_open').on(t.person, t.step).where(sql`${t.open} = 1`),
  ],
);

export type SendState = 'local' | 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed';

/** 发件: every delivery, and how far its sending has come. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    to: text('recipient').notNull(),
    body: text().$type<Body>(),
    status: text().$type<Status>().notNull(),
    about: text().$type<About>().notNull(),
    text: text().notNull(),
    clauses: text({ mode: 'json' }).$type<string[]>().notNull(),
    quotes: text({ mode: 'json' }).$type<Quote[]>().notNull(),
    missing: text({ mode: 'json' }).$type<Missing[]>(),
    due: text(),
    buttons: text({ mode: 'json' }).$type<string[]>().notNull(),
    matter: text(),
    step: integer(),
    attachments: text({ mode: 'json' }).$type<{ name: string; type: string }[]>(),
    /** The inbox message that caused it, for tracing. */
    cause: text(),
    channel: text(),
    state: text().$type<SendState>().notNull(),
    key: text(),
    attempts: integer().notNull(),
    sentAt: integer(),
    /** The platform's id of the message; a pending row that has one replaces its card. */
    platformId: text(),
    error: text(),
  },
  (t) => [
    index('outbox_recipient').on(t.to, t.id),
    index('outbox_pending').on(t.channel, t.to, t.id).where(sql`${t.state} = 'pending'`),
    index('outbox_unsettled').on(t.state, t.id).where(sql`${t.state} in ('sending', 'uncertain', 'failed')`),
    index('outbox_step').on(t.step).where(isNotNull(t.step)),
  ],
);

/** 待发队列: receivers to whom something is pending, and when the oldest of it is due. The rest waits behind it. */
export const queues = sqliteTable(
  'queues',
  {
    channel: text().notNull(),
    to: text('recipient').notNull(),
    nextAt: integer().notNull(),
    /** Only put off, not backing off: what comes in meanwhile needn't wait. */
    held: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.to] }), index('queues_next').on(t.nextAt)],
);

/** 提醒与到期: a row per occurrence with its own instant; a closed matter has none. */
export const timers = sqliteTable(
  'timers',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    kind: text()
      .$type<'before-due' | 'due' | 'overdue' | 'absence' | 'return' | 'held' | 'rhythm' | 'snoozed'>()
      .notNull(),
    matter: text(),
    step: integer(),
    person: text(),
  },
  (t) => [
    index('timers_at').on(t.at),
    index('timers_matter').on(t.matter).where(isNotNull(t.matter)),
    index('timers_step').on(t.step).where(isNotNull(t.step)),
  ],
);

/** 外出登记: from 00:00 of `first` until the return is reported. */
export const absences = sqliteTable(
  'absences',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    person: text().notNull(),
    first: text('first_day').notNull(),
    last: text('last_day').notNull(),
    matter: text(),
    designee: text(),
    returnedAt: integer(),
  },
  (t) => [
    index('absences_open').on(t.person, t.first).where(isNull(t.returnedAt)),
    index('absences_matter').on(t.matter),
  ],
);

/** An unfinished request of a person in a chat. */
export const drafts = sqliteTable(
  'drafts',
  {
    person: text().notNull(),
    chat: text().notNull(),
    about: text().$type<About>().notNull(),
    request: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    missing: text({ mode: 'json' }).$type<Missing[]>().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.chat] })],
);

/** 审计: append-only, each row's hash covers the one before. */
export const audit = sqliteTable('audit', {
  seq: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  subject: text(),
  detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  hash: text().notNull(),
});

/** 问题登记: questions without an answer, without who asked; the same question is one row. */
export const questions = sqliteTable(
  'questions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    outcome: text().$type<'not-found' | 'not-understood' | 'disputed'>().notNull(),
    text: text().notNull(),
    times: integer().notNull(),
    /** The day on which it was asked last. */
    day: text().notNull(),
    /** The day on which the office dealt with it; none while it is open, or when it was asked again since. */
    handledOn: text(),
  },
  (t) => [uniqueIndex('questions_once').on(t.outcome, t.text), index('questions_by_day').on(t.day)],
);

/** The roster in force; earlier ones stay for the record. */
export const rosters = sqliteTable('rosters', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  file: text({ mode: 'json' }).$type<RosterFile>().notNull(),
});

/** 平台账号: bound by their people, or taken away (`person` null), over what the roster says. */
export const accounts = sqliteTable(
  'accounts',
  {
    channel: text().$type<ChannelName>().notNull(),
    id: text().notNull(),
    person: text(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.id] })],
);

/** 绑定码、登录码: one a person and purpose at most, until it is used or expires; kept as a hash. */
export const codes = sqliteTable(
  'codes',
  {
    purpose: text().$type<'bind' | 'sign-in'>().notNull(),
    person: text().notNull(),
    hash: text().notNull().unique(),
    by: text().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.purpose, t.person] })],
);

/** Small facts: counters and days on which something was done once. */
export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });
