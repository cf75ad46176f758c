/** The same calls without the official SDK, for hosts where its size counts and it doesn't load (Workers). */
import type { Instant } from '../../core/day.ts';
import { PlatformFailure } from '../failures.ts';
import { fields, textOf } from '../json.ts';
import type { FeishuApi, FeishuApp } from './client.ts';
import { isTokenRefused } from './errors.ts';
import { openLine } from './http.ts';

interface LightCall {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below `/open-apis/`. */
  path: string;
  params?: Record<string, string>;
  data?: unknown;
  /** Whether `data` holds a file. */
  isForm?: boolean;
}

/** Every method throws `PlatformFailure`. A refused tenant token is fetched anew and the call made once more. */
export function createLightFeishuApi(app: FeishuApp, now: () => Instant, line = openLine(now)): FeishuApi {
  const { tokens, http } = line;
  const urlOf = (path: string): string => `${app.baseUrl}/open-apis/${path}`;

  async function token(): Promise<string> {
    const kept = tokens.current();
    if (kept !== undefined) return kept;
    const data = { app_id: app.appId, app_secret: app.appSecret };
    const url = urlOf('auth/v3/tenant_access_token/internal');
    const fetched = textOf(await http.request<unknown>({ method: 'POST', url, data }), 'tenant_access_token');
    if (fetched === undefined) throw new PlatformFailure({ reason: 'no token', neverLeft: true });
    return fetched;
  }

  async function once({ method, path, params, data, isForm }: LightCall): Promise<unknown> {
    const headers = {
      Authorization: `Bearer ${await token()}`,
      ...(isForm && { 'Content-Type': 'multipart/form-data' }),
    };
    return http.request<unknown>({ method, url: urlOf(path), headers, ...(params && { params }), data });
  }

  async function call(wanted: LightCall): Promise<unknown> {
    try {
      return await once(wanted);
    } catch (error) {
      if (isTokenRefused(error)) return once(wanted);
      throw error;
    }
  }

  return {
    async create(to, { msg_type, content }, uuid) {
      const data = { receive_id: to.id, msg_type, content, uuid };
      const params = { receive_id_type: to.type };
      const answer = await call({ method: 'POST', path: 'im/v1/messages', params, data });
      return textOf(fields(answer).data, 'message_id') ?? null;
    },
    async patch(messageId, content) {
      await call({ method: 'PATCH', path: `im/v1/messages/${encodeURIComponent(messageId)}`, data: { content } });
    },
    async upload(name, bytes) {
      const data = { file_type: 'doc', file_name: name, file: bytes };
      const answer = await call({ method: 'POST', path: 'im/v1/files', data, isForm: true });
      const key = textOf(fields(answer).data, 'file_key');
      if (key === undefined) throw new PlatformFailure({ reason: 'no file key' });
      return key;
    },
    async urge(messageId, { type, id }) {
      if (type === 'chat_id') return;
      await call({
        method: 'PATCH',
        path: `im/v1/messages/${encodeURIComponent(messageId)}/urgent_app`,
        params: { user_id_type: type },
        data: { user_id_list: [id] },
      });
    },
    async botOpenId() {
      return textOf(fields(await call({ method: 'GET', path: 'bot/v3/info' })).bot, 'open_id');
    },
  };
}
