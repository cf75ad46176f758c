import { sayDay, saySpan } from '../../src/core/day.ts';
import { MISSING, type Missing } from '../../src/core/vocabulary.ts';
import type { Context } from '../command.ts';
import type { LeaveRequest } from './read.ts';

/** A request whose days are known and in order. */
export type Dated = LeaveRequest & { first: string; last: string };

export const isDated = (request: LeaveRequest): request is Dated =>
  request.first !== undefined && request.last !== undefined;

/** What is known already, and everything that is missing, in one go. */
export function askFor(context: Context, request: LeaveRequest, missing: Missing[], overDays?: number): string {
  const known = [
    isDated(request) && saySpan(request.first, request.last, context.today),
    !isDated(request) && request.first && `${sayDay(request.first, context.today)}起`,
    request.place && `地点${request.place}`,
    request.reason && `事由${request.reason}`,
    request.acting && `由${request.acting}代为主持`,
  ].filter(Boolean);
  const wanted = missing.map((code) =>
    code === 'attachments'
      ? `附件（有关通知、方案及日程安排${overDays ? `，外出超过${overDays}天须附` : ''}）`
      : code === 'urgent-reason'
        ? '紧急外出的理由'
        : MISSING[code],
  );
  return `${known.length > 0 ? `已记下：${known.join('，')}。` : ''}请补充：${wanted.join('、')}。可直接回复。`;
}
