/** A local stand-in of WeCom: tokens, messages with its duplicate check, cards with their single-use codes, every way of failing. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer as answerWith, type Call, StandIn } from './stand-in.ts';
import { readUpload, type Upload } from './upload.ts';
import { WECOM_KEYS } from './wecom-events.ts';

export interface HeldCard {
  task_id?: string;
  sub_title_text: string;
  button_list: { text: string; key: string }[];
  horizontal_content_list?: { keyname: string; value: string }[];
  replace_text?: string;
}

/** One message as the platform holds it. */
export interface HeldMessage {
  receiver: string;
  text: string;
  card?: HeldCard;
  updates: number;
}

/** How one call ends; the next call takes the next trouble, if it is about its kind. */
export interface Trouble {
  kind?: 'text' | 'template_card' | 'update' | 'gettoken' | 'upload';
  /** `lose`: the message is held, and the connection dies before the answer. `hang`: nothing ever comes back. */
  how: 'hang' | 'lose' | 'answer';
  status?: number;
  /** Without one, a gateway's page. */
  errcode?: number;
}

export interface PlatformOptions {
  now?: () => number;
  /** Before `/cgi-bin`, as private editions have it. */
  prefix?: string;
  /** An older edition refuses cards: by its code, or by a gateway's 404. */
  withoutCards?: 'errcode' | 'not-found';
}

const CODE_LIFE_MS = 72 * 3_600_000;

export class WecomPlatform extends StandIn<Trouble> {
  readonly messages: HeldMessage[] = [];
  /** Every call, refused ones included: its kind and receiver. */
  readonly calls: string[] = [];
  /** Whom a message is not delivered to, although the call succeeds. */
  readonly invalid = new Set<string>();
  readonly uploads: Upload[] = [];
  /** What a query of the app is refused with. */
  agentRefusal: number | undefined;
  tokenCalls = 0;
  /** Paths that were called, with the query taken away. */
  readonly paths = new Set<string>();
  private readonly seen = new Map<string, { until: number; answer: unknown }>();
  private readonly codes = new Map<string, { message: HeldMessage; until: number }>();
  private readonly options: Required<Omit<PlatformOptions, 'withoutCards'>> & PlatformOptions;
  private serial = 0;

  constructor(options: PlatformOptions = {}) {
    super();
    this.options = { now: Date.now, prefix: '', ...options };
  }

  override get baseUrl(): string {
    return `${super.baseUrl}${this.options.prefix}`;
  }

  heldBy(receiver: string): HeldMessage[] {
    return this.messages.filter((m) => m.receiver === receiver);
  }

  /** The code that a press on a card brings along. */
  freshCode(message: HeldMessage): string {
    const code = `code-${++this.serial}`;
    this.codes.set(code, { message, until: this.options.now() + CODE_LIFE_MS });
    return code;
  }

  protected handle({ req, res, url, raw: bytes }: Call): unknown {
    const raw = bytes.toString('utf8');
    this.paths.add(url.pathname);
    const [, path = ''] = url.pathname.split(`${this.options.prefix}/cgi-bin/`);
    if (path === 'gettoken') return this.giveToken(res, url.searchParams);
    const refusal = this.tokenRefusal(url.searchParams.get('access_token'));
    if (refusal !== undefined) return answer(res, { errcode: refusal, errmsg: 'token' });
    if (path === 'media/upload') return this.upload(req, res, url, bytes);
    if (path === 'agent/get') return answer(res, { errcode: this.agentRefusal ?? 0, errmsg: '', name: '助手' });
    if (path === 'message/send') return this.send(res, raw);
    if (path === 'message/update_template_card') return this.update(res, raw);
    return res.writeHead(404).end('<html>not found</html>');
  }

  private giveToken(res: ServerResponse, query: URLSearchParams): unknown {
    this.tokenCalls++;
    const trouble = this.nextTrouble('gettoken');
    if (trouble) return this.suffer(res, trouble);
    if (query.get('corpid') !== WECOM_KEYS.corpId) return answer(res, { errcode: 40013, errmsg: 'invalid corpid' });
    if (query.get('corpsecret') !== WECOM_KEYS.secret) return answer(res, { errcode: 40001, errmsg: 'invalid secret' });
    const access_token = `t-${this.tokenCalls}-${'x'.repeat(200)}`;
    this.tokens.set(access_token, this.options.now() + 7200_000);
    // Late enough for parallel first calls to overlap.
    return setTimeout(() => answer(res, { errcode: 0, errmsg: 'ok', access_token, expires_in: 7200 }), 10);
  }

