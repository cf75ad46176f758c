/** The platforms that a district is connected to. */
import type { Channel } from '../channels/channel.ts';
import { createDingtalkChannel } from '../channels/dingtalk/index.ts';
import type { FeishuApi, FeishuApp } from '../channels/feishu/client.ts';
import { createFeishuChannel } from '../channels/feishu/index.ts';
import { createWecomChannel } from '../channels/wecom/index.ts';
import type { Config } from '../config.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelName, Roster } from '../core/roster.ts';

/** The channels whose keys a district has; `feishuApi` calls Feishu, by the official SDK where none is given. */
export function channelsOf(
  config: Config,
  district: string,
  now: () => Instant,
  feishuApi?: (app: FeishuApp, now: () => Instant) => FeishuApi,
): Channel[] {
  const rate = config.sendPerSecond === null ? {} : { perSecond: config.sendPerSecond };
  const feishu = config.feishu.districts.get(district);
  const dingtalk = config.dingtalk.districts.get(district);
  const wecom = config.wecom.districts.get(district);
  const feishuApp = feishu && { ...feishu, baseUrl: config.feishu.baseUrl, ...rate };
  return [
    ...(feishuApp ? [createFeishuChannel(feishuApp, now, feishuApi?.(feishuApp, now))] : []),
    ...(dingtalk ? [createDingtalkChannel({ ...dingtalk, baseUrl: config.dingtalk.baseUrl, ...rate }, now)] : []),
    ...(wecom ? [createWecomChannel({ ...wecom, baseUrl: config.wecom.baseUrl, ...rate }, now)] : []),
  ];
}

/** On which platform each person of a roster is reached: the first of these where they have an account. */
export function reachedOn(channels: readonly Channel[], { file }: Roster): ReadonlyMap<string, ChannelName> {
  const reached = new Map<string, ChannelName>();
  for (const { name } of channels)
    for (const person of Object.values(file.channels?.[name] ?? {}))
      if (!reached.has(person)) reached.set(person, name);
  return reached;
}
