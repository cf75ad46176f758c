/** What a database must hold after every death it may have died, and what the platforms must hold. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

export type Row = Record<string, string | number | null>;

/** Looks into a district's database from outside. */
export class Inspection {
  private readonly database: Database.Database;

  constructor(file: string) {
    this.database = new Database(file, { readonly: true });
  }

  query(sql: string, ...values: (string | number)[]): Row[] {
    return this.database.prepare<(string | number)[], Row>(sql).all(...values);
  }

  count(sql: string): number {
    return Number(this.query(sql)[0]?.n);
  }

  close(): void {
    this.database.close();
  }
}

/** The audit's chain: every row's hash covers the one before. */
export function auditFaults(database: Inspection): string[] {
  let head = '';
  for (const row of database.query('select * from audit order by seq')) {
    const { at, actor, action, subject, detail, hash, seq } = row;
    const text = JSON.stringify({ at, actor, action, subject, detail: JSON.parse(String(detail)) });
    head = createHash('sha256').update(`${head}${text}`).digest('hex');
    if (head !== hash) return [`audit broken at ${seq}`];
  }
  return [];
}

export function integrityFaults(database: Inspection): string[] {
  const told = database.query('pragma integrity_check').map((row) => String(row.integrity_check));
  return told.join() === 'ok' ? [] : told;
}

/** Accepted events that are not there once, with their effects once. */
export function effectFaults(
  database: Inspection,
  accepted: Iterable<{ id: string; kind: 'question' | 'leave' }>,
): string[] {
  const rows = database.query(
    `select i.id, count(*) n, coalesce(o.answered, 0) answered, coalesce(o.filed, 0) filed from inbox i
      left join (
        select cause, sum(status = 'answered') answered, sum(status in ('submitted', 'recorded')) filed
        from outbox group by cause
      ) o on o.cause = i.id
      group by i.id`,
  );
  const stored = new Map(rows.map((row) => [String(row.id), row]));
  return [...accepted].flatMap(({ id, kind }) => {
    const row = stored.get(id);
    if (!row) return [`${id} lost`];
    const right = kind === 'leave' ? row.filed === 1 && row.answered === 0 : row.answered === 1 && row.filed === 0;
    return row.n === 1 && right ? [] : [`${id} ${kind}: ${JSON.stringify(row)}`];
  });
}

/** On a platform with keys every delivery is one message there, under the key that the database knows. */
export function keyedFaults(database: Inspection, channel: string, held: readonly { uuid?: string }[]): string[] {
  const rows = database.query('select id, key, state from outbox where channel = ?', channel);
  const keys = new Map<string, number>();
  for (const { uuid = '' } of held) keys.set(uuid, (keys.get(uuid) ?? 0) + 1);
  const wrong = rows.filter((row) => row.state !== 'sent' || keys.get(String(row.key)) !== 1);
  const strangers = held.length - new Set(rows.map((row) => row.key)).size;
  return [
    ...wrong.map((row) => `${channel} ${row.id} ${row.state}, ${keys.get(String(row.key)) ?? 0} times on the platform`),
    ...(strangers === 0 ? [] : [`${held.length} messages for ${rows.length} deliveries on ${channel}`]),
  ];
}

/** Without keys what is called sent is there, and what may be there besides is called uncertain. */
export function unkeyedFaults(
  database: Inspection,
  channel: string,
  held: readonly { receiver: string; text: string }[],
): string[] {
  const told = new Map<string, { held: number; sent: number; uncertain: number }>();
  const faults: string[] = [];
  for (const { recipient, text, state } of database.query('select * from outbox where channel = ?', channel)) {
    const key = `${recipient} ${String(text).split('\n')[0]}`;
    const known = told.get(key) ?? { held: 0, sent: 0, uncertain: 0 };
    told.set(key, known);
    if (state === 'sent') known.sent += 1;
    else if (state === 'uncertain') known.uncertain += 1;
    else faults.push(`${channel} ${recipient}: ${state}`);
  }
  for (const { receiver, text } of held) {
    // The platform shows a delivery's words below a line of its own.
    const known = text.split('\n').map((line) => told.get(`${receiver} ${line}`));
    const delivery = known.find((one) => one !== undefined);
    if (delivery) delivery.held += 1;
    else faults.push(`nobody's message on ${channel}: ${text.slice(0, 60)}`);
  }
  for (const [key, { held: there, sent, uncertain }] of told) {
    if (there < sent || there > sent + uncertain)
      faults.push(`${there} on ${channel}, ${sent} sent and ${uncertain} uncertain: ${key.slice(0, 60)}`);
  }
  return faults;
}
