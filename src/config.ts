/** Settings from the environment, checked once at start with all faults together. */
import { z } from 'zod';
import { type ConfigFault, type DingtalkConfig, type FeishuConfig, readApps, type WecomConfig } from './config/keys.ts';
import { DISTRICTS, type DistrictId } from './core/vocabulary.ts';

export { KEY_RULES, prefixOf } from './config/keys.ts';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Where rosters are read from; `null` means the examples that the project ships. */
  rosterDir: string | null;
  /** Whether the chat page and its interface exist at all: they impersonate people. */
  consoleChat: boolean;
  /** Where people reach the console, for links to papers; `null` leaves the links out. */
  consoleUrl: string | null;
  /** Signs the cookies of people who signed in to the console; `null` keeps its records to the machine itself. */
  sessionSecret: string | null;
  /** Where people and platforms reach this server, without a trailing slash; `null` on one machine alone. */
  publicUrl: string | null;
  /** 保存期限, in days, of messages and what was answered. */
  retentionDays: number;
  /** Messages a second and app; `null` keeps the platform's own limits. */
  sendPerSecond: number | null;
  feishu: { baseUrl: string; districts: ReadonlyMap<DistrictId, FeishuConfig> };
  dingtalk: { baseUrl: string | null; districts: ReadonlyMap<DistrictId, DingtalkConfig> };
  wecom: { baseUrl: string; districts: ReadonlyMap<DistrictId, WecomConfig> };
}

export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(`设置有误，未启动 (invalid settings)：\n${faults.map((f) => `  ${f.name}：${f.expected}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const url = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''));

const retention = z.coerce.number().int().min(30).max(3650).default(400);
const RETENTION_EXPECTED = '30–3650 的整数，保存天数，如 400 (an integer, days)';

/** `RETENTION_DAYS` by itself, for commands that need no other setting; throws `ConfigError`. */
export function retentionDaysOf(env: Environment): number {
  const parsed = retention.safeParse(env.RETENTION_DAYS?.trim() || undefined);
  if (!parsed.success) throw new ConfigError([{ name: 'RETENTION_DAYS', expected: `应为${RETENTION_EXPECTED}` }]);
  return parsed.data;
}

/** Settings of the whole server: what each has to be, and the words for it when it isn't. */
const GENERAL = {
  PORT: [
    z.coerce.number().int().min(0).max(65535).default(3000),
    '0–65535 的整数端口号，如 3000 (an integer port number)',
  ],
  HOST: [
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default('127.0.0.1'),
    '监听地址，如 127.0.0.1 (an address or host name to listen on)',
  ],
  DATA_DIR: [z.string().default('./data'), '数据目录，如 ./data (a directory)'],
  ROSTER_DIR: [z.string().nullable().default(null), '名册目录 (a directory of <district>.json)'],
  SESSION_SECRET: [
    z
      .string()
      .regex(/^\S{32,256}$/)
      .nullable()
      .default(null),
    '至少32位、不含空白的随机字符 (at least 32 characters without white space)',
  ],
  PUBLIC_URL: [url.nullable().default(null), '本服务的公网地址，如 https://bot.example.gov.cn (an http(s) URL)'],
  CONSOLE_CHAT: [z.enum(['on', 'off']).nullable().default(null), 'on 或 off (on or off)'],
  CONSOLE_URL: [url.nullable().default(null), '管理网页对外的网址，如 https://bangong.example (an http(s) URL)'],
  RETENTION_DAYS: [retention, RETENTION_EXPECTED],
  SEND_PER_SECOND: [
    z.coerce.number().int().min(1).max(1000).nullable().default(null),
    '1–1000 的整数，每秒发送条数 (an integer, messages a second)',
  ],
  FEISHU_BASE_URL: [url.default('https://open.feishu.cn'), '网址，如 https://open.feishu.cn (an http(s) URL)'],
  DINGTALK_BASE_URL: [url.nullable().default(null), '网址 (an http(s) URL)'],
  WECOM_BASE_URL: [url.default('https://qyapi.weixin.qq.com'), '网址，如 https://qyapi.weixin.qq.com (an http(s) URL)'],
} as const;

/** Every general setting's name, for `.env.example` and its test. */
export const GENERAL_NAMES: readonly string[] = Object.keys(GENERAL);

/**
 * Reads and checks the settings; throws `ConfigError` with every fault. An empty variable counts as unset.
 * `moreDistricts` names districts that users have added under the data directory.
 */
export function loadConfig(env: Environment, moreDistricts: (dataDir: string) => readonly string[] = () => []): Config {
  const faults: ConfigFault[] = [];
  const set = new Map(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : [])),
  );
  const general = readGeneral(set, faults);
  const districts = new Set([...DISTRICTS, ...moreDistricts(general.DATA_DIR)]);
  const apps = readApps(set, [...districts], GENERAL_NAMES, faults);
  if (general.SESSION_SECRET !== null && general.PUBLIC_URL === null && general.CONSOLE_URL === null)
    faults.push({
      name: 'PUBLIC_URL',
      expected: '缺少；设置 SESSION_SECRET 开放登录时须写明公网地址 (missing; goes with SESSION_SECRET)',
    });
  if (faults.length > 0) throw new ConfigError(faults);

  const anyKeys = apps.feishu.size + apps.dingtalk.size + apps.wecom.size > 0;
  return {
    port: general.PORT,
    host: general.HOST,
    dataDir: general.DATA_DIR,
    rosterDir: general.ROSTER_DIR,
    consoleChat: isLoopback(general.HOST) && (general.CONSOLE_CHAT === null ? !anyKeys : general.CONSOLE_CHAT === 'on'),
    consoleUrl: general.CONSOLE_URL,
    sessionSecret: general.SESSION_SECRET,
    publicUrl: general.PUBLIC_URL,
    retentionDays: general.RETENTION_DAYS,
    sendPerSecond: general.SEND_PER_SECOND,
    feishu: { baseUrl: general.FEISHU_BASE_URL, districts: apps.feishu },
    dingtalk: { baseUrl: general.DINGTALK_BASE_URL, districts: apps.dingtalk },
    wecom: { baseUrl: general.WECOM_BASE_URL, districts: apps.wecom },
  };
}

/** 本机地址 */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

type General = { [N in keyof typeof GENERAL]: z.output<(typeof GENERAL)[N][0]> };

function readGeneral(set: ReadonlyMap<string, string>, faults: ConfigFault[]): General {
  const read = <N extends keyof General>(name: N): General[N] => {
    const [schema, expected] = GENERAL[name];
    const parsed = schema.safeParse(set.get(name));
    if (!parsed.success) faults.push({ name, expected: `应为${expected}` });
    return (parsed.success ? parsed.data : schema.parse(undefined)) as General[N];
  };
  return {
    PORT: read('PORT'),
    HOST: read('HOST'),
    DATA_DIR: read('DATA_DIR'),
    ROSTER_DIR: read('ROSTER_DIR'),
    SESSION_SECRET: read('SESSION_SECRET'),
    PUBLIC_URL: read('PUBLIC_URL'),
    CONSOLE_CHAT: read('CONSOLE_CHAT'),
    RETENTION_DAYS: read('RETENTION_DAYS'),
    SEND_PER_SECOND: read('SEND_PER_SECOND'),
    CONSOLE_URL: read('CONSOLE_URL'),
    FEISHU_BASE_URL: read('FEISHU_BASE_URL'),
    DINGTALK_BASE_URL: read('DINGTALK_BASE_URL'),
    WECOM_BASE_URL: read('WECOM_BASE_URL'),
  };
}
