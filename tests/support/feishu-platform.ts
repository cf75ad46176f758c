/** A local stand-in of the Feishu platform: tokens, messages with its idempotency window, and every way of failing. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ContactBook } from './feishu-contacts.ts';
import { CLIENT_CONFIG, FeishuSockets } from './feishu-socket.ts';
import { answer, type Call, StandIn } from './stand-in.ts';
import { readUpload, type Upload } from './upload.ts';

/** One message as the platform holds it. */
export interface HeldMessage {
  id: string;
  receiverType: string;
  receiver: string;
  type: string;
  /** The parsed content: a card, or `{text}`. */
  content: unknown;
  uuid: string | undefined;
  at: number;
  /** How often it was patched. */
  patches: number;
}

/** How one call to the message interface ends; the next call takes the next trouble, if it is about its receiver. */
export interface Trouble {
  /** Only for calls to this receiver. */
  receiver?: string;
  /** `lose`: the message is held, and the connection dies before the answer. `hang`: nothing ever comes back. */
  how: 'hang' | 'lose' | 'answer';
  status?: number;
  code?: number;
  headers?: Record<string, string>;
  /** With `hang`: whether the message is held all the same. */
  held?: boolean;
}

export interface PlatformOptions {
  appId?: string;
  appSecret?: string;
  /** The bot's own open_id. */
  self?: string;
  tokenSeconds?: number;
  keyWindowMs?: number;
  now?: () => number;
  /** How long each answer takes. */
  delayMs?: (receiver: string) => number;
  /** A message has come and is held; its answer hasn't left. */
  onHeld?: () => void;
}

export class FeishuPlatform extends StandIn<Trouble> {
  readonly messages: HeldMessage[] = [];
  /** Every call to the message interface, refused ones included: `create <receiver>` or `patch <id>`. */
  readonly calls: string[] = [];
  /** 加急, one entry a call that was taken. */
  /** 长连接 */
  readonly sockets = new FeishuSockets(this.server);
  /** 通讯录, where a test has one. */
  contacts: ContactBook | undefined;
  readonly uploads: Upload[] = [];
  readonly urgents: { message: string; type: string | null; users: string[] }[] = [];
  /** What the app may do. */
  scopes = [
    'im:message.p2p_msg:readonly',
    'im:message.group_at_msg:readonly',
    'im:message:send_as_bot',
    'contact:user.employee_id:readonly',
  ];
  tokenCalls = 0;
  /** Every request body as received, to look for what must not be there. */
  readonly bodies: string[] = [];
  private readonly byKey = new Map<string, HeldMessage>();
  private readonly options: Required<PlatformOptions>;

  constructor(options: PlatformOptions = {}) {
    super();
    this.options = {
      appId: 'cli_test',
      appSecret: 'test-app-secret',
      self: 'ou_bot',
      tokenSeconds: 7200,
      keyWindowMs: 3_600_000,
      now: Date.now,
      delayMs: () => 0,
      onHeld: () => undefined,
      ...options,
    };
  }

  /** What a receiver has got, oldest first. */
  heldBy(receiver: string): HeldMessage[] {
    return this.messages.filter((m) => m.receiver === receiver);
  }

  override async close(): Promise<void> {
    this.sockets.drop();
    await super.close();
  }

  protected handle({ req, res, url, raw }: Call): unknown {
    if (req.method === 'POST' && url.pathname === '/open-apis/im/v1/files') return this.upload(req, res, raw);
    const text = raw.toString('utf8');
    this.bodies.push(text);
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const route = `${req.method} ${url.pathname}`;
    if (route === 'POST /open-apis/auth/v3/tenant_access_token/internal') return this.giveToken(res, body);
    if (route === 'POST /callback/ws/endpoint') return this.giveEndpoint(res, body);
    if (!this.authorised(req))
      return answer(res, 400, { code: 99991663, msg: 'Invalid access token for authorization.' });
    if (route === 'GET /open-apis/bot/v3/info')
      return answer(res, 200, { code: 0, msg: 'ok', bot: { open_id: this.options.self } });
    if (route === 'GET /open-apis/application/v6/scopes') {
      const scopes = this.scopes.map((scope_name) => ({ scope_name, scope_type: 1, grant_status: 1 }));
      return answer(res, 200, { code: 0, msg: 'success', data: { scopes } });
    }
    if (route === 'POST /open-apis/im/v1/messages') return this.create(res, url, body);
    const patched = /^PATCH \/open-apis\/im\/v1\/messages\/([^/]+)$/.exec(route)?.[1];
    if (patched) return this.patch(res, patched, body);
    if (this.contacts && route.startsWith('GET /open-apis/contact/v3/')) {
      const { status, body: told, headers = {} } = this.contacts.answer(url);
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
      return answer(res, status, told);
    }
    const urged = /^PATCH \/open-apis\/im\/v1\/messages\/([^/]+)\/urgent_app$/.exec(route)?.[1];
    if (urged) return this.urge(res, urged, url, body);
    return answer(res, 404, { code: 99991600, msg: 'unknown path' });
  }

