/** The console's view of the bots of this process. */

import { isOffice } from '../../commands/office.ts';
import type { Store } from '../../db/store.ts';
import { WORK_GROUP } from '../console/pages/chat.ts';
import type {
  ChatEntry,
  ChatPort,
  ConsolePort,
  RecordsPort,
  RegisterView,
  SaidEntry,
  SignInPort,
} from '../console/port.ts';
import { MATTER_WORDS } from '../console/words.ts';
import { dayOf, type Instant, isoBeijing, sayDay, saySpan } from '../core/day.ts';
import type { Matter } from '../core/matter.ts';
import { type About, DISTRICTS } from '../core/vocabulary.ts';
import { renderMatterFile, renderPaper } from '../papers/docx.ts';
import type { Library } from '../rules/library.ts';
import { linkOf } from './audit-chain.ts';
import { deliveryOf, outcomeOf } from './dispatch.ts';
import type { District } from './district.ts';

export interface ConsoleParts {
  library: Library;
  /** Opens a district when it is first asked for. */
  district(id: string): District;
  now(): Instant;
  asset(name: string): string | undefined;
  sha256(text: string): string;
  onError(error: unknown, what: string): void;
  closing: AbortSignal;
  /** Whether chatting as others is allowed. */
  chat: boolean;
  /** Whether pages with names and matters are shown: on this machine alone, or to whoever signed in. */
  records: boolean;
  signIn?: { address: string; secret: string };
}

const AUDIT_PAGE = 50;

export function createConsolePort(parts: ConsoleParts): ConsolePort {
  const { library } = parts;
  const today = (): string => dayOf(parts.now());
  return {
    now: parts.now,
    asset: parts.asset,
    onError: parts.onError,
    closing: parts.closing,
    districts: () =>
      inOrder(library.districts()).map((id) => {
        const { book } = library.inForce(id, today());
        const { issued, inForceFrom } = book.edition;
        return { id, name: book.name, title: book.title, issued, ...(inForceFrom !== issued && { inForceFrom }) };
      }),
    rules: (id) => library.inForce(id, today()).book,
    ...(parts.chat && { chat: chatPort(parts) }),
    ...(parts.records && { records: recordsPort(parts) }),
    ...(parts.signIn && { signIn: signInPort(parts, parts.signIn) }),
  };
}

function signInPort(parts: ConsoleParts, { address, secret }: { address: string; secret: string }): SignInPort {
  return {
    address,
    secret,
    redeem: (id, code) => parts.district(id).redeemSignIn(code),
    allows(id, person) {
      if (!parts.library.has(id)) return false;
      const { roster } = parts.district(id);
      const sender = roster.person(person);
      const accounts = Object.values(roster.file.channels ?? {}).flatMap((ids) => Object.values(ids));
      return sender !== undefined && accounts.includes(person) && isOffice({ roster, sender });
    },
  };
}

/** The districts that come with the project first, in the contract's order. */
function inOrder(ids: readonly string[]): string[] {
  const own = DISTRICTS.filter((id) => ids.includes(id));
  return [...own, ...ids.filter((id) => !own.some((known) => known === id))];
}

function chatPort(parts: ConsoleParts): ChatPort {
  let count = 0;
  return {
    step(id, input) {
      const now = parts.now();
      count += 1;
      const { as, say, press, attach, note, delivery } = input;
      return parts.district(id).receive({
        id: `console-${now}-${count}`,
        person: as,
        group: input.in?.replace(/^group:/, '') ?? null,
        at: now,
        ...(say !== undefined && { text: say }),
        ...(attach !== undefined && { file: attach }),
        ...(press !== undefined && { press: { label: press, note, delivery } }),
      });
    },
    thread(id, person) {
      const { store, roster } = parts.district(id);
      const own = store.inbox.ofPerson(person);
      const groups = [...new Set([WORK_GROUP, ...own.flatMap((row) => (row.chat ? [`group:${row.chat}`] : []))])];
      const said = [
        ...own.filter((row) => row.chat === null),
        ...groups.flatMap((group) => store.inbox.ofChat(group.slice('group:'.length))),
      ].map((row) => ({ at: row.at, entry: saidEntry(row) }));
      const heard = [person, ...groups].flatMap((to) =>
        store.outbox.ofRecipient(to).map((row): { at: number; entry: ChatEntry } => {
          const outcome = row.buttons.length > 0 ? outcomeOf(row, store, roster) : undefined;
          return { at: row.at, entry: { id: row.id, heard: deliveryOf(row), ...(outcome && { outcome }) } };
        }),
      );
      // What was said comes before what was answered at the same instant.
      return [...said, ...heard]
        .sort(
          (a, b) =>
            a.at - b.at || Number('heard' in a.entry) - Number('heard' in b.entry) || idOf(a.entry) - idOf(b.entry),
        )
        .slice(-200)
        .map((e) => e.entry);
    },
    boxes(id) {
      const { store } = parts.district(id);
      return store.outbox.boxes().flatMap(({ to, count: n, last }) => {
        const row = store.outbox.get(last);
        return row ? [{ to, count: n, last: deliveryOf(row) }] : [];
      });
    },
    subscribe: (id, onDelivery) => parts.district(id).subscribe(onDelivery),
  };
}

