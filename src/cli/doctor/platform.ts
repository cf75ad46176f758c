/** 密钥、时钟、权限: asks each platform for a token, for its time, and with it something harmless. */
import { addressesOf } from '../../channels/dingtalk/http.ts';
import { type Answer, CallFailure, type CallRequest, exchange } from '../../channels/exchange.ts';
import { fields, listOf, parseJson, textOf } from '../../channels/json.ts';
import { type Config, prefixOf } from '../../config.ts';
import { CHANNELS, type ChannelName } from '../../core/roster.ts';
import { bad, type Finding, good, skipped, warning } from './finding.ts';

const CALL_MS = 6_000;
/** Beyond this, signed calls may be taken for forged ones or for stale ones. */
const WORST_SKEW_MS = 5 * 60_000;
const SMALL_SKEW_MS = 30_000;

const FEISHU_SCOPES: readonly { names: readonly string[]; use: string; optional?: true }[] = [
  { names: ['im:message.p2p_msg:readonly', 'im:message.p2p_msg', 'im:message'], use: '读取单聊消息' },
  {
    names: ['im:message.group_at_msg:readonly', 'im:message.group_at_msg', 'im:message'],
    use: '读取群里 @ 机器人的消息',
  },
  { names: ['im:message:send_as_bot', 'im:message'], use: '发送消息和卡片' },
  { names: ['contact:user.employee_id:readonly'], use: '按 user_id 登记名册', optional: true },
];
const GRANTED = 1;

/** Beginning of a path to a platform's answer, and what to do when it doesn't come. */
interface Reached {
  answer: Answer;
  body: unknown;
  /** The platform's clock ahead of this one's, in ms; `undefined` where it tells no time. */
  skewMs: number | undefined;
}

/** The findings of every app that has keys. */
export async function checkPlatforms(config: Config, now: () => number): Promise<Finding[]> {
  const apps = [
    ...[...config.feishu.districts].map(
      ([id, app]) =>
        () =>
          checkFeishu(id, app, config.feishu.baseUrl, now),
    ),
    ...[...config.dingtalk.districts].map(
      ([id, app]) =>
        () =>
          checkDingtalk(id, app, config.dingtalk.baseUrl, now),
    ),
    ...[...config.wecom.districts].map(
      ([id, app]) =>
        () =>
          checkWecom(id, app, config.wecom.baseUrl, now),
    ),
  ];
  if (apps.length === 0) return [skipped('办公平台', '尚未接入，密钥、权限和时钟未核对')];
  const found: Finding[] = [];
  for (const check of apps) found.push(...(await check()));
  return found;
}

const nameOf = (channel: ChannelName, district: string): string => `${CHANNELS[channel]}（${district}）`;

async function reach(url: string, request: CallRequest, now: () => number): Promise<Reached | CallFailure> {
  const before = now();
  try {
    const answer = await exchange(url, request, AbortSignal.timeout(CALL_MS), now);
    const told = Date.parse(answer.headers.get('date') ?? '');
    // The header has whole seconds: on average half a second is cut off.
    const skewMs = Number.isNaN(told) ? undefined : told + 500 - (before + now()) / 2;
    return { answer, body: parseJson(answer.text), skewMs };
  } catch (error) {
    return error instanceof CallFailure ? error : new CallFailure({ reason: 'unknown' });
  }
}

const unreachable = (about: string, failure: CallFailure, setting: string): Finding =>
  bad(about, `连不上平台（${failure.message}）`, `检查本机能否访问外网的 443 端口、代理和防火墙，以及 ${setting}`);

function clockFinding(about: string, { skewMs }: Reached): Finding {
  const name = `${about}时钟`;
  if (skewMs === undefined) return skipped(name, '平台的应答没有时间，未核对');
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const says = `与平台相差约${seconds}秒`;
  const remedy = '校准本机时间（如启用 chrony 或 ntpd）；相差过大时平台的消息会被当作伪造或过期而拒收';
  if (Math.abs(skewMs) > WORST_SKEW_MS) return bad(name, says, remedy);
  return Math.abs(skewMs) > SMALL_SKEW_MS ? warning(name, says, remedy) : good(name, says);
}

