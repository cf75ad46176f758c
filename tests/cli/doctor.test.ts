/** `npm run doctor` against the stand-ins of the platforms and a server of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { diagnose } from '../../src/cli/doctor/diagnose.ts';
import { type Finding, lineOf } from '../../src/cli/doctor/finding.ts';
import { exampleRoster } from '../../src/cli/files.ts';
import { sha256 } from '../../src/cli/rehearsal.ts';
import type { RosterFile } from '../../src/core/roster.ts';
import { DINGTALK_KEYS } from '../support/dingtalk-events.ts';
import { DingtalkPlatform } from '../support/dingtalk-platform.ts';
import { FEISHU_KEYS } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { ServerProcess } from '../support/server.ts';
import { WECOM_KEYS } from '../support/wecom-events.ts';
import { WecomPlatform } from '../support/wecom-platform.ts';

const ROOT = join(import.meta.dirname, '../..');
const feishu = new FeishuPlatform();
const dingtalk = new DingtalkPlatform();
const wecom = new WecomPlatform();
let keys: Record<string, string>;
let folder: string;

beforeAll(async () => {
  keys = {
    FEISHU_BASE_URL: await feishu.listen(),
    FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
    FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
    FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
    FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
    DINGTALK_BASE_URL: await dingtalk.listen(),
    DINGTALK_LINZI_APP_KEY: DINGTALK_KEYS.appKey,
    DINGTALK_LINZI_APP_SECRET: DINGTALK_KEYS.appSecret,
    DINGTALK_LINZI_ROBOT_CODE: DINGTALK_KEYS.robotCode,
    DINGTALK_LINZI_TOKEN: DINGTALK_KEYS.events.token,
    DINGTALK_LINZI_AES_KEY: DINGTALK_KEYS.events.aesKey,
    WECOM_BASE_URL: await wecom.listen(),
    WECOM_LINZI_CORP_ID: WECOM_KEYS.corpId,
    WECOM_LINZI_AGENT_ID: WECOM_KEYS.agentId,
    WECOM_LINZI_SECRET: WECOM_KEYS.secret,
    WECOM_LINZI_TOKEN: WECOM_KEYS.token,
    WECOM_LINZI_AES_KEY: WECOM_KEYS.aesKey,
  };
});
afterAll(() => Promise.all([feishu.close(), dingtalk.close(), wecom.close()]));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function findings(env: Record<string, string> = {}, now = () => Date.now()): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of diagnose({ DATA_DIR: join(folder, 'data'), ...env }, now)) found.push(finding);
  return found;
}
const bad = (found: readonly Finding[]): string[] =>
  found.filter((f) => f.mark === 'bad').map((f) => `${f.about}：${f.says}`);
const about = (found: readonly Finding[], words: string): Finding[] => found.filter((f) => f.about.includes(words));

/** A database with a roster, an audit row and whatever a test does to it. */
function database(roster: RosterFile, change: (store: ReturnType<typeof openStore>) => void = () => undefined): string {
  mkdirSync(join(folder, 'data'), { recursive: true });
  const file = join(folder, 'data', 'linzi.sqlite');
  const { db, close } = openDatabase(file);
  const store = openStore(db);
  store.rosters.add(roster, 0);
  for (const action of ['一', '二']) {
    const entry = { at: 0, actor: 'bot', action, subject: null, detail: {} };
    store.audit.add({ ...entry, hash: sha256(store.audit.head() + JSON.stringify(entry)) });
  }
  change(store);
  close();
  return file;
}

const example = exampleRoster('linzi');
/** Everybody has an account, and nobody is of the example. */
const own: RosterFile = {
  ...example,
  people: example.people.map((p) => ({ ...p, name: `${p.name}甲` })),
  channels: { feishu: Object.fromEntries(example.people.map((p) => [`u_${p.id}`, p.id])) },
};

