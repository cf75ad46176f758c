/** Settings from the environment, checked once at start with all faults together. */
import { z } from 'zod';
import type { ChannelName } from './core/roster.ts';
import { DISTRICTS, type DistrictId } from './core/vocabulary.ts';

/** 飞书: one district's app. */
export interface FeishuConfig {
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
}

/** 钉钉: one district's app; without a template, messages are text and answers are typed. */
export interface DingtalkConfig {
  appKey: string;
  appSecret: string;
  robotCode: string;
  cardTemplateId?: string;
  cardSecret: string;
  events?: { token: string; aesKey: string };
}

/** 企业微信、山东通: one district's app. */
export interface WecomConfig {
  corpId: string;
  agentId: string;
  secret: string;
  token: string;
  aesKey: string;
}

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
  /** Where people and platforms reach this server, without a trailing slash; `null` on one machine alone. */
  publicUrl: string | null;
  /** Messages a second and app; `null` keeps the platform's own limits. */
  sendPerSecond: number | null;
  feishu: { baseUrl: string; districts: ReadonlyMap<DistrictId, FeishuConfig> };
  dingtalk: { baseUrl: string | null; districts: ReadonlyMap<DistrictId, DingtalkConfig> };
  wecom: { baseUrl: string; districts: ReadonlyMap<DistrictId, WecomConfig> };
}

/** One wrong setting: its name, and what is expected in Chinese and English. */
export interface ConfigFault {
  name: string;
  expected: string;
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
  PUBLIC_URL: [url.nullable().default(null), '本服务的公网地址，如 https://bot.example.gov.cn (an http(s) URL)'],
  CONSOLE_CHAT: [z.enum(['on', 'off']).nullable().default(null), 'on 或 off (on or off)'],
  CONSOLE_URL: [url.nullable().default(null), '管理网页对外的网址，如 https://bangong.example (an http(s) URL)'],
  SEND_PER_SECOND: [
    z.coerce.number().int().min(1).max(1000).nullable().default(null),
    '1–1000 的整数，每秒发送条数 (an integer, messages a second)',
  ],
  FEISHU_BASE_URL: [url.default('https://open.feishu.cn'), '网址，如 https://open.feishu.cn (an http(s) URL)'],
  DINGTALK_BASE_URL: [url.nullable().default(null), '网址 (an http(s) URL)'],
  WECOM_BASE_URL: [url.default('https://qyapi.weixin.qq.com'), '网址，如 https://qyapi.weixin.qq.com (an http(s) URL)'],
} as const;

/** Keys of a district's apps by platform. An `optional` one may be absent; all others come together or not at all. */
interface KeyRule {
  pattern: RegExp;
  expected: string;
  optional?: true;
}

const ID: KeyRule = { pattern: /^[\w.-]{1,128}$/, expected: '开放平台给出的标识 (an id of letters, digits, - _ .)' };
const SECRET: KeyRule = { pattern: /^\S{1,256}$/, expected: '不含空白的密钥 (a secret without white space)' };
const AES_KEY: KeyRule = { pattern: /^[A-Za-z0-9]{43}$/, expected: '43位字母或数字 (43 letters or digits)' };
const TOKEN: KeyRule = { pattern: /^[A-Za-z0-9]{1,64}$/, expected: '字母或数字组成的 Token (letters or digits)' };
const optional = (rule: KeyRule): KeyRule => ({ ...rule, optional: true });

export const KEY_RULES = {
  feishu: { APP_ID: ID, APP_SECRET: SECRET, ENCRYPT_KEY: SECRET, VERIFICATION_TOKEN: SECRET },
  dingtalk: {
    APP_KEY: ID,
    APP_SECRET: SECRET,
    ROBOT_CODE: ID,
    CARD_TEMPLATE_ID: optional(SECRET),
    CARD_SECRET: optional(SECRET),
    TOKEN: optional(TOKEN),
    AES_KEY: optional(AES_KEY),
  },
  wecom: {
    CORP_ID: ID,
    AGENT_ID: { pattern: /^\d{1,18}$/, expected: '数字应用编号 (digits)' },
    SECRET,
    TOKEN,
    AES_KEY,
  },
} as const satisfies Record<ChannelName, Record<string, KeyRule>>;

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
  const keys = readKeys(set, [...DISTRICTS, ...moreDistricts(general.DATA_DIR)], faults);
  if (faults.length > 0) throw new ConfigError(faults);

  const anyKeys = keys.feishu.size + keys.dingtalk.size + keys.wecom.size > 0;
  return {
    port: general.PORT,
    host: general.HOST,
    dataDir: general.DATA_DIR,
    rosterDir: general.ROSTER_DIR,
    consoleChat: isLoopback(general.HOST) && (general.CONSOLE_CHAT === null ? !anyKeys : general.CONSOLE_CHAT === 'on'),
    consoleUrl: general.CONSOLE_URL,
    publicUrl: general.PUBLIC_URL,
    sendPerSecond: general.SEND_PER_SECOND,
    feishu: { baseUrl: general.FEISHU_BASE_URL, districts: mapValues(keys.feishu, feishuOf) },
    dingtalk: { baseUrl: general.DINGTALK_BASE_URL, districts: mapValues(keys.dingtalk, dingtalkOf) },
    wecom: { baseUrl: general.WECOM_BASE_URL, districts: mapValues(keys.wecom, wecomOf) },
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
    PUBLIC_URL: read('PUBLIC_URL'),
    CONSOLE_CHAT: read('CONSOLE_CHAT'),
    SEND_PER_SECOND: read('SEND_PER_SECOND'),
    CONSOLE_URL: read('CONSOLE_URL'),
    FEISHU_BASE_URL: read('FEISHU_BASE_URL'),
    DINGTALK_BASE_URL: read('DINGTALK_BASE_URL'),
    WECOM_BASE_URL: read('WECOM_BASE_URL'),
  };
}

