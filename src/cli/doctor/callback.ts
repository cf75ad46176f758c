/** 回调地址: the public address answers each platform's own check of it, as the platform would make it. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createEnvelope } from '../../channels/envelope.ts';
import { type Answer, CallFailure, exchange } from '../../channels/exchange.ts';
import { parseJson, textOf } from '../../channels/json.ts';
import { type Config, isLoopback } from '../../config.ts';
import { CHANNELS, type ChannelName } from '../../core/roster.ts';
import { bad, type Finding, good, skipped, warning } from './finding.ts';

const CALL_MS = 5_000;
/** Platforms want the check answered within a second. */
const QUICK_MS = 1_000;
const SETTING = '回调地址';

/** How a platform checks an address, and whether an answer passes. */
interface Check {
  channel: ChannelName;
  district: string;
  request: { method: 'GET' | 'POST'; query?: Record<string, string>; body?: unknown };
  passes(answer: Answer): boolean;
}

export async function checkCallbacks(config: Config, now: () => number): Promise<Finding[]> {
  const checks = [
    ...[...config.feishu.districts].map(([id, keys]) => feishuCheck(id, keys)),
    ...[...config.dingtalk.districts].map(([id, keys]) => dingtalkCheck(id, keys, now())),
    ...[...config.wecom.districts].map(([id, keys]) => wecomCheck(id, keys, now())),
  ];
  if (checks.length === 0) return [skipped(SETTING, '尚未接入办公平台，未核对')];
  const { publicUrl } = config;
  if (publicUrl === null)
    return [
      warning(SETTING, '未设置 PUBLIC_URL，未核对', '设置 PUBLIC_URL 为本服务的公网 HTTPS 地址，启动服务后再检查一次'),
    ];
  const { protocol, hostname } = new URL(publicUrl);
  const plain =
    protocol === 'https:' || isLoopback(hostname)
      ? []
      : [warning(SETTING, `${publicUrl} 不是 HTTPS`, '由反向代理提供 HTTPS；平台多不接受 http 地址')];
  return [...plain, ...(await Promise.all(checks.map((check) => run(check, publicUrl, now))))];
}

async function run(check: Check, publicUrl: string, now: () => number): Promise<Finding> {
  const { channel, district, request } = check;
  const about = `${CHANNELS[channel]}（${district}）${SETTING}`;
  const address = `${publicUrl}/webhook/${channel}/${district}`;
  const url = request.query ? `${address}?${new URLSearchParams(request.query)}` : address;
  const before = now();
  try {
    const { method, body } = request;
    const answer = await exchange(url, { method, body }, AbortSignal.timeout(CALL_MS), now);
    const took = now() - before;
    if (answer.status === 404)
      return bad(about, `${address} 答 404`, '核对反向代理的转发路径；正在运行的服务可能没有这些密钥，重新启动后再试');
    if (!check.passes(answer))
      return bad(
        about,
        `${address} 没有按平台的要求应答（HTTP ${answer.status}）`,
        '确认运行中的服务用的是同一套密钥，反向代理没有改动请求正文',
      );
    return took > QUICK_MS
      ? warning(about, `${address} 应答用了${took}毫秒`, '平台要求一秒内应答；检查网络和反向代理')
      : good(about, `${address} 应答正确`);
  } catch (error) {
    const why = error instanceof CallFailure ? error.message : 'unknown';
    return bad(about, `${address} 打不开（${why}）`, '确认服务已启动，域名、证书和反向代理可用');
  }
}

function feishuCheck(district: string, keys: { encryptKey: string; verificationToken: string }): Check {
  const challenge = randomBytes(12).toString('hex');
  const payload = JSON.stringify({ challenge, token: keys.verificationToken, type: 'url_verification' });
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(keys.encryptKey).digest(), iv);
  const encrypt = Buffer.concat([iv, cipher.update(payload, 'utf8'), cipher.final()]).toString('base64');
  return {
    channel: 'feishu',
    district,
    request: { method: 'POST', body: { encrypt } },
    passes: ({ status, text }) => status === 200 && textOf(parseJson(text), 'challenge') === challenge,
  };
}

/** Robot messages have no check of their own: an unsigned call is refused where there is a route. */
function dingtalkCheck(
  district: string,
  keys: { appKey: string; events?: { token: string; aesKey: string } },
  at: number,
): Check {
  const { events } = keys;
  if (!events)
    return {
      channel: 'dingtalk',
      district,
      request: { method: 'POST', body: {} },
      passes: ({ status }) => status === 401,
    };
  const envelope = createEnvelope({ token: events.token, aesKey: events.aesKey, receiver: keys.appKey });
  const [timestamp, nonce] = [String(at), randomBytes(6).toString('hex')];
  const { signature, encrypted } = envelope.seal(JSON.stringify({ EventType: 'check_url' }), timestamp, nonce);
  return {
    channel: 'dingtalk',
    district,
    request: { method: 'POST', query: { signature, timestamp, nonce }, body: { encrypt: encrypted } },
    passes: ({ status, text }) =>
      status === 200 && envelope.open(textOf(parseJson(text), 'encrypt') ?? '') === 'success',
  };
}

function wecomCheck(
  district: string,
  { corpId, token, aesKey }: { corpId: string; token: string; aesKey: string },
  at: number,
): Check {
  const [timestamp, nonce] = [String(Math.floor(at / 1000)), randomBytes(6).toString('hex')];
  const words = randomBytes(12).toString('hex');
  const { signature, encrypted } = createEnvelope({ token, aesKey, receiver: corpId }).seal(words, timestamp, nonce);
  return {
    channel: 'wecom',
    district,
    request: { method: 'GET', query: { msg_signature: signature, timestamp, nonce, echostr: encrypted } },
    passes: ({ status, text }) => status === 200 && text === words,
  };
}
