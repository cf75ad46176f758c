/** 发送失败、待核实: the office hears of what did not get through, and settles what nobody else can know. */
import type { GivenUp, OutboxRow } from '../../db/verbs/outbox.ts';
import { CHANNELS, type ChannelName } from '../core/roster.ts';
import { STATUS_WORDS } from '../core/vocabulary.ts';
import { audit, deliver, type Turn } from './turn.ts';

/** Why a send was given up, in Chinese, and what the fault lies with. */
export interface GiveUp {
  state: GivenUp;
  reason: string;
  /** The fault's own code; one of the app concerns every message alike. */
  code?: string;
  concerns?: 'receiver' | 'content' | 'app';
}

/** What begins the cause of a notice about a send, so that its own failure makes no further one. */
const CAUSE = 'send:';

/** @example causeOf(12) // 'send:12' */
export const causeOf = (row: number): string => `${CAUSE}${row}`;

const REMEDIES = {
  receiver: '请核对其账号，或以其他方式告知本人。',
  content: '请以其他方式告知本人。',
  app: '在应用恢复正常以前，其他消息也可能无法送达，请系统管理员运行 npm run doctor 检查。',
} as const;

/**
 * Tells the receivers for the office, except one whom the message was for: who, what kind of message, why; none of its words.
 * The same matter and person once a day, a fault of the whole app once a day.
 */
export function tellGivenUp(turn: Turn, id: number, how: GiveUp): void {
  const row = turn.store.outbox.get(id);
  if (!row || row.cause?.startsWith(CAUSE) || row.to.startsWith('stranger:')) return;
  if (!isNews(turn, row, how)) return;
  const what = `${sayReceiver(turn, row)}的“${STATUS_WORDS[row.status]}”消息（${CHANNELS[row.channel as ChannelName]}，第${row.id}号）`;
  const text =
    how.state === 'uncertain'
      ? `发给${what}是否送达无法确认，列为待核实。请向接收人核实后回复“${row.id}号已送达”或“${row.id}号重新发送”。`
      : `发给${what}未能送达：${how.reason}。${REMEDIES[how.concerns ?? 'content']}处理后可回复“${row.id}号重新发送”。`;
  for (const { id: to } of turn.roster.receiversOf('government-office')) {
    if (to === row.to) continue;
    deliver(turn, {
      to,
      body: 'government-office',
      status: 'notice',
      about: row.about,
      text,
      quotes: [],
      matter: row.matter ?? undefined,
    });
  }
}

/** Whether the office hasn't been told of this today. */
function isNews(turn: Turn, row: OutboxRow, how: GiveUp): boolean {
  const key =
    how.concerns === 'app' ? `given-up:${row.channel}:${how.code}` : `given-up:${row.to}:${row.matter ?? row.status}`;
  if (turn.store.meta.get(key) === turn.today) return false;
  turn.store.meta.set(key, turn.today);
  return true;
}

const sayReceiver = (turn: Turn, { to }: OutboxRow): string =>
  to.startsWith('group:') ? '群聊' : turn.roster.nameOf(to);

/** Settles a send that was given up, with whatever left in the same message: it did arrive, or it leaves once more. */
export function settleSend(turn: Turn, by: string, id: number, as: 'sent' | 'again'): void {
  const row = turn.store.outbox.get(id);
  if (!row?.channel || (row.state !== 'uncertain' && row.state !== 'failed')) return;
  const lane = { channel: row.channel, receiver: row.to };
  const ids = turn.store.outbox
    .inStates([row.state])
    .flatMap((other) => (other.to === row.to && other.key === row.key && row.key !== null ? [other.id] : []));
  const all = [...new Set([id, ...ids])];
  if (as === 'sent') turn.store.queues.end(lane, all, { state: 'sent', at: turn.now, error: null });
  else turn.store.queues.again(lane, all, turn.now);
  audit(turn, by, as === 'sent' ? '核实为已送达' : '重新发送', row.matter, { send: id });
}
