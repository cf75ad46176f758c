/** Puts a document on its way: the matter, its sentences, the reply. */
import type { Day } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { type Parts, sayRoute, withParts } from '../papers/route.ts';
import { sayFiles } from '../papers/wording.ts';
import type { DocumentRequest } from './read.ts';

export interface Sending {
  kind: string;
  title: string;
  owner: string;
  stages: PlannedStage[];
  parts: Parts;
  /** What the reply rests on, beside the stages' own clauses. */
  quotes: Quote[];
  warnings: string[];
  /** Facts of the document, one a clause of the sentence. */
  facts: string[];
  day?: Day;
  /** Goes out to others once it is signed, not up to a superior. */
  issued?: boolean;
  /** What the reply says before the route. */
  lead: string;
}

/** 急件: shown first, with the clause where the rule has one. */
export function urgency(context: Context, request: DocumentRequest): { mark: string; quotes: Quote[] } {
  if (!request.urgent) return { mark: '', quotes: [] };
  const rule = context.book.find('urgent-document');
  return { mark: '【急件】', quotes: rule ? [quoteOf(context.book, rule)] : [] };
}

export function send(said: Said, context: Context, request: DocumentRequest, sending: Sending): Decision {
  const { roster } = context;
  const { mark, quotes: urgent } = urgency(context, request);
  const route = withParts(sending.stages, roster, sending.parts);
  const quotes = [...sending.quotes, ...route.flatMap((s) => s.quotes), ...urgent];
  const facts = [...sending.facts, said.files.length > 0 && sayFiles(said.files).replace(/。$/, '')].filter(Boolean);
  const body = `${facts.join('；')}。`;
  const shown = sending.warnings.map((w) => `提示：${w}`).join('');
  return {
    ...reply(
      'document',
      'submitted',
      `${mark}${sending.lead}办理顺序：${sayRoute(route, roster, sending.parts)}。${shown}`,
      quotes,
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'document',
          kind: sending.kind,
          title: `${mark}${sending.title}`,
          owner: sending.owner,
          day: sending.day,
          quotes: sending.quotes,
          route,
          data: {
            body,
            publicBody: body,
            warnings: sending.warnings,
            unit: sending.parts.unit,
            units: request.others,
            leaders: sending.parts.leaders?.map((p) => p.id),
            attachments: said.files,
            facts: { urgent: request.urgent, issued: sending.issued === true },
          },
        },
      },
    ],
  };
}