describe('without any platform', () => {
  test('nothing is wrong, and nothing is asked of the network', async () => {
    const found = await findings();
    expect(bad(found)).toEqual([]);
    expect(found.map((f) => f.about)).toEqual(['设置', '数据目录', '放假安排', '名册', '办公平台', '回调地址']);
  });

  test('as a command it ends with 0, and with 1 and every wrong setting named when there are some', () => {
    const run = (env: Record<string, string>) =>
      spawnSync(process.execPath, ['src/cli/doctor.ts'], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), ...env },
        encoding: 'utf8',
      });
    const well = run({});
    expect([well.status, well.stderr]).toEqual([0, '']);
    expect(well.stdout).toContain('✓ 设置');
    const ill = run({ PORT: 'abc', HOST: 'a b', FEISHU_LINZI_APP_ID: 'x' });
    expect(ill.status).toBe(1);
    for (const name of ['PORT', 'HOST', 'FEISHU_LINZI_APP_SECRET', 'FEISHU_LINZI_ENCRYPT_KEY'])
      expect(ill.stdout).toContain(`✗ 设置：${name} 有误`);
    expect(ill.stdout).toContain('0–65535');
  });
});

describe('the platforms', () => {
  const app = (found: readonly Finding[]): Finding[] => found.filter((f) => /飞书|钉钉|企业微信/.test(f.about));

  test('give tokens, know the app, and let it do what it has to', async () => {
    const found = app(await findings(keys));
    expect(bad(found)).toEqual([]);
    expect(about(found, '密钥').map((f) => f.mark)).toEqual(['good', 'good', 'good']);
    expect(about(found, '时钟').map((f) => f.mark)).toEqual(['good', 'good', 'good']);
    expect(dingtalk.messages).toEqual([]);
  });

  test('refuse wrong secrets, which are printed nowhere', async () => {
    const secret = 'wrong-secret-4711';
    const wrong = { FEISHU_LINZI_APP_SECRET: secret, DINGTALK_LINZI_APP_SECRET: secret, WECOM_LINZI_SECRET: secret };
    const found = app(await findings({ ...keys, ...wrong }));
    expect(about(found, '密钥').map((f) => f.mark)).toEqual(['bad', 'bad', 'bad']);
    expect(found.map((f) => f.remedy).join()).toMatch(/APP_SECRET.*APP_SECRET.*_SECRET/s);
    const printed = (await findings({ ...keys, ...wrong })).map(lineOf).join('\n');
    for (const value of [
      secret,
      ...Object.entries(keys).flatMap(([name, v]) => (/SECRET|TOKEN|KEY$/.test(name) ? [v] : [])),
    ])
      expect(printed).not.toContain(value);
  });

  test('that are away are said to be', async () => {
    const found = await findings({ ...keys, FEISHU_BASE_URL: 'http://127.0.0.1:9' });
    expect(bad(about(found, '飞书（linzi）密钥'))).toEqual([expect.stringContaining('连不上平台')]);
  });

  test('say which permission is missing, and what to open', async () => {
    const { scopes } = feishu;
    feishu.scopes = ['im:message.p2p_msg:readonly'];
    dingtalk.forbidden = true;
    wecom.agentRefusal = 60020;
    const found = await findings(keys);
    feishu.scopes = scopes;
    dingtalk.forbidden = false;
    wecom.agentRefusal = undefined;
    const faults = found.filter((f) => f.mark === 'bad' && /权限|应用/.test(f.about));
    expect(faults.map((f) => f.remedy)).toEqual([
      expect.stringContaining('im:message.group_at_msg:readonly'),
      expect.stringContaining('im:message:send_as_bot'),
      expect.stringContaining('企业内机器人发送消息权限'),
      expect.stringContaining('企业可信IP'),
    ]);
  });

  test.each([
    [2_000, 'good'],
    [60_000, 'warning'],
    [-600_000, 'bad'],
  ])('tell a clock that is %i ms off', async (offMs, mark) => {
    const found = await findings(keys, () => Date.now() + offMs);
    expect(about(found, '飞书（linzi）时钟').map((f) => f.mark)).toEqual([mark]);
  });
});

describe('the callback address', () => {
  test('answers the check of every platform; another key does not', async () => {
    const server = new ServerProcess({}, keys);
    await server.start();
    try {
      const found = await findings({ ...keys, PUBLIC_URL: server.address });
      expect(about(found, '回调地址').map((f) => f.mark)).toEqual(['good', 'good', 'good']);
      const other = { FEISHU_LINZI_ENCRYPT_KEY: 'other', WECOM_LINZI_TOKEN: 'other', DINGTALK_LINZI_TOKEN: 'other' };
      const wrong = await findings({ ...keys, ...other, PUBLIC_URL: server.address });
      expect(about(wrong, '回调地址').map((f) => f.mark)).toEqual(['bad', 'bad', 'bad']);
    } finally {
      await server.remove();
    }
    const gone = await findings({ ...keys, PUBLIC_URL: server.address });
    expect(bad(about(gone, '回调地址'))).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('打不开')));
  });

  test('that is not set is asked for', async () => {
    expect(about(await findings(keys), '回调地址').map((f) => f.mark)).toEqual(['warning']);
  });
});

