/** The few calls of Feishu's API that the bot makes, through the official SDK's client, which is loaded on first use. */

import type { Client, Logger } from '@larksuiteoapi/node-sdk';
import type { Instant } from '../../core/day.ts';
import { PlatformFailure } from '../failures.ts';
import type { FeishuContent } from './cards.ts';
import { isTokenRefused } from './errors.ts';
import { type FeishuLine, openLine, type Timeouts } from './http.ts';
import { createLightFeishuApi } from './light-client.ts';

export interface FeishuApp {
  appId: string;
  appSecret: string;
  /** The platform's address without a trailing slash, e.g. `https://open.feishu.cn`. */
  baseUrl: string;
}

export interface Receiver {
  type: 'open_id' | 'union_id' | 'user_id' | 'chat_id';
  id: string;
}

export interface FeishuApi {
  /** Sends a message; `uuid` (≤ 50 characters) makes a repeat within the hour harmless. Answers the message's id. */
  create(to: Receiver, content: FeishuContent, uuid: string): Promise<string | null>;
  /** Replaces a card that was sent within the last 14 days. */
  patch(messageId: string, content: string): Promise<void>;
  /** Uploads a document of at most 30 MB; answers its key. */
  upload(name: string, bytes: Uint8Array): Promise<string>;
  /** 应用内加急 of a message that this bot has sent. */
  urge(messageId: string, to: Receiver): Promise<void>;
  /** The bot's own open_id. */
  botOpenId(): Promise<string | undefined>;
}

/** Does something with the SDK's client; throws `PlatformFailure`. A refused tenant token is fetched anew and the work done once more. */
export type WithClient = <T>(work: (client: Client) => Promise<T>) => Promise<T>;

export function connectFeishu(app: FeishuApp, { tokens, http }: FeishuLine): WithClient {
  let loading: Promise<Client> | undefined;

  function client(): Promise<Client> {
    loading ??= import('@larksuiteoapi/node-sdk').then(
      (sdk) =>
        new sdk.Client({
          appId: app.appId,
          appSecret: app.appSecret,
          domain: app.baseUrl,
          httpInstance: http,
          // One app, one token: the cache ignores the key, and keeps a token by this bot's clock when it comes.
          cache: { get: async () => tokens.current(), set: async () => true },
          logger: SILENT,
        }),
    );
    return loading;
  }

  return async function withToken<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const sdk = await client();
    try {
      return await work(sdk);
    } catch (error) {
      if (isTokenRefused(error)) return work(sdk);
      throw error;
    }
  };
}

/** Every method throws `PlatformFailure`. */
export function createFeishuApi(app: FeishuApp, now: () => Instant, timeouts?: Timeouts): FeishuApi {
  const line = openLine(now, timeouts);
  const withToken = connectFeishu(app, line);
  return {
    async create(to, { msg_type, content }, uuid) {
      const answer = await withToken((sdk) =>
        sdk.im.v1.message.create({
          params: { receive_id_type: to.type },
          data: { receive_id: to.id, msg_type, content, uuid },
        }),
      );
      return answer.data?.message_id ?? null;
    },
    async patch(messageId, content) {
      await withToken((sdk) => sdk.im.v1.message.patch({ path: { message_id: messageId }, data: { content } }));
    },
    async upload(name, bytes) {
      const data = { file_type: 'doc', file_name: name, file: Buffer.from(bytes) } as const;
      const answer = await withToken((sdk) => sdk.im.v1.file.create({ data }));
      const key = answer?.file_key;
      if (!key) throw new PlatformFailure({ reason: 'no file key' });
      return key;
    },
    async urge(messageId, { type, id }) {
      if (type === 'chat_id') return;
      await withToken((sdk) =>
        sdk.im.v1.message.urgentApp({
          path: { message_id: messageId },
          params: { user_id_type: type },
          data: { user_id_list: [id] },
        }),
      );
    },
    // Asked at every start, also where nothing is sent for a long time: not worth loading the SDK for.
    botOpenId: () => createLightFeishuApi(app, now, line).botOpenId(),
  };
}

/** The SDK logs requests with secrets and people's words in them; failures reach the sender as results instead. */
const silent = (): void => undefined;
export const SILENT: Logger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };
