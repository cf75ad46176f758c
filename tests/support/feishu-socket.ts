/** 长连接 of the Feishu stand-in: a WebSocket as small as it gets, and the frames that the platform speaks over it. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

interface Frame {
  /** 0 control, 1 data. */
  method: number;
  headers: Record<string, string>;
  payload: Buffer;
}

const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
};
const bytesField = (id: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes]);
const numberField = (id: number, value: number): Buffer => Buffer.concat([varint(id << 3), varint(value)]);

/** Protocol Buffers: SeqID 1, LogID 2, service 3, method 4, headers 5 (key 1, value 2), payload 8. */
function encode({ method, headers, payload }: Frame): Buffer {
  const pairs = Object.entries(headers).map(([key, value]) =>
    bytesField(5, Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))])),
  );
  const numbers = [1, 2, 3].map((id) => numberField(id, 1));
  return Buffer.concat([...numbers, numberField(4, method), ...pairs, bytesField(8, payload)]);
}

function fieldsOf(bytes: Buffer): Map<number, (number | Buffer)[]> {
  const found = new Map<number, (number | Buffer)[]>();
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = read();
    const size = read();
    const value = (tag & 7) === 2 ? bytes.subarray(at, at + size) : size;
    if (typeof value !== 'number') at += size;
    found.set(tag >> 3, [...(found.get(tag >> 3) ?? []), value]);
  }
  return found;
}

function decode(bytes: Buffer): Frame {
  const fields = fieldsOf(bytes);
  const pairs = (fields.get(5) ?? []).map((header) => {
    const parts = fieldsOf(header as Buffer);
    return [1, 2].map((id) => String(parts.get(id)?.[0] ?? '')) as [string, string];
  });
  return {
    method: Number(fields.get(4)?.[0] ?? 0),
    headers: Object.fromEntries(pairs),
    payload: (fields.get(8)?.[0] as Buffer | undefined) ?? Buffer.alloc(0),
  };
}

/** What the app answered to an event. */
export interface Answered {
  code: number;
  /** Decoded; absent where it said nothing. */
  data?: unknown;
}

export class FeishuSockets {
  /** Connections made so far, and those that live. */
  made = 0;
  private live: Socket | undefined;
  private hasPinged = false;
  private readonly waiting = new Map<string, (answer: Answered) => void>();
  private serial = 0;

  constructor(server: Server) {
    server.on('upgrade', (req: IncomingMessage, socket: Socket) => this.accept(req, socket));
  }

  /** Brings an event to the app, and waits for its answer. */
  push(event: unknown): Promise<Answered> {
    const message_id = `m${++this.serial}`;
    const headers = { type: 'event', message_id, sum: '1', seq: '0', trace_id: 't' };
    this.send(encode({ method: 1, headers, payload: Buffer.from(JSON.stringify(event)) }));
    return new Promise((resolve) => this.waiting.set(message_id, resolve));
  }

  /** Once its app has pinged: the SDK doesn't hear what comes in the moment of connecting. */
  isConnected(): boolean {
    return this.hasPinged && this.live !== undefined && !this.live.destroyed;
  }

  /** The line breaks without a word. */
  drop(): void {
    this.live?.destroy();
  }

  private accept(req: IncomingMessage, socket: Socket): void {
    const key = `${req.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const proof = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${proof}\r\n\r\n`,
    );
    this.made += 1;
    this.live = socket;
    this.hasPinged = false;
    let rest = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('end', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let taken = this.take(rest); taken > 0; taken = this.take(rest)) rest = rest.subarray(taken);
    });
  }

  /** Reads one masked message; how many bytes it took, 0 while it isn't whole. */
  private take(bytes: Buffer): number {
    if (bytes.length < 6) return 0;
    const short = (bytes[1] ?? 0) & 127;
    const start = short === 126 ? 4 : 2;
    const size = short === 126 ? bytes.readUInt16BE(2) : short;
    const end = start + 4 + size;
    if (bytes.length < end) return 0;
    const mask = bytes.subarray(start, start + 4);
    const body = Buffer.from(bytes.subarray(start + 4, end).map((byte, i) => byte ^ (mask[i % 4] ?? 0)));
    if (((bytes[0] ?? 0) & 15) === 2) this.hear(decode(body));
    return end;
  }

  private hear({ method, headers, payload }: Frame): void {
    if (method === 0) {
      this.hasPinged = true;
      const config = JSON.stringify(CLIENT_CONFIG);
      this.send(encode({ method: 0, headers: { type: 'pong' }, payload: Buffer.from(config) }));
      return;
    }
    const { code, data } = JSON.parse(payload.toString('utf8')) as { code: number; data?: string };
    const answer =
      data === undefined ? {} : { data: JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as unknown };
    this.waiting.get(headers.message_id ?? '')?.({ code, ...answer });
  }

  private send(body: Buffer): void {
    const size = body.length < 126 ? [body.length] : [126, body.length >> 8, body.length & 255];
    this.live?.write(Buffer.concat([Buffer.from([0x82, ...size]), body]));
  }
}

/** In seconds; quick enough for a test to see a line come back. */
export const CLIENT_CONFIG = { PingInterval: 30, ReconnectCount: -1, ReconnectInterval: 0.05, ReconnectNonce: 0 };
