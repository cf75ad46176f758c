/** What the console needs from the bots; the host implements it, tests hand in a made-up one. */
import type { Day, Instant } from '../core/day.ts';
import type { Matter, MatterState, Step } from '../core/matter.ts';
import type { Delivery } from '../core/message.ts';
import type { Roster } from '../core/roster.ts';
import type { About, DistrictId } from '../core/vocabulary.ts';
import type { Clauses } from '../rules/clauses.ts';
import type { Provision } from '../rules/schema.ts';

export interface DistrictSummary {
  id: DistrictId;
  /** 临淄区 */
  name: string;
  /** 临淄区人民政府工作规则, without brackets */
  title: string;
  /** 印发日期 */
  issued: Day;
  /** 施行日期, where it isn't the day of issue. */
  inForceFrom?: Day;
}

/** The official words by clause, and what the bot reads out of them. A `RuleBook` is one. */
export interface RulesView {
  clauses: Clauses;
  provisions: readonly Pick<Provision, 'family' | 'clauses' | 'says' | 'leftOut'>[];
}

/** One rehearsal step at the present time, as the request body of `POST /api/chat/:district`. */
export interface StepInput {
  as: string;
  say?: string;
  press?: string;
  attach?: string;
  note?: string;
  /** `group:工作群` */
  in?: string;
  /** Which message's button is pressed (`HeardEntry.id`); without it the newest one that has the button. */
  delivery?: number;
}

/** What somebody said, pressed or sent. */
export interface SaidEntry {
  said: {
    at: Instant;
    by: string;
    /** `group:工作群`, or `null` in private. */
    in: string | null;
    text?: string;
    file?: string;
    press?: string;
    note?: string;
  };
}

/** What somebody was told. `outcome` is set once its step is over, e.g. 同意, 已由孙丽华同意; no button is offered then. */
export interface HeardEntry {
  id: number;
  heard: Delivery;
  outcome?: string;
}

export type ChatEntry = SaidEntry | HeardEntry;

/** How many messages a person or group has been told so far, and the newest of them. */
export interface Box {
  to: string;
  count: number;
  last: Delivery;
}

/** Acting as others: exists only where the contract allows impersonation. */
export interface ChatPort {
  step(district: DistrictId, input: StepInput): readonly Delivery[] | Promise<readonly Delivery[]>;
  /** What a person said and was told, privately and in groups, oldest first; the newest 200. */
  thread(district: DistrictId, person: string): readonly ChatEntry[];
  boxes(district: DistrictId): readonly Box[];
  /** Calls back after every committed delivery to anybody; returns how to stop. */
  subscribe(district: DistrictId, onDelivery: (delivery: Delivery) => void): () => void;
}

/** 台账: a register as the district office keeps it; dates and states are already in Chinese. */
export interface RegisterView {
  columns: readonly string[];
  rows: readonly { matter?: string; cells: readonly string[] }[];
}

export interface AuditView {
  rows: readonly {
    seq: number;
    at: Instant;
    /** A roster id, or `bot`. */
    actor: string;
    action: string;
    /** The matter, if it concerns one. */
    subject: string | null;
    detail: Readonly<Record<string, unknown>>;
    hash: string;
  }[];
  pages: number;
  /** Whether the hash chain of the shown rows holds; `broken` is the first row that doesn't. */
  broken: number | null;
}

/** 问题登记: without who asked. */
export interface RegisteredQuestion {
  id: number;
  outcome: 'not-found' | 'not-understood' | 'disputed';
  text: string;
  times: number;
  /** Asked last. */
  day: Day;
  handledOn: Day | null;
}

/** 待核实、发送失败: a send whose outcome nobody can know, or that the platform refused. */
export interface GivenUpSend {
  district: DistrictId;
  id: number;
  at: Instant;
  to: string;
  channel: string;
  state: 'uncertain' | 'failed';
  attempts: number;
  error: string | null;
  matter: string | null;
}

/** Pages with people's names and matters: given only where whoever reaches the console may see them. */
export interface RecordsPort {
  roster(district: DistrictId): Roster;
  /** A new one-time code by which a person's account becomes known. */
  issueCode(district: DistrictId, person: string, by?: string): Promise<string>;
  /** Takes every account of a person away. */
  unbind(district: DistrictId, person: string, by?: string): Promise<void>;
  /** Newest first, at most 200. */
  matters(district: DistrictId, filter: { about?: About; state?: MatterState }): readonly Matter[];
  matter(
    district: DistrictId,
    id: string,
  ): { matter: Matter; steps: readonly (Step & { people: readonly string[] })[] } | undefined;
  /** A paper drawn up for a matter (`n` from 0), or its whole file (`file`), as docx. */
  document(
    district: DistrictId,
    id: string,
    which: number | 'file',
  ): Promise<{ name: string; bytes: Uint8Array } | undefined>;
  /** `about` are the subjects that have a register. */
  registers(district: DistrictId): readonly About[];
  register(district: DistrictId, about: About): RegisterView;
  /** Pages count from 1, newest first. */
  audit(district: DistrictId, page: number): AuditView;
  /** The register of questions: those that the office has dealt with, or those that wait; at most 200. */
  questions(district: DistrictId, handled: boolean): readonly RegisteredQuestion[];
  settleQuestion(district: DistrictId, id: number, handled: boolean, by?: string): Promise<void>;
  givenUp(): readonly GivenUpSend[];
  /** A send did arrive, or is to leave once more. */
  settleSend(district: DistrictId, id: number, as: 'sent' | 'again', by?: string): Promise<void>;
}

/** 登录: how people of the office come in from elsewhere. */
export interface SignInPort {
  /** Where people reach the console, e.g. `https://bot.example`; forms are taken from there only. */
  address: string;
  /** Signs the cookies. */
  secret: string;
  /** Whose code it was; it is spent then. */
  redeem(district: DistrictId, code: string): Promise<string | undefined>;
  /** Whether somebody may see a district's records. */
  allows(district: DistrictId, person: string): boolean;
}

export interface ConsolePort {
  now(): Instant;
  districts(): readonly DistrictSummary[];
  rules(district: DistrictId): RulesView;
  /** The text of a file of `src/console/client`. */
  asset(name: string): string | undefined;
  /** Where a fault behind a page is noted; `what` is method and route. */
  onError?(error: unknown, what: string): void;
  /** Aborted when the server stops: live connections end then. */
  closing?: AbortSignal;
  /** Without it there is no chat page and no chat API. */
  chat?: ChatPort;
  /** Without it records are shown on the machine itself only. */
  signIn?: SignInPort;
  /** Without it only the published rules are shown. Chat needs it, too. */
  records?: RecordsPort;
}