describe('a database', () => {
  test('that is well says so', async () => {
    database(own);
    const found = await findings();
    expect(bad(found)).toEqual([]);
    expect(about(found, 'linzi').map((f) => [f.about, f.mark])).toEqual([
      ['数据库（linzi）', 'good'],
      ['数据库（linzi）', 'good'],
      ['审计（linzi）', 'good'],
      ['发送（linzi）', 'good'],
      ['发送（linzi）', 'good'],
      ['名册（linzi）', 'good'],
    ]);
  });

  test('whose audit was changed says where', async () => {
    const file = database(own);
    const connection = new Database(file);
    connection.exec("update audit set action = '三' where seq = 2");
    connection.close();
    expect(bad(await findings())).toEqual([expect.stringContaining('审计（linzi）：第2条')]);
  });

  test('that is no database says so, and the other checks go on', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'linzi.sqlite'), 'x'.repeat(5000));
    const found = await findings();
    expect(bad(found)).toEqual([expect.stringContaining('打不开')]);
    expect(about(found, '放假安排')).toHaveLength(1);
  });

  test('with a page overwritten is found out', async () => {
    const file = database(own, (store) => {
      for (let i = 0; i < 500; i += 1) store.meta.set(`key-${i}`, 'x'.repeat(200));
    });
    const copy = new Database(file);
    copy.pragma('wal_checkpoint(TRUNCATE)');
    const [{ root } = { root: 0 }] = copy
      .prepare("select rootpage as root from sqlite_master where name = 'meta'")
      .all() as { root: number }[];
    const size = copy.pragma('page_size', { simple: true }) as number;
    copy.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, (root - 1) * size, root * size);
    writeFileSync(file, bytes);
    expect(bad(await findings()).join()).toMatch(/数据库（linzi）：(?:完整性检查未通过|读取出错|打不开)/);
  });

  test('with sends that were given up, or wait for long, asks for them', async () => {
    database(own, (store) => {
      const row = { at: 0, to: 'mayor', status: 'notice', about: 'leave', text: '', attempts: 1 } as const;
      const rest = { clauses: [], quotes: [], buttons: [], channel: 'feishu' };
      store.outbox.add({ ...row, ...rest, state: 'uncertain' }, 0);
      store.outbox.add({ ...row, ...rest, state: 'pending' }, 0);
    });
    expect(about(await findings(), '发送').map((f) => [f.mark, f.says])).toEqual([
      ['warning', '有消息等待发送已超过10分钟'],
      ['warning', '1件待核实或发送失败'],
    ]);
  });
});

describe('rosters', () => {
  test('an example where a platform is connected is a fault; one without accounts asks for them', async () => {
    database(example);
    expect(bad(about(await findings(keys), '名册'))).toEqual(['名册（linzi）：已接入办公平台，但仍是示例名册']);
  });

  test('people without accounts are counted, an office that nobody reaches is a fault', async () => {
    database({ ...own, channels: { feishu: { u_mayor: 'mayor' } } });
    const found = about(await findings(keys), '名册');
    expect(found.map((f) => f.mark)).toEqual(['good', 'warning', 'bad']);
    expect(found[2]?.says).toContain('收不到任何通知');
  });

  test('a faulty file is named with all its faults before the first start', async () => {
    const rosters = join(folder, 'rosters');
    mkdirSync(rosters);
    const twice = { ...own, people: [...own.people, ...own.people.slice(0, 2)] };
    writeFileSync(join(rosters, 'linzi.json'), JSON.stringify(twice));
    const found = bad(await findings({ ROSTER_DIR: rosters }));
    expect(found.filter((says) => says.includes('重复')).length).toBeGreaterThanOrEqual(2);
    expect(bad(await findings({ ROSTER_DIR: join(folder, 'nowhere') }))).toEqual([expect.stringContaining('不存在')]);
  });

  test('an imported calendar that is broken is a fault', async () => {
    mkdirSync(join(folder, 'data', 'calendar'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(folder, 'data', 'calendar', '2027.json'));
    expect(bad(await findings())).toEqual([expect.stringContaining('放假安排：')]);
  });
});