  /** 长连接: where to connect. */
  private giveEndpoint(res: ServerResponse, body: Record<string, unknown>): unknown {
    if (body.AppID !== this.options.appId || body.AppSecret !== this.options.appSecret)
      return answer(res, 200, { code: 10014, msg: 'app secret invalid', data: {} });
    const address = `${this.baseUrl.replace('http:', 'ws:')}/ws?device_id=d&service_id=1`;
    return answer(res, 200, { code: 0, msg: 'ok', data: { URL: address, ClientConfig: CLIENT_CONFIG } });
  }

  private giveToken(res: ServerResponse, body: Record<string, unknown>): unknown {
    this.tokenCalls++;
    if (body.app_id !== this.options.appId || body.app_secret !== this.options.appSecret)
      return answer(res, 200, { code: 10014, msg: 'app secret invalid' });
    const token = `t-${this.tokenCalls}-${Math.random().toString(36).slice(2)}`;
    this.tokens.set(token, this.options.now() + this.options.tokenSeconds * 1000);
    // As the real one answers under load: late enough for parallel first calls to overlap.
    return setTimeout(
      () => answer(res, 200, { code: 0, msg: 'ok', tenant_access_token: token, expire: this.options.tokenSeconds }),
      10,
    );
  }

  private authorised(req: IncomingMessage): boolean {
    const until = this.tokens.get((req.headers.authorization ?? '').replace(/^Bearer /, ''));
    return until !== undefined && this.options.now() < until;
  }

  private create(res: ServerResponse, url: URL, body: Record<string, unknown>): unknown {
    const receiver = String(body.receive_id);
    this.calls.push(`create ${receiver}`);
    const trouble = this.nextTrouble(receiver);
    if (trouble?.how === 'answer') return this.fail(res, trouble);
    const hold = (): HeldMessage => this.hold(url.searchParams.get('receive_id_type') ?? '', receiver, body);
    if (trouble?.how === 'hang') {
      return trouble.held ? hold() : undefined;
    }
    const { id } = hold();
    if (trouble?.how === 'lose') {
      res.socket?.destroy();
      return;
    }
    setTimeout(
      () => answer(res, 200, { code: 0, msg: 'success', data: { message_id: id } }),
      this.options.delayMs(receiver),
    );
  }

  /** The same uuid within the window is the same message. */
  private hold(receiverType: string, receiver: string, body: Record<string, unknown>): HeldMessage {
    const uuid = typeof body.uuid === 'string' ? body.uuid : undefined;
    const now = this.options.now();
    const known = uuid === undefined ? undefined : this.byKey.get(uuid);
    if (known && now < known.at + this.options.keyWindowMs) return known;
    const content: unknown = JSON.parse(String(body.content));
    const message = {
      id: `om_${this.messages.length + 1}`,
      receiverType,
      receiver,
      type: String(body.msg_type),
      content,
      uuid,
      at: now,
      patches: 0,
    };
    this.messages.push(message);
    if (uuid !== undefined) this.byKey.set(uuid, message);
    this.options.onHeld();
    return message;
  }

  private patch(res: ServerResponse, id: string, body: Record<string, unknown>): unknown {
    this.calls.push(`patch ${id}`);
    const trouble = this.nextTrouble(id);
    if (trouble?.how === 'answer') return this.fail(res, trouble);
    if (trouble?.how === 'hang') return undefined;
    const message = this.messages.find((m) => m.id === id);
    if (!message) return answer(res, 400, { code: 230001, msg: 'invalid message_id' });
    message.content = JSON.parse(String(body.content));
    message.patches++;
    return answer(res, 200, { code: 0, msg: 'success', data: {} });
  }

  private async upload(req: IncomingMessage, res: ServerResponse, raw: Buffer): Promise<unknown> {
    this.calls.push('upload');
    const trouble = this.nextTrouble('upload');
    if (trouble?.how === 'answer') return this.fail(res, trouble);
    if (trouble?.how === 'hang') return undefined;
    if (!this.authorised(req)) return answer(res, 400, { code: 99991663, msg: 'Invalid access token' });
    const upload = await readUpload(req, raw, 'file');
    if (!upload || upload.fields.file_name !== upload.name || upload.fields.file_type !== 'doc')
      return answer(res, 400, { code: 234001, msg: 'Invalid request param.' });
    const key = `file_${this.uploads.push(upload)}`;
    return answer(res, 200, { code: 0, msg: 'success', data: { file_key: key } });
  }

  private urge(res: ServerResponse, message: string, url: URL, body: Record<string, unknown>): unknown {
    this.calls.push(`urgent ${message}`);
    const trouble = this.nextTrouble(`urgent ${message}`);
    if (trouble?.how === 'answer') return this.fail(res, trouble);
    if (trouble?.how === 'hang') return undefined;
    if (!this.messages.some((m) => m.id === message)) return answer(res, 400, { code: 230012, msg: 'not own message' });
    this.urgents.push({ message, type: url.searchParams.get('user_id_type'), users: body.user_id_list as string[] });
    return answer(res, 200, { code: 0, msg: 'success', data: { invalid_user_id_list: [] } });
  }

  private nextTrouble(subject: string): Trouble | undefined {
    return this.takeTrouble((t) => (t.receiver === undefined && subject !== 'upload') || t.receiver === subject);
  }

  private fail(res: ServerResponse, { status = 400, code, headers = {} }: Trouble): unknown {
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    if (code !== undefined) return answer(res, status, { code, msg: 'failed' });
    return res.writeHead(status).end('<html>gateway</html>');
  }
}
