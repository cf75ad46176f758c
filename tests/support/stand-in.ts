/** What the stand-ins of all platforms have in common: a server on a free port of 127.0.0.1, tokens, prepared troubles. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as it came in, read whole. */
export interface Call {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  raw: Buffer;
}

export abstract class StandIn<T> {
  /** How coming calls end; each takes the first that is about it. */
  readonly troubles: T[] = [];
  protected readonly tokens = new Map<string, number>();
  protected readonly server: Server;

  constructor() {
    this.server = createServer((req, res) => void this.read(req, res));
  }

  /** The address is what the channel's `…_BASE_URL` takes. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this.baseUrl;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The platform forgets every token it gave out, before their time. */
  killTokens(): void {
    this.tokens.clear();
  }

  protected abstract handle(call: Call): unknown;

  protected takeTrouble(isAbout: (trouble: T) => boolean): T | undefined {
    const i = this.troubles.findIndex(isAbout);
    return i < 0 ? undefined : this.troubles.splice(i, 1)[0];
  }

  private async read(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    this.handle({ req, res, url: new URL(req.url ?? '/', 'http://platform'), raw: Buffer.concat(chunks) });
  }
}

export function answer(res: ServerResponse, status: number, body: unknown): ServerResponse {
  return res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
