/** A local stand-in of the DingTalk platform: tokens, robot, session webhooks, cards, and every way of failing. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, type Call, StandIn } from './stand-in.ts';
import { readUpload, type Upload } from './upload.ts';

/** One message as the platform holds it. */
export interface HeldMessage {
  way: 'session' | 'person' | 'group' | 'card';
  /** A staff id, a conversation id, or the session's name. */
  receiver: string;
  text: string;
  /** A card's values as they are now. */
  values?: Record<string, string>;
  trackId?: string;
  updates: number;
}

/** How one call ends; the next call to a message interface takes the next trouble, if it is about its way. */
export interface Trouble {
  way?: HeldMessage['way'] | 'update' | 'upload';
  /** `lose`: the message is held, and the connection dies before the answer. `hang`: nothing ever comes back. */
  how: 'hang' | 'lose' | 'answer';
  status?: number;
  body?: unknown;
}

export interface PlatformOptions {
  appKey?: string;
  appSecret?: string;
  tokenSeconds?: number;
  now?: () => number;
  /** A message has come and is held; its answer hasn't left. */
  onHeld?: () => void;
}

const CODES = { badToken: { code: 'InvalidAuthentication', message: '不合法的access_token', requestid: 'r' } };

export class DingtalkPlatform extends StandIn<Trouble> {
  readonly messages: HeldMessage[] = [];
  /** Every call to a message interface, refused ones included: its way and receiver. */
  readonly calls: string[] = [];
  /** Sessions that the platform no longer knows. */
  readonly deadSessions = new Set<string>();
  /** Whom a message is not delivered to, although the call succeeds. */
  readonly invalid = new Set<string>();
  readonly flowControlled = new Set<string>();
  readonly uploads: Upload[] = [];
  /** Whether the app lacks the permission to send. */
  forbidden = false;
  tokenCalls = 0;
  private readonly options: Required<PlatformOptions>;

  constructor(options: PlatformOptions = {}) {
    super();
    const defaults = {
      appKey: 'dingtestkey',
      appSecret: 'test-app-secret',
      tokenSeconds: 7200,
      now: Date.now,
      onHeld: () => undefined,
    };
    this.options = { ...defaults, ...options };
  }

  /** The address under which a conversation can be answered. */
  session(name: string): string {
    return `${this.baseUrl}/robot/sendBySession?session=${name}`;
  }

  heldBy(receiver: string): HeldMessage[] {
    return this.messages.filter((m) => m.receiver === receiver);
  }

  protected handle({ req, res, url, raw }: Call): unknown {
    if (req.method === 'POST' && url.pathname === '/media/upload') return this.upload(req, res, url, raw);
    const body = JSON.parse(raw.toString('utf8') || '{}') as Record<string, unknown>;
    const route = `${req.method} ${url.pathname}`;
    if (route === 'POST /v1.0/oauth2/accessToken') return this.giveToken(res, body);
    if (route === 'POST /robot/sendBySession') return this.inSession(res, url.searchParams.get('session') ?? '', body);
    if (!this.authorised(req)) return answer(res, 400, CODES.badToken);
    switch (route) {
      case 'POST /v1.0/robot/oToMessages/batchSend':
        return this.toPeople(res, body);
      case 'POST /v1.0/robot/groupMessages/send':
        return this.hold(
          res,
          { way: 'group', receiver: String(body.openConversationId), text: wordsOf(body) },
          GROUP_OK,
        );
      case 'POST /v1.0/card/instances/createAndDeliver':
        return this.createCard(res, body);
      case 'PUT /v1.0/card/instances':
        return this.updateCard(res, body);
      default:
        return answer(res, 404, { code: 'InvalidAction.NotFound', message: 'unknown path' });
    }
  }

  private giveToken(res: ServerResponse, body: Record<string, unknown>): unknown {
    this.tokenCalls++;
    if (body.appKey !== this.options.appKey || body.appSecret !== this.options.appSecret)
      return answer(res, 400, { code: 'invalidClientIdOrSecret', message: '无效的clientId或者clientSecret' });
    const token = `t-${this.tokenCalls}-${Math.random().toString(36).slice(2)}`;
    this.tokens.set(token, this.options.now() + this.options.tokenSeconds * 1000);
    // Late enough for parallel first calls to overlap.
    return setTimeout(() => answer(res, 200, { accessToken: token, expireIn: this.options.tokenSeconds }), 10);
  }

  private authorised(req: IncomingMessage): boolean {
    const until = this.tokens.get(String(req.headers['x-acs-dingtalk-access-token']));
    return until !== undefined && this.options.now() < until;
  }

