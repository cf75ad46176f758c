/** `npm run roster -- sync feishu --district ID [--apply]`: what the platform's contacts change in the roster, shown before it is done. */
import type { Store } from '../../db/store.ts';
import { ContactsError, createFeishuContacts, type FeishuContacts } from '../channels/feishu/contacts.ts';
import { ConfigError, loadConfig } from '../config.ts';
import { type RosterFile, withAccounts } from '../core/roster.ts';
import { readRoster } from '../core/roster-file.ts';
import { missingFrom, planSync, type SyncPlan } from '../core/roster-sync.ts';
import { UsageError } from './arguments.ts';
import { openLibrary } from './files.ts';

const CHANNEL = 'feishu';

/** Reads the contacts of a district's Feishu app and compares; throws `UsageError` with what is wrong. */
export async function syncRoster(store: Store, district: string, apply: boolean): Promise<string[]> {
  const file = store.rosters.current();
  if (!file) throw new UsageError([`${district} 还没有名册，请先导入：npm run roster -- import`]);
  const roster = withAccounts(file, store.accounts.all());
  const barred = new Set(store.accounts.all().flatMap((a) => (a.channel === CHANNEL && !a.person ? [a.id] : [])));
  const plan = await planFrom(contactsOf(district), roster, barred);
  if (!apply) return [...sayPlan(plan), '试运行：未写入。确认无误后加 --apply。'];
  if (plan.changes.length > 0) write(store, plan);
  return [...sayPlan(plan), plan.changes.length > 0 ? '已写入名册，重新启动后生效。' : '无须写入。'];
}

function contactsOf(district: string): FeishuContacts {
  try {
    const { feishu } = loadConfig(process.env, () => openLibrary().districts());
    const app = feishu.districts.get(district);
    if (!app) throw new UsageError([`没有设置 ${district} 的飞书应用（FEISHU_…_APP_ID 等），见 docs/接入飞书.md`]);
    const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
    return createFeishuContacts({ ...app, baseUrl: feishu.baseUrl }, () => Date.now(), wait);
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError([error.message]);
    throw error;
  }
}

/** Whose account the office has taken away (`barred`) doesn't get it back by itself. */
async function planFrom(contacts: FeishuContacts, roster: RosterFile, barred: ReadonlySet<string>): Promise<SyncPlan> {
  try {
    const all = await contacts.all();
    if (all.length === 0) throw new UsageError(['飞书通讯录中没有一个人，未作比较：请检查通讯录权限范围。']);
    const missing = new Map<string, 'left' | 'unknown'>();
    for (const [person, ids] of missingFrom(roster, CHANNEL, all)) {
      const found = await contacts.find(ids[0] ?? '');
      missing.set(person, found?.left ? 'left' : 'unknown');
    }
    const [out, present] = [true, false].map((is) => all.filter(({ ids }) => ids.some((id) => barred.has(id)) === is));
    const plan = planSync(roster, CHANNEL, present ?? [], missing);
    const lines = (out ?? []).map(({ name }) => `${name}：账号曾被取消，未恢复；需要时发给绑定码`);
    return { ...plan, unclear: [...plan.unclear, ...lines] };
  } catch (error) {
    if (error instanceof ContactsError) throw new UsageError([error.message]);
    throw error;
  }
}

/** The whole or nothing: a roster that is faulty after the changes is not taken. */
function write(store: Store, { roster, dropped }: SyncPlan): void {
  const checked = readRoster(roster, roster.district);
  if (!checked.ok) throw new UsageError(['同步后的名册有误，未写入：', ...checked.faults]);
  const at = Date.now();
  store.transaction(() => {
    store.rosters.add(checked.roster, at);
    for (const id of dropped) store.accounts.set(CHANNEL, id, null, at);
  });
}

function sayPlan({ changes, unclear, kept, untouched }: SyncPlan): string[] {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`${title}（${lines.length}）`, ...lines.map((line) => `  ${line}`)] : [];
  return [
    ...list('将要改动', changes),
    ...list('手工维护，保持不变', kept),
    ...list('请人工核对，未改动', unclear),
    `其余${untouched}人不变；职务、分管、补位、机构接收人和其他平台的账号一律不改。`,
  ];
}
