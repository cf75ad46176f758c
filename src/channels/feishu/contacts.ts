/** 通讯录 by pages, every one of them: a page that is missing would make people look as if they had left. */

import type { Instant } from '../../core/day.ts';
import type { Contact } from '../../core/roster-sync.ts';
import { type Code, codeOf, hasCode } from '../failures.ts';
import { fields, listOf, textOf } from '../json.ts';
import { connectFeishu, type FeishuApp } from './client.ts';
import { classify } from './errors.ts';
import { openLine, type Timeouts } from './http.ts';

/** Why the contacts could not be read, in Chinese with what to do. */
export class ContactsError extends Error {
  constructor(text: string) {
    super(text);
    this.name = 'ContactsError';
  }
}

export interface FeishuContacts {
  /** Everybody whom the app may see, each once. Throws `ContactsError`; never leaves a part out. */
  all(): Promise<Contact[]>;
  /** Somebody by any id, also when they have left; `undefined` where the platform knows nothing of the id. */
  find(id: string): Promise<Contact | undefined>;
}

const PAGE_SIZE = 50;
const ROOT = '0';
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
/** More pages than any district has people for: a platform that repeats itself. */
const MOST_PAGES = 10_000;
/** 不在通讯录权限范围内; 用户不存在. */
const OUTSIDE: ReadonlySet<Code> = new Set([40004, 40014]);
const NOBODY: ReadonlySet<Code> = new Set([41012, 41050, 40001, 99992351, 99992402]);

/** `wait` sleeps; limits and troubles of the platform are waited out, a few times. */
export function createFeishuContacts(
  app: FeishuApp,
  now: () => Instant,
  wait: (ms: number) => Promise<void>,
  timeouts?: Timeouts,
): FeishuContacts {
  const withClient = connectFeishu(app, openLine(now, timeouts));

  async function patiently<T>(call: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        const result = classify(error);
        const passing = result.kind === 'retry' || result.kind === 'uncertain';
        if (!passing || attempt >= ATTEMPTS) throw error;
        const wish = result.kind === 'retry' ? (result.afterMs ?? 0) : 0;
        await wait(Math.max(wish, FIRST_WAIT_MS * 2 ** (attempt - 1)));
      }
    }
  }

  async function pages(page: (token: string | undefined) => Promise<unknown>): Promise<unknown[]> {
    const items: unknown[] = [];
    let token: string | undefined;
    for (let n = 0; n < MOST_PAGES; n += 1) {
      const data = fields(await patiently(() => page(token))).data;
      items.push(...listOf(data, 'items'));
      if (fields(data).has_more !== true) return items;
      const next = textOf(data, 'page_token');
      if (next === undefined || next === token) break;
      token = next;
    }
    throw new ContactsError('飞书的分页不完整，未取得全部人员，请稍后再试。');
  }

  const departments = (): Promise<unknown[]> =>
    pages((page_token) =>
      withClient((sdk) =>
        sdk.contact.v3.department.children({
          path: { department_id: ROOT },
          params: {
            fetch_child: true,
            page_size: PAGE_SIZE,
            department_id_type: 'open_department_id',
            ...(page_token !== undefined && { page_token }),
          },
        }),
      ),
    );

  const members = (department_id: string): Promise<unknown[]> =>
    pages((page_token) =>
      withClient((sdk) =>
        sdk.contact.v3.user.findByDepartment({
          params: {
            department_id,
            page_size: PAGE_SIZE,
            department_id_type: 'open_department_id',
            ...(page_token !== undefined && { page_token }),
          },
        }),
      ),
    );

  return {
    all: () =>
      explained(async () => {
        const found = new Map<string, Contact>();
        const named = (await departments()).map((d) => [textOf(d, 'open_department_id'), textOf(d, 'name')] as const);
        for (const [id, name] of [[ROOT, undefined] as const, ...named]) {
          if (id === undefined) throw new ContactsError('飞书给出的部门没有编号，未取得全部人员。');
          for (const user of await members(id)) addTo(found, user, name);
        }
        return [...found.values()];
      }),
    find: (id) =>
      explained(async () => {
        const user_id_type = id.startsWith('ou_') ? 'open_id' : id.startsWith('on_') ? 'union_id' : 'user_id';
        try {
          const answer = await patiently(() =>
            withClient((sdk) => sdk.contact.v3.user.get({ path: { user_id: id }, params: { user_id_type } })),
          );
          const user = fields(fields(answer).data).user;
          return user === undefined ? undefined : contactOf(user, []);
        } catch (error) {
          if (hasCode(error, NOBODY)) return undefined;
          throw error;
        }
      }),
  };
}

/** Somebody may be in several departments. */
function addTo(found: Map<string, Contact>, user: unknown, unit: string | undefined): void {
  const contact = contactOf(user, unit === undefined ? [] : [unit]);
  const [key = ''] = contact.ids;
  const known = found.get(key);
  found.set(key, known ? { ...known, units: [...new Set([...known.units, ...contact.units])] } : contact);
}

/** Fields that the app has no scope for are silently absent: without a name nothing can be compared. */
function contactOf(user: unknown, units: readonly string[]): Contact {
  const ids = ['user_id', 'open_id', 'union_id'].flatMap((key) => textOf(user, key) ?? []);
  const name = textOf(user, 'name');
  if (ids.length === 0 || name === undefined)
    throw new ContactsError('通讯录没有给出姓名：请在权限管理中开通 contact:user.base:readonly，发布新版本后再试。');
  const { is_resigned, is_exited } = fields(fields(user).status);
  return { ids, name: name.trim(), units, left: is_resigned === true || is_exited === true };
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContactsError) throw error;
    if (hasCode(error, OUTSIDE))
      throw new ContactsError(
        `应用看不到全部部门（${codeOf(error)}）：请在 权限管理 → 通讯录权限范围 选“全部成员”，发布新版本后再试。`,
      );
    const result = classify(error);
    if (result.kind === 'final')
      throw new ContactsError(`飞书拒绝了通讯录查询：${result.fault.text}（${result.fault.code}）。`);
    throw new ContactsError('飞书暂时无法访问，或应用凭证有误，请检查后再试；名册未改动。');
  }
}