  private tokenRefusal(token: string | null): number | undefined {
    if (token === null) return 41001;
    const until = this.tokens.get(token);
    if (until === undefined) return 40014;
    return this.options.now() < until ? undefined : 42001;
  }

  private async upload(req: IncomingMessage, res: ServerResponse, url: URL, raw: Buffer): Promise<unknown> {
    this.calls.push('upload');
    const trouble = this.nextTrouble('upload');
    if (trouble) return this.suffer(res, trouble);
    const upload = await readUpload(req, raw, 'media');
    if (!upload || url.searchParams.get('type') !== 'file') return answer(res, { errcode: 40004, errmsg: 'media' });
    return answer(res, { errcode: 0, errmsg: 'ok', type: 'file', media_id: `media_${this.uploads.push(upload)}` });
  }

  private send(res: ServerResponse, raw: string): unknown {
    const body = JSON.parse(raw) as Record<string, unknown>;
    const kind = body.msgtype as 'text' | 'template_card';
    const receiver = String(body.touser);
    this.calls.push(`${kind} ${receiver}`);
    if (kind === 'template_card' && this.options.withoutCards === 'errcode')
      return answer(res, { errcode: 40008, errmsg: 'invalid message type' });
    if (kind === 'template_card' && this.options.withoutCards === 'not-found')
      return res.writeHead(404).end('<html>not found</html>');
    if (body.agentid !== Number(WECOM_KEYS.agentId)) return answer(res, { errcode: 40056, errmsg: 'invalid agentid' });
    const trouble = this.nextTrouble(kind);
    if (trouble && trouble.how !== 'lose') return this.suffer(res, trouble);
    if (this.invalid.has(receiver))
      return answer(res, { errcode: 0, errmsg: 'ok', invaliduser: receiver.toLowerCase() });

    const known = this.seen.get(raw);
    const repeated = body.enable_duplicate_check === 1 && known !== undefined && this.options.now() < known.until;
    const result = repeated ? known.answer : this.hold(receiver, kind, body);
    this.seen.set(raw, {
      until: this.options.now() + Number(body.duplicate_check_interval ?? 1800) * 1000,
      answer: result,
    });
    return trouble ? res.socket?.destroy() : answer(res, result);
  }

  private hold(receiver: string, kind: string, body: Record<string, unknown>): unknown {
    const card = kind === 'template_card' ? (body.template_card as HeldCard) : undefined;
    const text = card
      ? JSON.stringify(card)
      : kind === 'file'
        ? `文件 ${(body.file as { media_id: string }).media_id}`
        : (body.text as { content: string }).content;
    if (!card && Buffer.byteLength(text) > 2048) return { errcode: 45002, errmsg: 'content size out of limit' };
    if (card && !/^[\w@-]{1,128}$/.test(card.task_id ?? '')) return { errcode: 40058, errmsg: 'task_id' };
    if (card && this.messages.some((m) => m.card?.task_id === card.task_id))
      return { errcode: 42014, errmsg: 'task_id exists' };
    const message: HeldMessage = { receiver, text, ...(card && { card }), updates: 0 };
    this.messages.push(message);
    const msgid = `m${++this.serial}`;
    return { errcode: 0, errmsg: 'ok', msgid, ...(card && { response_code: this.freshCode(message) }) };
  }

  private update(res: ServerResponse, raw: string): unknown {
    const body = JSON.parse(raw) as { response_code: string; template_card: HeldCard; userids: string[] };
    this.calls.push(`update ${body.userids.join()}`);
    const trouble = this.nextTrouble('update');
    if (trouble && trouble.how !== 'lose') return this.suffer(res, trouble);
    const code = this.codes.get(body.response_code);
    this.codes.delete(body.response_code);
    if (!code || this.options.now() >= code.until) return answer(res, { errcode: 60140, errmsg: 'response_code' });
    code.message.card = { ...body.template_card, task_id: code.message.card?.task_id ?? '' };
    code.message.updates++;
    return trouble ? res.socket?.destroy() : answer(res, { errcode: 0, errmsg: 'ok' });
  }

  private nextTrouble(kind: Trouble['kind']): Trouble | undefined {
    return this.takeTrouble(
      (t) => t.kind === kind || (t.kind === undefined && kind !== 'gettoken' && kind !== 'upload'),
    );
  }

  private suffer(res: ServerResponse, { how, status = 200, errcode }: Trouble): unknown {
    if (how === 'hang') return undefined;
    if (how === 'lose') return res.socket?.destroy();
    if (errcode === undefined) return res.writeHead(status).end('<html>gateway</html>');
    return answer(res, { errcode, errmsg: 'trouble' }, status);
  }
}

const answer = (res: ServerResponse, body: unknown, status = 200): ServerResponse => answerWith(res, status, body);