  /** The older interface: the token in the query, every answer 200. */
  private async upload(req: IncomingMessage, res: ServerResponse, url: URL, raw: Buffer): Promise<unknown> {
    this.calls.push('upload');
    const trouble = this.nextTrouble('upload');
    if (trouble) return this.suffer(res, trouble);
    const until = this.tokens.get(url.searchParams.get('access_token') ?? '');
    if (until === undefined || this.options.now() >= until)
      return answer(res, 200, { errcode: 88, sub_code: '40014', errmsg: 'token' });
    const upload = await readUpload(req, raw, 'media');
    if (!upload || url.searchParams.get('type') !== 'file')
      return answer(res, 200, { errcode: 40035, errmsg: 'media' });
    return answer(res, 200, { errcode: 0, errmsg: 'ok', type: 'file', media_id: `@m${this.uploads.push(upload)}` });
  }

  private inSession(res: ServerResponse, name: string, body: Record<string, unknown>): unknown {
    if (this.deadSessions.has(name)) {
      this.calls.push(`session ${name}`);
      return answer(res, 200, { errcode: 300001, errmsg: 'session 不存在' });
    }
    const { content } = body.text as { content: string };
    return this.hold(res, { way: 'session', receiver: name, text: content }, { errcode: 0, errmsg: 'ok' });
  }

  private toPeople(res: ServerResponse, body: Record<string, unknown>): unknown {
    if (this.forbidden)
      return answer(res, 403, { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: 'forbidden' });
    const [receiver] = body.userIds as string[];
    if (receiver === undefined) return answer(res, 400, { code: 'invalidParameter.userIds', message: 'empty' });
    const lists = {
      processQueryKey: 'q',
      invalidStaffIdList: this.invalid.has(receiver) ? [receiver] : [],
      flowControlledStaffIdList: this.flowControlled.has(receiver) ? [receiver] : [],
    };
    if (lists.invalidStaffIdList.length + lists.flowControlledStaffIdList.length > 0) {
      this.calls.push(`person ${receiver}`);
      return answer(res, 200, lists);
    }
    return this.hold(res, { way: 'person', receiver, text: wordsOf(body) }, lists);
  }

  /** The same outTrackId again changes nothing. */
  private createCard(res: ServerResponse, body: Record<string, unknown>): unknown {
    const [, receiver = ''] = /^dtv1\.card\/\/IM_(?:ROBOT|GROUP)\.(.+)$/.exec(String(body.openSpaceId)) ?? [];
    const values = (body.cardData as { cardParamMap: Record<string, string> }).cardParamMap;
    const tooLong = Object.values(values).some((v) => typeof v !== 'string' || Buffer.byteLength(v) > 1024);
    if (tooLong || String(body.outTrackId).length > 64) return answer(res, 400, { code: 'invalidParameter.cardData' });
    const trackId = String(body.outTrackId);
    const text = Object.values(values).join('\n');
    return this.hold(res, { way: 'card', receiver, text, values, trackId }, CARD_OK);
  }

  private updateCard(res: ServerResponse, body: Record<string, unknown>): unknown {
    this.calls.push(`update ${body.outTrackId}`);
    const trouble = this.nextTrouble('update');
    if (trouble) return this.suffer(res, trouble);
    const card = this.messages.find((m) => m.trackId === body.outTrackId);
    if (!card) return answer(res, 400, { code: 'invalidParameter.outTrackId.notExist' });
    const { cardParamMap } = body.cardData as { cardParamMap: Record<string, string> };
    card.values = { ...card.values, ...cardParamMap };
    card.updates++;
    return answer(res, 200, { success: true, result: true });
  }

  private hold(res: ServerResponse, message: Omit<HeldMessage, 'updates'>, ok: unknown): unknown {
    this.calls.push(`${message.way} ${message.receiver}`);
    const trouble = this.nextTrouble(message.way);
    if (trouble && trouble.how !== 'lose') return this.suffer(res, trouble);
    const known = message.trackId !== undefined && this.messages.some((m) => m.trackId === message.trackId);
    if (!known) this.messages.push({ ...message, updates: 0 });
    if (!known) this.options.onHeld();
    return trouble ? res.socket?.destroy() : answer(res, 200, ok);
  }

  private nextTrouble(way: Trouble['way']): Trouble | undefined {
    return this.takeTrouble((t) => (t.way === undefined && way !== 'upload') || t.way === way);
  }

  private suffer(res: ServerResponse, { how, status = 400, body }: Trouble): unknown {
    if (how === 'hang') return undefined;
    if (how === 'lose') return res.socket?.destroy();
    return body === undefined ? res.writeHead(status).end('<html>gateway</html>') : answer(res, status, body);
  }
}

const GROUP_OK = { processQueryKey: 'q' };
const CARD_OK = { success: true, result: { deliverResults: [{ spaceType: 'IM', success: true, errorMsg: '' }] } };

/** A text's words; of a file its name, its kind and its media id. */
function wordsOf({ msgKey, msgParam }: Record<string, unknown>): string {
  const param = JSON.parse(String(msgParam)) as Record<string, string>;
  return msgKey === 'sampleFile' ? `文件 ${param.fileName} ${param.fileType} ${param.mediaId}` : (param.content ?? '');
}