const saidEntry = (row: ReturnType<Store['inbox']['ofPerson']>[number]): SaidEntry => ({
  said: {
    at: row.at,
    by: row.person,
    in: row.chat ? `group:${row.chat}` : null,
    ...(row.body?.text !== undefined && { text: row.body.text }),
    ...(row.body?.file !== undefined && { file: row.body.file }),
    ...(row.body?.press && { press: row.body.press.label, note: row.body.press.note }),
    ...(row.verdict === 'classified' && { text: '（涉密消息，内容未保存）' }),
  },
});

const idOf = (entry: ChatEntry): number => ('heard' in entry ? entry.id : 0);

function recordsPort(parts: ConsoleParts): RecordsPort {
  return {
    roster: (id) => parts.district(id).roster,
    issueCode: (id, person, by) => parts.district(id).issueCode(person, by),
    unbind: (id, person, by) => parts.district(id).unbind(person, by),
    matters: (id, { about, state }) =>
      parts.district(id).store.matters.recent({ about, states: state ? [state] : undefined }),
    matter(id, matterId) {
      const { store } = parts.district(id);
      const matter = store.matters.get(matterId);
      return (
        matter && {
          matter,
          steps: store.steps.ofMatter(matterId).map((s) => ({ ...s, people: store.steps.peopleOf(s.id) })),
        }
      );
    },
    async document(id, matterId, which) {
      const { store, roster } = parts.district(id);
      const matter = store.matters.get(matterId);
      if (!matter) return undefined;
      if (which !== 'file') {
        const paper = matter.data.papers?.[which];
        return paper && { name: paper.name, bytes: await renderPaper(paper) };
      }
      const history = store.steps.ofMatter(matterId).map((step) => ({
        step,
        people: store.steps.peopleOf(step.id).map((person) => roster.nameOf(person)),
        decidedBy: step.decidedBy && roster.nameOf(step.decidedBy),
        decidedAt: step.decidedAt === null ? null : isoBeijing(step.decidedAt).slice(0, 16).replace('T', ' '),
      }));
      const { title } = parts.library.book(id, matter.edition);
      const bytes = await renderMatterFile({
        matter,
        owner: roster.nameOf(matter.owner),
        rulesTitle: title,
        openedOn: dayOf(matter.openedAt),
        history,
      });
      return { name: `${matter.title}.docx`, bytes };
    },
    registers: () => [
      'leave',
      'meeting',
      'agenda',
      'minutes',
      'document',
      'countersign',
      'event',
      'agreement',
      'reception',
      'supervision',
      'research',
    ],
    register: (id, about) => register(parts, id, about),
    audit(id, page) {
      const { store } = parts.district(id);
      const rows = store.audit.page(page - 1, AUDIT_PAGE + 1);
      const shown = rows.slice(0, AUDIT_PAGE);
      const broken = shown.find((row, i) => {
        const before = rows[i + 1];
        return (before || row.seq === 1) && linkOf(row, before?.hash ?? '', parts.sha256) !== row.hash;
      });
      return {
        rows: shown,
        pages: Math.max(1, Math.ceil(store.audit.count() / AUDIT_PAGE)),
        broken: broken?.seq ?? null,
      };
    },
    givenUp: () =>
      parts.library.districts().flatMap((id) =>
        parts
          .district(id)
          .store.outbox.inStates(['uncertain', 'failed'])
          .map((row) => ({
            district: id,
            state: row.state === 'failed' ? ('failed' as const) : ('uncertain' as const),
            id: row.id,
            at: row.at,
            to: row.to,
            channel: row.channel ?? '',
            attempts: row.attempts,
            error: row.error,
            matter: row.matter,
          })),
      ),
    questions: (id, handled) => parts.district(id).store.questions.recent(handled),
    settleQuestion: (id, question, handled, by) => parts.district(id).settleQuestion(question, handled, by),
    settleSend: (id, send, as, by) => parts.district(id).settleSend(send, as, by),
  };
}

/** 台账. A reason for leave is not shown in registers. */
function register(parts: ConsoleParts, id: string, about: About): RegisterView {
  const { store, roster } = parts.district(id);
  const matters = store.matters.recent({ about });
  const common = (m: Matter): string[] => [
    roster.nameOf(m.owner),
    MATTER_WORDS[m.state].label,
    isoBeijing(m.openedAt).slice(0, 16).replace('T', ' '),
  ];
  if (about === 'leave') {
    return {
      columns: ['外出时间', '代为主持', '人员', '状态', '提出时间'],
      rows: matters.map((m) => ({
        matter: m.id,
        cells: [
          m.data.first && m.data.last ? saySpan(m.data.first, m.data.last) : '',
          String(m.data.facts?.acting ?? ''),
          ...common(m),
        ],
      })),
    };
  }
  return {
    columns: ['事项', '日期', '提出人', '状态', '提出时间'],
    rows: matters.map((m) => ({ matter: m.id, cells: [m.title, m.day ? sayDay(m.day) : '', ...common(m)] })),
  };
}
