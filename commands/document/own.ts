/** A department's own papers: what it may issue downward, 简报, “经区政府同意”字样, 备案, 会议通过后印发. */
import { addDays, sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import { isLeader } from '../../src/core/roster.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { pastDay } from '../papers/past.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { claimed, type FoundFault } from './faults.ts';
import { type DocumentRequest, RELEASES } from './read.ts';
import { send } from './send.ts';

interface More {
  owner: string;
  warnings: string[];
}

/** Nothing forbids it, or the rule's exception is claimed: said so, with the clause. */
export function ownIssue(context: Context, request: DocumentRequest, faults: readonly FoundFault[]): Decision {
  const { book } = context;
  const excepted = faults.find((f) => f.exception);
  if (excepted) {
    return reply('document', 'recorded', `已记录：属规则所列情形（${excepted.exception}），可由部门按程序行文。`, [
      quoteOf(book, excepted.provision),
    ]);
  }
  const warned = faults.map((f) => f.provision);
  const directive = book.find('document-fault', (v) => v.faults.includes('directive-to-towns'));
  const release = RELEASES.test(request.plain)
    ? book.find('document-fault', (v) => v.faults.includes('unexamined-release'))
    : undefined;
  if (release && warned.length === 0)
    return reply('document', 'answered', `${release.says}已按规定审查的，可由部门发布。`, [quoteOf(book, release)]);
  const rules = warned.length > 0 ? warned : directive && request.towns ? [directive] : [];
  if (rules.length === 0) {
    return reply('document', 'not-found', '规则未就此类部门自行发文作出规定，本助手不作推断。', [], {
      aside: nearest(context, ['document.directive', 'document.own-issue'], request.plain),
    });
  }
  const says = rules.map((r) => r.says).join('');
  return reply(
    'document',
    'answered',
    `${says}来文不含上述情形的，可由部门自行发文；含有的，请先报区政府批准。`,
    quotesOf(book, rules),
  );
}

/** 加“经区政府同意”字样: through the office to the leader who settles it. */
export function consentPhrase(
  said: Said,
  context: Context,
  request: DocumentRequest,
  faults: readonly FoundFault[],
  more: More,
): Decision {
  const { book } = context;
  const rule = book.find('document-fault', (v) => v.faults.includes('consent-phrase'));
  const way = book.find('submission');
  if (!rule || !way) {
    return reply('document', 'not-found', '规则未规定“经区政府同意”字样的使用，本助手不作推断。', [], {
      aside: nearest(context, ['document.consent-phrase'], '经区政府同意 字样'),
    });
  }
  const quotes = [quoteOf(book, rule)];
  const phrase = /“(经[^”]+)”/.exec(rule.phrase)?.[0] ?? '“经区政府同意”';
  const unasked = faults.some((f) => f.fault === 'consent-phrase' && f.refused);
  const excepted = unasked ? undefined : rule.value.exceptions?.find((words) => claimed(words, request.plain));
  if (excepted) return reply('document', 'recorded', `已记录：已${excepted}，可加${phrase}字样由部门行文。`, quotes);
  if (!request.title)
    return askFor('document', said, ['topic'], `请写明拟加注${phrase}字样的文件标题，或附上文稿。`, quotes);
  const stages: PlannedStage[] = way.value.route
    .filter((s) => !s.if)
    .map((s) => ({ ask: s.ask, who: [...s.who], word: s.who.includes('government-office') ? s.word : '审定', quotes }));
  return send(said, context, request, {
    kind: 'consent-phrase',
    title: `《${request.title}》加注${phrase}`,
    owner: more.owner,
    stages,
    parts: { unit: request.unit },
    quotes,
    warnings: more.warnings,
    facts: [`${request.unit ?? ''}《${request.title}》`, `拟加${phrase}字样由部门行文`],
    lead: `已受理：《${request.title}》拟加${phrase}字样。`,
  });
}

/** 简报: to the office, to be approved where the rule says 核准, else to be filed. */
export function bulletin(said: Said, context: Context, request: DocumentRequest, more: More): Decision {
  const { book } = context;
  const rule =
    book.find('document-fault', (v) => v.faults.includes('unfiled-bulletin')) ??
    book.find('document-fault', (v) => v.faults.includes('second-bulletin'));
  if (!rule) {
    return reply('document', 'not-found', '规则未规定简报的报送和备案，本助手不作推断。', [], {
      aside: nearest(context, ['document.bulletin'], '简报'),
    });
  }
  const quotes = [quoteOf(book, rule)];
  const approve = /核准/.test(rule.says);
  const title = request.title && /简报/.test(request.title) ? request.title : `${request.unit ?? ''}简报`;
  return send(said, context, request, {
    kind: 'bulletin',
    title: `${title}${approve ? '核准' : '备案'}`,
    owner: more.owner,
    stages: [
      { ask: approve ? 'approve' : 'file', who: ['government-office'], word: approve ? '核准' : undefined, quotes },
    ],
    parts: { unit: request.unit },
    quotes,
    warnings: more.warnings,
    facts: [`${request.unit ?? ''}报送简报：${title}`],
    lead: `已受理：${title}。`,
  });
}

/** 规范性文件备案 */
export function filing(said: Said, context: Context, request: DocumentRequest, more: More): Decision {
  const { book } = context;
  const ofGovernment = request.name !== undefined || /区政府(?:制定|印发|发布)/.test(request.plain);
  const town = /镇$|街道$/.test(request.unit ?? '');
  const of = ofGovernment ? 'government' : town ? 'towns' : 'departments';
  const rule =
    book.find('document-filing', (v) => v.of === of) ??
    (town ? book.find('document-filing', (v) => v.of === 'departments') : undefined);
  if (!rule) {
    const topic = ofGovernment ? 'document.filing-government' : 'document.filing-departments';
    return reply('document', 'not-found', '规则未规定此类规范性文件向哪里备案，本助手不作推断。', [], {
      aside: nearest(context, [topic], '规范性文件 备案'),
    });
  }
  const quotes = [quoteOf(book, rule)];
  if (ofGovernment && !mayFileForGovernment(context, request))
    return reply(
      'document',
      'not-allowed',
      '区政府规范性文件由区政府报送备案，您不能提出，请由区政府办公室、区司法局或起草部门办理。',
      quotes,
    );
  if (!request.title) return askFor('document', said, ['topic'], '请写明规范性文件的标题，或附上文件。', quotes);
  const who = rule.value.to.some((t) => t.includes('市政府')) ? 'city-government' : 'government-office';
  const outside = rule.value.to.filter((t) => t !== '市政府' && t !== '区政府');
  return send(said, context, request, {
    kind: 'filing',
    title: `《${request.title}》备案`,
    owner: more.owner,
    stages: [{ ask: 'file', who: [who], quotes }],
    parts: { unit: request.unit },
    quotes,
    warnings: outside.length > 0 ? [`还须向${outside.join('、')}报送备案，名册未载明其接收人，请另行报送。`] : [],
    facts: [
      `${ofGovernment ? '区政府' : (request.unit ?? '')}规范性文件《${request.title}》报${rule.value.to.join('、')}备案`,
    ],
    lead: `已受理：《${request.title}》报备。`,
  });
}

/** The government's own rules are filed by its office, its lawyers, a leader, or whoever drafted them. */
const mayFileForGovernment = ({ sender, roster }: Context, { plain }: DocumentRequest): boolean =>
  sender.unit === OFFICE_UNIT ||
  isLeader(sender) ||
  roster.receiversOf('justice-bureau').some((p) => p.unit === sender.unit) ||
  /起草|代拟|草拟/.test(plain);

/** A meeting this many days ago is more likely a slip of the date. */
const LONG_AGO = 60;

/** 会议讨论通过的文件: printed by a day, with reminders; a longer time where it needs much revision. */
export function printing(said: Said, context: Context, request: DocumentRequest, owner: string): Decision {
  const { book, calendar, today } = context;
  const revised = /(?:重大|较大|进一步|需要?|作|大)[^,;，。；]{0,6}(?:修改|改|研究|协调)/.test(request.plain);
  const rule = book.find('printing', (v) => (v.revised ?? false) === revised) ?? book.find('printing');
  if (!rule) {
    return reply('document', 'not-found', '规则未规定会议通过的文件几日内印发，本助手不作推断。', [], {
      aside: nearest(context, ['printing.deadline', 'printing.revised'], '会议 文件 印发'),
    });
  }
  const quotes = [quoteOf(book, rule)];
  const day = pastDay(said, context);
  if (!day || day > today || day < addDays(today, -LONG_AGO))
    return askFor('document', said, ['time'], '请写明（核对）会议召开的日期，以便推算印发时限。', quotes);
  if (!request.title) return askFor('document', said, ['topic'], '请写明会议通过的文件标题。', quotes);
  const due = calendar.addWorkdays(day, rule.value.workingDays);
  const doing = rule.value.revised ? '修改并报送行文' : '印发';
  const [alone, ...more] = request.others;
  const named = request.unit ?? (more.length === 0 ? alone : undefined);
  const unit = named !== OFFICE_UNIT ? named : undefined;
  const head = unit ? context.roster.headOf(unit) : undefined;
  const word = rule.value.inPrinciple ? '原则上须' : '须';
  const lead = `已登记：《${request.title}》${word}在会议结束后${rule.value.workingDays}个工作日内${doing}，即${sayDay(due, today)}前。`;
  const decision = send(said, context, request, {
    kind: 'printing',
    title: `《${request.title}》${doing}`,
    owner,
    stages: [
      {
        ask: 'do',
        who: head ? [] : ['government-office'],
        people: head ? [head.id] : undefined,
        word: doing,
        quotes,
        due,
      },
    ],
    parts: { unit },
    quotes,
    warnings: [],
    facts: [`${sayDay(day, today)}会议讨论通过《${request.title}》`, `${word}于${sayDay(due, today)}前${doing}`],
    day,
    lead,
  });
  return { ...decision, due };
}
