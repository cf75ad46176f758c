/** Messages of a whole roster, half of it on Feishu and half on DingTalk, brought as platforms bring them. */
import { exampleRoster } from '../../src/cli/files.ts';
import { DINGTALK_KEYS, robotCall, robotMessage } from '../support/dingtalk-events.ts';
import { FEISHU_KEYS, messageEvent, signedCall } from '../support/feishu-events.ts';

export interface Event {
  /** As the inbox names it. */
  id: string;
  kind: 'question' | 'leave';
  path: string;
  call: { headers: Record<string, string>; body: string };
}

const DAY_MS = 86_400_000;
/** Every so many-th message of a department head files a leave. */
const LEAVE_EVERY = 3;

const roster = exampleRoster('linzi');
const people = roster.people.map((p) => p.id);
const heads = new Set(roster.people.flatMap((p) => (p.position === 'department-head' ? [p.id] : [])));
/** The mayor, the first of them, is on Feishu, the secretary on DingTalk: each leave is noted on both. */
const onDingtalk = new Set(people.filter((_, i) => i % 2 === 1));

export const CHANNELS = {
  feishu: Object.fromEntries(people.flatMap((id) => (onDingtalk.has(id) ? [] : [[id, id]]))),
  dingtalk: Object.fromEntries([...onDingtalk].map((id) => [id, id])),
};

export const KEYS = {
  FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
  FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
  FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
  FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
  DINGTALK_LINZI_APP_KEY: DINGTALK_KEYS.appKey,
  DINGTALK_LINZI_APP_SECRET: DINGTALK_KEYS.appSecret,
  DINGTALK_LINZI_ROBOT_CODE: DINGTALK_KEYS.robotCode,
};

/** The `n`-th message; no two leaves of one person share a day. */
export function makeEvent(n: number): Event {
  const person = people[n % people.length] ?? '';
  const round = Math.floor(n / people.length);
  const kind = heads.has(person) && (n + round) % LEAVE_EVERY === 0 ? 'leave' : 'question';
  const day = new Date(Date.now() + (20 + Math.floor(round / LEAVE_EVERY)) * DAY_MS);
  const date = `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
  const text =
    kind === 'leave'
      ? `请假：${date}一天，去济南参加第${n}期培训，由副局长马志远代为主持工作`
      : `局长外出要提前几天报告？（${n}）`;
  const at = Date.now();
  if (onDingtalk.has(person)) {
    const call = robotCall(robotMessage({ from: person, at, text, msgId: `chaos${n}` }), at);
    return { id: `dingtalk:message:chaos${n}`, kind, path: 'dingtalk', call };
  }
  const from = { user_id: person, open_id: `ou_${person}` };
  const payload = messageEvent({ from, at, text, messageId: `om_chaos_${n}`, eventId: `evt_chaos_${n}` });
  return { id: `feishu:message:om_chaos_${n}`, kind, path: 'feishu', call: signedCall(payload, at) };
}

/** Brings events without end, some of them twice, and each again until it is answered 2xx. */
export class Load {
  readonly accepted = new Map<string, Event>();
  /** What was answered neither 2xx nor 503. */
  readonly strange: number[] = [];
  private readonly address: () => string;
  private readonly random: () => number;
  private readonly senders: Promise<void>[];
  private made = 0;
  private going = true;

  constructor(address: () => string, random: () => number, senders: number) {
    this.address = address;
    this.random = random;
    this.senders = Array.from({ length: senders }, () => this.send());
  }

  /** Makes no new events; resolves when all that were made are accepted. */
  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.senders);
  }

  private async send(): Promise<void> {
    while (this.going) {
      const event = makeEvent(this.made++);
      await this.bring(event);
      if (this.random() < 0.1) await this.bring(event);
      await sleep(this.random() * 40);
    }
  }

  private async bring(event: Event): Promise<void> {
    for (;;) {
      const status = await this.post(event);
      if (status === 200) {
        this.accepted.set(event.id, event);
        return;
      }
      if (status !== null && status !== 503) this.strange.push(status);
      await sleep(20);
    }
  }

  /** The answer's status; `null` where there was none. */
  private async post({ path, call }: Event): Promise<number | null> {
    try {
      const response = await fetch(`${this.address()}/webhook/${path}/linzi`, { method: 'POST', ...call });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
