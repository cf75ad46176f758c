import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, GENERAL_NAMES, KEY_RULES, loadConfig } from '../src/config.ts';

const FEISHU = {
  FEISHU_LINZI_APP_ID: 'cli_1',
  FEISHU_LINZI_APP_SECRET: 's1',
  FEISHU_LINZI_ENCRYPT_KEY: 'e1',
  FEISHU_LINZI_VERIFICATION_TOKEN: 'v1',
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map((f) => f.name).sort();
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('without any, the server runs on this machine alone, with the chat page and without channels', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      rosterDir: null,
      consoleChat: true,
      publicUrl: null,
      sessionSecret: null,
      sendPerSecond: null,
    });
    expect(config.feishu.baseUrl).toBe('https://open.feishu.cn');
    expect(config.feishu.districts.size + config.dingtalk.districts.size + config.wecom.districts.size).toBe(0);
  });

  test('an empty variable counts as unset', () => {
    expect(loadConfig({ PORT: '', FEISHU_LINZI_APP_ID: ' ' })).toEqual(loadConfig({}));
  });

  test("a district's app is read whole, and takes the chat page away", () => {
    const config = loadConfig({ ...FEISHU, FEISHU_BASE_URL: 'http://127.0.0.1:9000/' });
    expect(config.feishu.baseUrl).toBe('http://127.0.0.1:9000');
    expect(config.feishu.districts.get('linzi')).toEqual({
      appId: 'cli_1',
      appSecret: 's1',
      encryptKey: 'e1',
      verificationToken: 'v1',
    });
    expect(config.consoleChat).toBe(false);
    expect(loadConfig({ ...FEISHU, CONSOLE_CHAT: 'on' }).consoleChat).toBe(true);
  });

  test('the chat page exists on a loopback address only', () => {
    expect(loadConfig({ HOST: '0.0.0.0', CONSOLE_CHAT: 'on' }).consoleChat).toBe(false);
    expect(loadConfig({ HOST: '127.0.0.2' }).consoleChat).toBe(true);
    expect(loadConfig({ CONSOLE_CHAT: 'off' }).consoleChat).toBe(false);
  });

  test('DingTalk needs three keys, and event encryption both of its own', () => {
    const needed = { DINGTALK_LAIWU_APP_KEY: 'k', DINGTALK_LAIWU_APP_SECRET: 's', DINGTALK_LAIWU_ROBOT_CODE: 'r' };
    expect(loadConfig(needed).dingtalk.districts.get('laiwu')).toEqual({
      appKey: 'k',
      appSecret: 's',
      robotCode: 'r',
      cardSecret: 's',
    });
    expect(faultsOf({ ...needed, DINGTALK_LAIWU_TOKEN: 't' })).toEqual(['DINGTALK_LAIWU_AES_KEY']);
    expect(faultsOf({ DINGTALK_LAIWU_CARD_TEMPLATE_ID: 't' })).toEqual(Object.keys(needed).sort());
  });

  test('WeCom needs five', () => {
    const keys = {
      CORP_ID: 'ww1',
      AGENT_ID: '1000002',
      SECRET: 's',
      TOKEN: 'QDG6eK',
      AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    };
    const env = Object.fromEntries(Object.entries(keys).map(([key, value]) => [`WECOM_PENGLAI_${key}`, value]));
    expect(loadConfig(env).wecom.districts.get('penglai')).toMatchObject({ corpId: 'ww1', agentId: '1000002' });
    expect(faultsOf({ ...env, WECOM_PENGLAI_AES_KEY: 'short' })).toEqual(['WECOM_PENGLAI_AES_KEY']);
  });

  test('a district that users have added has keys of its own', () => {
    const env = {
      FEISHU_NEW_TOWN_APP_ID: 'a',
      FEISHU_NEW_TOWN_APP_SECRET: 'b',
      FEISHU_NEW_TOWN_ENCRYPT_KEY: 'c',
      FEISHU_NEW_TOWN_VERIFICATION_TOKEN: 'd',
    };
    expect(loadConfig(env, () => ['new-town']).feishu.districts.has('new-town')).toBe(true);
    expect(faultsOf(env)).toHaveLength(4);
  });

  test('a fault is named once, though the library lists the districts of the project as well', () => {
    const load = () => loadConfig({ FEISHU_LINZI_APP_ID: 'cli_1' }, () => ['linzi', 'new-town']);
    expect(load).toThrow(ConfigError);
    try {
      load();
    } catch (error) {
      expect((error as ConfigError).faults).toHaveLength(3);
    }
  });
});

