import { saySpan } from '../../src/core/day.ts';
import type { Decision } from '../../src/core/decision.ts';
import type { Quote } from '../../src/core/message.ts';
import { isDeputyMayor, type Person } from '../../src/core/roster.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context } from '../command.ts';
import type { Dated } from './ask.ts';
import type { LeaveRequest } from './read.ts';

/** Who presides over the government's work while the mayor is away, and the clause that says so. */
export interface Presiding {
  person: Person;
  quotes: Quote[];
  /** Set where the mayor named somebody, as the rule allows. */
  designee?: string;
}

/** The executive deputy mayor, or the deputy mayor whom the mayor names where the rule lets him (指定其他副区长). */
export function presidingFor(context: Context, request: LeaveRequest): Presiding | null {
  const rule = context.book.find('stand-in', (v) => v.of === 'mayor');
  if (!rule) return null;
  const quotes = [quoteOf(context.book, rule)];
  const named = context.roster.person(request.actingId ?? '');
  if (named && rule.value.designated && isDeputyMayor(named)) return { person: named, quotes, designee: named.id };
  const exec = context.roster.at('executive-deputy-mayor')[0];
  return exec ? { person: exec, quotes } : null;
}

/** Tells whoever presides. */
export function tellPresiding(context: Context, mayor: Person, request: Dated): Decision['effects'] {
  const presiding = presidingFor(context, request);
  if (!presiding) return [];
  const span = saySpan(request.first, request.last, context.today);
  const text = `${mayor.name}区长外出，时间：${span}，期间由您主持区政府工作。`;
  return [{ do: 'tell', to: [presiding.person.id], status: 'notice', text, quotes: presiding.quotes, about: 'leave' }];
}