const codeOf = (body: unknown, field: string): string => String(fields(body)[field] ?? '无');

/** No token: the platform answered, so its clock is known, and the keys are wrong. */
const noToken = (about: string, reached: Reached, answered: string, remedy: string): Finding[] => [
  clockFinding(about, reached),
  bad(`${about}密钥`, `取不到令牌（${answered}）`, remedy),
];

const httpAnswer = ({ answer, body }: Reached): string => `HTTP ${answer.status}，代码 ${codeOf(body, 'code')}`;

async function checkFeishu(
  district: string,
  app: { appId: string; appSecret: string },
  baseUrl: string,
  now: () => number,
): Promise<Finding[]> {
  const about = nameOf('feishu', district);
  const prefix = prefixOf('feishu', district);
  const request = { method: 'POST', body: { app_id: app.appId, app_secret: app.appSecret } };
  const reached = await reach(`${baseUrl}/open-apis/auth/v3/tenant_access_token/internal`, request, now);
  if (reached instanceof CallFailure) return [unreachable(`${about}密钥`, reached, 'FEISHU_BASE_URL')];
  const token = textOf(reached.body, 'tenant_access_token');
  if (token === undefined)
    return noToken(
      about,
      reached,
      httpAnswer(reached),
      `在开放平台“凭证与基础信息”核对 ${prefix}APP_ID 与 ${prefix}APP_SECRET，并确认应用已启用、IP 白名单含本机`,
    );
  const call = (path: string) =>
    reach(`${baseUrl}/open-apis/${path}`, { method: 'GET', headers: { authorization: `Bearer ${token}` } }, now);
  return [
    clockFinding(about, reached),
    good(`${about}密钥`, '令牌已取得'),
    botFinding(`${about}机器人`, await call('bot/v3/info')),
    ...scopeFindings(`${about}权限`, await call('application/v6/scopes')),
  ];
}

function botFinding(about: string, reached: Reached | CallFailure): Finding {
  const found = reached instanceof CallFailure ? undefined : textOf(fields(reached.body).bot, 'open_id');
  if (found !== undefined) return good(about, '机器人能力已启用');
  const why = reached instanceof CallFailure ? reached.message : `代码 ${codeOf(reached.body, 'code')}`;
  return bad(about, `查不到机器人（${why}）`, '在开放平台“添加应用能力”里添加机器人，创建版本并发布');
}

function scopeFindings(about: string, reached: Reached | CallFailure): Finding[] {
  const list = reached instanceof CallFailure ? [] : listOf(fields(reached.body).data, 'scopes');
  if (list.length === 0)
    return [warning(about, '读不到权限清单', '在开放平台“权限管理”中人工核对，见 docs/接入飞书.md 第1节')];
  const granted = new Set(
    list.flatMap((scope) => (fields(scope).grant_status === GRANTED ? (textOf(scope, 'scope_name') ?? []) : [])),
  );
  return FEISHU_SCOPES.map(({ names, use, optional }): Finding => {
    const [name = ''] = names;
    if (names.some((one) => granted.has(one))) return good(about, `${use}：已开通`);
    const remedy = `在开放平台“权限管理”开通 ${name}，创建版本并发布`;
    return optional
      ? warning(about, `${use}：未开通（可选）`, `名册按 open_id 登记则不需要；否则${remedy}`)
      : bad(about, `${use}：未开通`, remedy);
  });
}

