/** 密钥: which keys each platform's app has, read and checked by district. */
import type { ChannelName } from '../core/roster.ts';
import type { DistrictId } from '../core/vocabulary.ts';

/** 飞书: one district's app. */
export interface FeishuConfig {
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
  /** 长连接 as well as webhooks. */
  longConnection?: boolean;
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

/** One wrong setting: its name, and what is expected in Chinese and English. */
export interface ConfigFault {
  name: string;
  expected: string;
}

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
  feishu: {
    APP_ID: ID,
    APP_SECRET: SECRET,
    ENCRYPT_KEY: SECRET,
    VERIFICATION_TOKEN: SECRET,
    LONG_CONNECTION: { pattern: /^(?:on|off)$/, expected: ' on 或 off (on or off)', optional: true },
  },
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

type Keys = Record<string, string>;
type KeysByDistrict = Map<DistrictId, Keys>;

/** Every district's apps by platform. */
export interface Apps {
  feishu: ReadonlyMap<DistrictId, FeishuConfig>;
  dingtalk: ReadonlyMap<DistrictId, DingtalkConfig>;
  wecom: ReadonlyMap<DistrictId, WecomConfig>;
}

/** Reads and checks the keys of all apps, adding to `faults`; `general` names settings that only look like keys. */
export function readApps(
  set: ReadonlyMap<string, string>,
  districts: readonly string[],
  general: readonly string[],
  faults: ConfigFault[],
): Apps {
  const keys = readKeys(set, districts, general, faults);
  return {
    feishu: mapValues(keys.feishu, feishuOf),
    dingtalk: mapValues(keys.dingtalk, dingtalkOf),
    wecom: mapValues(keys.wecom, wecomOf),
  };
}

function readKeys(
  set: ReadonlyMap<string, string>,
  districts: readonly string[],
  general: readonly string[],
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
    faults.push(...strayNames(channel, rules, set, districts, general));
  }
  for (const [district, keys] of found.feishu) checkLongConnection(prefixOf('feishu', district), keys, faults);
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

/** 长连接: the platform's connections are for apps with ids of this form alone. */
function checkLongConnection(prefix: string, keys: Keys, faults: ConfigFault[]): void {
  if (keys.LONG_CONNECTION === 'on' && !/^cli_[0-9a-f]{16}$/i.test(keys.APP_ID ?? ''))
    faults.push({
      name: `${prefix}APP_ID`,
      expected: '使用长连接时应为 cli_ 加16位十六进制数 (cli_ and 16 hex digits for a long connection)',
    });
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
  general: readonly string[],
): ConfigFault[] {
  const known = districts.map((district) => prefixOf(channel, district)).sort((a, b) => b.length - a.length);
  const start = `${channel.toUpperCase()}_`;
  return [...set.keys()]
    .filter((name) => name.startsWith(start) && !general.includes(name))
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
  ...(k.LONG_CONNECTION === 'on' && { longConnection: true }),
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
