/** 通讯录 of the Feishu stand-in: departments and their direct members, by pages. */

export interface BookUser {
  user_id?: string;
  open_id: string;
  union_id?: string;
  /** Absent where the app lacks the scope. */
  name?: string;
  departments: string[];
  status?: { is_resigned?: boolean; is_exited?: boolean; is_frozen?: boolean };
}

export interface BookAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export class ContactBook {
  /** By id; the root, `0`, is not among them. */
  readonly departments = new Map<string, string>();
  readonly users: BookUser[] = [];
  /** Answers that the next calls get in place of their own. */
  readonly troubles: BookAnswer[] = [];
  readonly calls: string[] = [];
  /** Smaller than what is asked for, so that there are several pages. */
  pageSize = 2;
  /** Every page claims that there is another. */
  endless = false;

  /** Answers a call below `/open-apis/contact/v3`. */
  answer(url: URL): BookAnswer {
    this.calls.push(
      `${url.pathname.replace('/open-apis/contact/v3/', '')} ${url.searchParams.get('page_token') ?? ''}`,
    );
    const trouble = this.troubles.shift();
    if (trouble) return trouble;
    const path = url.pathname.replace('/open-apis/contact/v3', '');
    if (Number(url.searchParams.get('page_size') ?? 0) > 50) return refusal(40011);
    if (path === '/departments/0/children') {
      const items = [...this.departments].map(([open_department_id, name]) => ({ open_department_id, name }));
      return this.page(url, items);
    }
    if (path === '/users/find_by_department') {
      const id = url.searchParams.get('department_id') ?? '';
      return this.page(
        url,
        this.users.filter((u) => u.departments.includes(id) && !u.status?.is_resigned),
      );
    }
    const [, id] = /^\/users\/([^/]+)$/.exec(path) ?? [];
    const type = url.searchParams.get('user_id_type') as 'open_id' | 'user_id' | 'union_id';
    const user = this.users.find((u) => u[type] === id);
    return user ? { status: 200, body: { code: 0, data: { user } } } : refusal(41012);
  }

  private page(url: URL, all: readonly unknown[]): BookAnswer {
    const from = Number(url.searchParams.get('page_token') ?? 0);
    const to = from + this.pageSize;
    const more = this.endless || to < all.length;
    const items = all.slice(from, to);
    const data = { has_more: more, ...(more && { page_token: String(this.endless ? 1 : to) }), items };
    return { status: 200, body: { code: 0, msg: 'success', data } };
  }
}

const refusal = (code: number): BookAnswer => ({ status: 400, body: { code, msg: 'refused' } });