async function checkDingtalk(
  district: string,
  app: { appKey: string; appSecret: string; robotCode: string; cardTemplateId?: string },
  baseUrl: string | null,
  now: () => number,
): Promise<Finding[]> {
  const about = nameOf('dingtalk', district);
  const prefix = prefixOf('dingtalk', district);
  const { api } = addressesOf(baseUrl);
  const request = { method: 'POST', body: { appKey: app.appKey, appSecret: app.appSecret } };
  const reached = await reach(`${api}/v1.0/oauth2/accessToken`, request, now);
  if (reached instanceof CallFailure) return [unreachable(`${about}密钥`, reached, 'DINGTALK_BASE_URL')];
  const token = textOf(reached.body, 'accessToken');
  if (token === undefined)
    return noToken(
      about,
      reached,
      httpAnswer(reached),
      `在开发者后台“凭证与基础信息”核对 ${prefix}APP_KEY 与 ${prefix}APP_SECRET`,
    );
  // To nobody: whoever may send is told that the receivers are missing.
  const empty = { robotCode: app.robotCode, userIds: [], msgKey: 'sampleText', msgParam: '{"content":""}' };
  const headers = { 'x-acs-dingtalk-access-token': token };
  const tried = await reach(`${api}/v1.0/robot/oToMessages/batchSend`, { method: 'POST', headers, body: empty }, now);
  return [
    clockFinding(about, reached),
    good(`${about}密钥`, '令牌已取得'),
    robotFinding(`${about}权限`, tried, prefix),
    app.cardTemplateId === undefined
      ? skipped(`${about}卡片`, '未设置卡片模板，以文字消息代替')
      : good(`${about}卡片`, '已设置卡片模板'),
  ];
}

function robotFinding(about: string, tried: Reached | CallFailure, prefix: string): Finding {
  if (tried instanceof CallFailure) return unreachable(about, tried, 'DINGTALK_BASE_URL');
  const code = codeOf(tried.body, 'code');
  if (/PermissionDenied|AccessDenied(?!\.Qps|\.Qpm)/i.test(code))
    return bad(about, `不能主动发消息（${code}）`, '在开发者后台“权限管理”开通“企业内机器人发送消息权限”');
  if (/robotCode/i.test(code))
    return bad(about, `机器人编码不属于本应用（${code}）`, `核对 ${prefix}ROBOT_CODE，一般与 AppKey 相同`);
  return good(about, '机器人可以主动发消息');
}

async function checkWecom(
  district: string,
  app: { corpId: string; agentId: string; secret: string },
  baseUrl: string,
  now: () => number,
): Promise<Finding[]> {
  const about = nameOf('wecom', district);
  const prefix = prefixOf('wecom', district);
  const get = (path: string, query: Record<string, string>) =>
    reach(`${baseUrl}/cgi-bin/${path}?${new URLSearchParams(query)}`, { method: 'GET' }, now);
  const reached = await get('gettoken', { corpid: app.corpId, corpsecret: app.secret });
  if (reached instanceof CallFailure) return [unreachable(`${about}密钥`, reached, 'WECOM_BASE_URL')];
  const token = textOf(reached.body, 'access_token');
  if (token === undefined)
    return noToken(
      about,
      reached,
      `代码 ${codeOf(reached.body, 'errcode')}`,
      `在管理后台核对 ${prefix}CORP_ID（我的企业）与 ${prefix}SECRET（应用详情）`,
    );
  const agent = await get('agent/get', { access_token: token, agentid: app.agentId });
  return [
    clockFinding(about, reached),
    good(`${about}密钥`, '令牌已取得'),
    agentFinding(`${about}应用`, agent, prefix),
  ];
}

const NO_IP = ['60020', '301042'];

function agentFinding(about: string, agent: Reached | CallFailure, prefix: string): Finding {
  if (agent instanceof CallFailure) return unreachable(about, agent, 'WECOM_BASE_URL');
  const code = codeOf(agent.body, 'errcode');
  if (agent.answer.ok && (code === '0' || code === '无')) return good(about, '应用可以访问');
  if (NO_IP.includes(code))
    return bad(about, `本机地址不在可信名单（代码 ${code}）`, '在应用详情“企业可信IP”中加入本服务访问外网的地址');
  if (agent.answer.status === 404)
    return warning(about, '平台没有这个查询接口', '山东通等版本可能如此；请发一条消息实测');
  return bad(about, `应用查询被拒绝（代码 ${code}）`, `核对 ${prefix}AGENT_ID，以及应用是否启用`);
}
