/**
 * 长连接: the app connects to Feishu and gets its events that way, where Feishu can't reach the server. The SDK keeps the
 * connection; a watchdog replaces it when it has given up or stays away, which the SDK by itself never mends.
 */
import type { Instant } from '../../core/day.ts';
import type { Connection, ConnectionHooks } from '../channel.ts';
import { type FeishuApp, SILENT } from './client.ts';
import type { FeishuHttp } from './http.ts';

/** One connection as the SDK keeps it. */
export interface Socket {
  isConnected(): boolean;
  /** The SDK has given up. */
  hasFailed(): boolean;
  close(): void;
}

/** Opens a connection whose events go to `take`; the answer goes back to the platform, a rejection makes it come again. */
export type OpenSocket = (take: (payload: unknown) => Promise<object>) => Promise<Socket>;

/** How often the watchdog looks, and how long a connection may be away before it is replaced. */
const LOOK_MS = 15_000;
const AWAY_MS = 90_000;
/** The same for one that has never come about: left alone, the SDK takes minutes to its second try. */
const NEVER_THERE_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Without an answer to a ping for so long, a connection is dead although nobody said so. */
const PING_TIMEOUT_S = 30;
const HANDSHAKE_MS = 15_000;

/** Opens sockets through the official SDK, which is loaded on first use. */
export const openThroughSdk =
  (app: FeishuApp, http: FeishuHttp): OpenSocket =>
  async (take) => {
    const sdk = await import('@larksuiteoapi/node-sdk');
    const client = new sdk.WSClient({
      appId: app.appId,
      appSecret: app.appSecret,
      domain: app.baseUrl,
      httpInstance: http,
      logger: SILENT,
      handshakeTimeoutMs: HANDSHAKE_MS,
      wsConfig: { pingTimeout: PING_TIMEOUT_S },
    });
    // The SDK's own dispatcher would flatten events; they go on as they came, to where webhooks' events go.
    const eventDispatcher = new sdk.EventDispatcher({ logger: SILENT });
    eventDispatcher.invoke = take;
    await client.start({ eventDispatcher });
    const state = (): string => client.getConnectionStatus().state;
    return {
      isConnected: () => state() === 'connected',
      hasFailed: () => state() === 'failed',
      close: () => client.close({ force: true }),
    };
  };

/** Keeps a connection open until it is stopped. */
export function keepConnected(
  open: OpenSocket,
  take: (payload: unknown) => Promise<object>,
  now: () => Instant,
  { after, onState }: ConnectionHooks,
): Connection {
  let socket: Socket | undefined;
  let lastSeen = now();
  let connected = false;
  let patience = NEVER_THERE_MS;
  let wait = FIRST_WAIT_MS;
  let stopped = false;
  let cancel: (() => void) | undefined;

  const later = (ms: number, run: () => void): void => {
    cancel?.();
    if (!stopped) cancel = after(ms, run);
  };

  function report(state: boolean): void {
    if (state !== connected) onState?.(state ? 'connected' : 'lost');
    connected = state;
  }

  async function start(): Promise<void> {
    lastSeen = now();
    patience = NEVER_THERE_MS;
    const opened = await open(take).catch(() => undefined);
    if (stopped) return opened?.close();
    socket = opened;
    later(opened ? Math.min(LOOK_MS, wait) : replaceIn(), opened ? look : again);
  }

  const again = (): void => void start();

  /** Each time longer, until a connection has held. */
  function replaceIn(): number {
    const ms = wait;
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    return ms;
  }

  function look(): void {
    const alive = socket?.isConnected() ?? false;
    if (alive) {
      lastSeen = now();
      patience = AWAY_MS;
      wait = FIRST_WAIT_MS;
    }
    report(alive);
    const isLost = !alive && (socket?.hasFailed() === true || now() - lastSeen > patience);
    if (isLost) replace();
    else later(LOOK_MS, look);
  }

  function replace(): void {
    socket?.close();
    socket = undefined;
    onState?.('replaced');
    later(replaceIn(), again);
  }

  void start();
  return {
    stop() {
      stopped = true;
      cancel?.();
      socket?.close();
      socket = undefined;
    },
  };
}
