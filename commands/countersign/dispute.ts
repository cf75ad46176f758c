/** 分歧: what the host does when views can't be reconciled, and whoever settles it. */
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter, PlannedStage } from '../../src/core/matter.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { type Parts, sayRoute, withParts } from '../papers/route.ts';
import { standingFor } from '../papers/standing.ts';
import { askFor } from '../papers/unfinished.ts';
import { sayFiles } from '../papers/wording.ts';
import { planRoute } from '../plan.ts';
import type { CountersignRequest } from './read.ts';
import { hosted } from './running.ts';

const GROUNDS = /认为|主张|理由|理据|意见(?:是|为|[:：])|建议|坚持|提出|不同意[^,;，。；]{2,}|各方意见/;
const LISTED =
  /(?:列明|列出|写明|附上?|附后|详见)[^,;，。；]{0,12}(?:理据|理由|意见)|(?:理据|意见)[^,;，。；]{0,6}(?:已)?(?:附后|附上|列明|列出)/;
const UNLISTED =
  /(?:没有?|未|尚未)(?:列明|列出|写明|附|提出)|(?:理据|理由|意见)(?:也|还|都)?(?:没(?:有)?|未|尚未|暂不|不)(?:列|写|附|提|说)/;

export function dispute(said: Said, context: Context, request: CountersignRequest): Decision {
  const { book, roster } = context;
  const { text } = said.marked;
  const standing = standingFor(context, 'countersign', request.host, text);
  if (!('owner' in standing)) return standing;
  const rules = book.byKind('countersign-dispute');
  if (rules.length === 0) {
    return reply('countersign', 'not-found', '规则未规定会签有不同意见时如何办理，本助手不作推断。', [], {
      aside: nearest(context, ['countersign.dispute', 'submission.disagreement'], '会签 不同意见 协商'),
    });
  }
  const quotes = rules.map((r) => quoteOf(book, r));
  const running = objected(context, said) ?? onlyRunning(context);
  const wants = rules.some((r) => r.value.needs?.includes('grounds-listed'));
  const views = objections(context, running);
  if (UNLISTED.test(text) && wants) {
    return reply(
      'countersign',
      'refused',
      `不能办理：${rules.map((r) => r.says).join('')}请先列明各方意见及理据、提出办理建议。`,
      quotes,
    );
  }
  const given = GROUNDS.test(text) || LISTED.test(text) || views.length > 0 || said.files.length > 0;
  if (wants && !given)
    return askFor('countersign', said, ['opinion'], '请列明各方意见及理据，并提出办理建议。', quotes);
  const title = request.title ?? running?.title.replace(/^《|》.*$/g, '');
  if (!title) return askFor('countersign', said, ['topic'], '请写明是哪一件文稿。', quotes);
  const stages = stagesOf(context, quotes);
  const parts: Parts = { unit: request.host ?? context.sender.unit };
  const route = withParts(stages, roster, parts);
  const matterTitle = `《${title}》部门分歧协调`;
  const body = [
    `${parts.unit}主办的《${title}》会签未取得一致意见`,
    ...views,
    `主办部门说明：${said.marked.original.trim().replace(/[。.]$/, '')}`,
  ].join('；');
  return {
    ...reply(
      'countersign',
      'submitted',
      `已受理：${matterTitle}。办理顺序：${sayRoute(route, roster, parts)}。`,
      quotes,
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'countersign',
          kind: 'dispute',
          title: matterTitle,
          owner: standing.owner,
          quotes,
          route,
          data: {
            body: `${body}。${sayFiles(said.files)}`,
            publicBody: `${matterTitle}。`,
            warnings: [],
            unit: parts.unit,
            units: request.units,
            attachments: said.files,
          },
        },
      },
    ],
  };
}

/** The rule's own way for a dispute; where it names none, the way of any paper that the government decides. */
function stagesOf(context: Context, quotes: Decision['quotes']): PlannedStage[] {
  const { book } = context;
  const rule = book.find('countersign-dispute', (v) => v.route !== undefined);
  if (rule?.value.route) return planRoute(rule.value.route, quotes, { needed: true });
  const way = book.find('submission');
  return way
    ? planRoute(way.value.route, [...quotes, quoteOf(book, way)])
    : [{ ask: 'approve', who: ['government-office'], word: '呈批', quotes }];
}

/** The sender's own countersign that somebody objected to. */
export function objected(context: Context, said: Said): Matter | undefined {
  const [title] = said.marked.titles;
  return context.facts
    .mattersOf(context.sender.id, 'countersign')
    .find(
      (m) => (!title || m.title.includes(title)) && context.facts.stepsOf(m.id).some((s) => s.outcome === '有不同意见'),
    );
}

/** The one countersign under way, where the sender has no other. */
function onlyRunning(context: Context): Matter | undefined {
  const all = [...new Map(hosted(context).map(({ matter }) => [matter.id, matter])).values()];
  return all.length === 1 ? all[0] : undefined;
}

function objections(context: Context, matter: Matter | undefined): string[] {
  if (!matter) return [];
  return context.facts.stepsOf(matter.id).flatMap((s) => {
    const by = s.decidedBy ? context.roster.person(s.decidedBy) : undefined;
    return s.outcome === '有不同意见' && by ? [`${by.unit}意见：${s.note ?? ''}`] : [];
  });
}