type Keys = Record<string, string>;
type KeysByDistrict = Map<DistrictId, Keys>;

function readKeys(
  set: ReadonlyMap<string, string>,
  districts: readonly string[],
  faults: ConfigFault[],
): Record<ChannelName, KeysByDistrict> {
  const found: Record<ChannelName, KeysByDistrict> = { feishu: new Map(), dingtalk: new Map(), wecom: new Map() };
  for (const channel of CHANNELS) {
    const rules: Readonly<Record<string, KeyRule>> = KEY_RULES[channel];
    for (const district of districts) {
      const prefix = prefixOf(channel, district);
      const keys = readDistrictKeys(prefix, rules, set, faults);
      if (Object.keys(keys).length > 0) found[channel].set(district, keys);
    }
    faults.push(...strayNames(channel, rules, set, districts));
  }
  for (const [district, keys] of found.dingtalk) checkPair(prefixOf('dingtalk', district), keys, faults);
  return found;
}

const CHANNELS: readonly ChannelName[] = ['feishu', 'dingtalk', 'wecom'];

/** @example prefixOf('feishu', 'linzi') // 'FEISHU_LINZI_' */
export const prefixOf = (channel: ChannelName, district: DistrictId): string =>
  `${channel}_${district.replaceAll('-', '_')}_`.toUpperCase();

function readDistrictKeys(
  prefix: string,
  rules: Readonly<Record<string, KeyRule>>,
  set: ReadonlyMap<string, string>,
  faults: ConfigFault[],
): Keys {
  const keys: Keys = {};
  for (const [key, rule] of Object.entries(rules)) {
    const value = set.get(prefix + key);
    if (value === undefined) continue;
    keys[key] = value;
    if (!rule.pattern.test(value)) faults.push({ name: prefix + key, expected: `应为${rule.expected}` });
  }
  if (Object.keys(keys).length === 0) return keys;
  for (const [key, rule] of Object.entries(rules)) {
    if (!rule.optional && !(key in keys))
      faults.push({
        name: prefix + key,
        expected: `缺少；${prefix}* 的必填项须一并设置 (missing; set all required keys of ${prefix}* or none)`,
      });
  }
  return keys;
}

/** Event encryption (钉钉事件加密) needs both of its keys. */
function checkPair(prefix: string, keys: Keys, faults: ConfigFault[]): void {
  for (const [one, other] of [
    ['TOKEN', 'AES_KEY'],
    ['AES_KEY', 'TOKEN'],
  ] as const) {
    if (keys[one] !== undefined && keys[other] === undefined)
      faults.push({
        name: prefix + other,
        expected: `缺少；须与 ${prefix}${one} 一并设置 (missing; goes with ${prefix}${one})`,
      });
  }
}

/** Names that are nearly right: a mistyped key, or the keys of a district that doesn't exist. */
function strayNames(
  channel: ChannelName,
  rules: Readonly<Record<string, KeyRule>>,
  set: ReadonlyMap<string, string>,
  districts: readonly string[],
): ConfigFault[] {
  const known = districts.map((district) => prefixOf(channel, district)).sort((a, b) => b.length - a.length);
  const start = `${channel.toUpperCase()}_`;
  return [...set.keys()]
    .filter((name) => name.startsWith(start) && !(name in GENERAL))
    .flatMap((name) => {
      const prefix = known.find((p) => name.startsWith(p));
      if (prefix !== undefined)
        return name.slice(prefix.length) in rules
          ? []
          : [{ name, expected: `未知的设置名；可用 ${Object.keys(rules).join('、')} (unknown setting)` }];
      return Object.keys(rules).some((key) => name.endsWith(`_${key}`))
        ? [{ name, expected: `未知的区；可用 ${districts.join('、')} (unknown district)` }]
        : [];
    });
}

function mapValues<T>(keys: KeysByDistrict, of: (keys: Keys) => T): ReadonlyMap<DistrictId, T> {
  return new Map([...keys].map(([district, values]) => [district, of(values)]));
}

const feishuOf = (k: Keys): FeishuConfig => ({
  appId: k.APP_ID ?? '',
  appSecret: k.APP_SECRET ?? '',
  encryptKey: k.ENCRYPT_KEY ?? '',
  verificationToken: k.VERIFICATION_TOKEN ?? '',
});

const dingtalkOf = (k: Keys): DingtalkConfig => ({
  appKey: k.APP_KEY ?? '',
  appSecret: k.APP_SECRET ?? '',
  robotCode: k.ROBOT_CODE ?? '',
  ...(k.CARD_TEMPLATE_ID && { cardTemplateId: k.CARD_TEMPLATE_ID }),
  cardSecret: k.CARD_SECRET ?? k.APP_SECRET ?? '',
  ...(k.TOKEN && k.AES_KEY && { events: { token: k.TOKEN, aesKey: k.AES_KEY } }),
});

const wecomOf = (k: Keys): WecomConfig => ({
  corpId: k.CORP_ID ?? '',
  agentId: k.AGENT_ID ?? '',
  secret: k.SECRET ?? '',
  token: k.TOKEN ?? '',
  aesKey: k.AES_KEY ?? '',
});