describe('a start is refused', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['HOST', 'a b'],
    ['CONSOLE_CHAT', 'yes'],
    ['PUBLIC_URL', 'bot.example'],
    ['SESSION_SECRET', 'short'],
    ['SEND_PER_SECOND', '0'],
    ['SEND_PER_SECOND', 'fast'],
    ['FEISHU_BASE_URL', 'open.feishu.cn'],
    ['DINGTALK_BASE_URL', 'ftp://a'],
    ['WECOM_BASE_URL', 'nonsense'],
  ])('for %s=%s', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([name]);
  });

  test('for every part of the keys that is missing', () => {
    for (const name of Object.keys(FEISHU)) {
      const { [name]: _, ...rest } = FEISHU as Record<string, string>;
      expect(faultsOf(rest)).toEqual([name]);
    }
  });

  test('for a long connection of an app whose id the platform does not connect', () => {
    const on = { ...FEISHU, FEISHU_LINZI_LONG_CONNECTION: 'on' };
    expect(faultsOf(on)).toEqual(['FEISHU_LINZI_APP_ID']);
    expect(faultsOf({ ...on, FEISHU_LINZI_LONG_CONNECTION: 'yes' })).toEqual(['FEISHU_LINZI_LONG_CONNECTION']);
    const app = { ...on, FEISHU_LINZI_APP_ID: 'cli_0123456789abcdef' };
    expect(loadConfig(app).feishu.districts.get('linzi')).toMatchObject({ longConnection: true });
    expect(loadConfig(FEISHU).feishu.districts.get('linzi')).not.toHaveProperty('longConnection');
  });

  test('for mistyped names', () => {
    expect(faultsOf({ ...FEISHU, FEISHU_LINZI_APPID: 'x' })).toEqual(['FEISHU_LINZI_APPID']);
    expect(faultsOf({ FEISHU_LINZ_APP_ID: 'x' })).toEqual(['FEISHU_LINZ_APP_ID']);
    expect(faultsOf({ WECOM_LOG_LEVEL: 'x' })).toEqual([]);
  });

  test('with all faults at once, and without any value in the message', () => {
    const secret = 'geheim wort';
    const env = { PORT: 'x', HOST: ' a b', FEISHU_LINZI_APP_SECRET: secret };
    expect(faultsOf(env)).toEqual([
      'FEISHU_LINZI_APP_ID',
      'FEISHU_LINZI_APP_SECRET',
      'FEISHU_LINZI_ENCRYPT_KEY',
      'FEISHU_LINZI_VERIFICATION_TOKEN',
      'HOST',
      'PORT',
    ]);
    expect(() => loadConfig(env)).toThrow(/PORT：应为.*\n.*HOST/);
    expect(() => loadConfig(env)).not.toThrow(secret);
  });
});

test('.env.example names every setting and is itself a valid one', () => {
  const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
  const keys = Object.entries(KEY_RULES).flatMap(([channel, rules]) =>
    Object.keys(rules).map((key) => `${channel.toUpperCase()}_LINZI_${key}`),
  );
  for (const name of [...GENERAL_NAMES, ...keys]) expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  const set = example
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => line.split('=') as [string, string]);
  expect(faultsOf(Object.fromEntries(set))).toEqual([]);
});
