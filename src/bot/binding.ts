/** 账号绑定: a one-time code from the office makes an unknown account somebody's; strangers learn nothing else. */
import { CHANNELS, type ChannelName, sayPerson } from '../core/roster.ts';
import { audit, deliver, type Turn } from './turn.ts';

/** How long a code may be used. */
const CODE_HOURS = 24;
const CODE_MS = CODE_HOURS * 3_600_000;
/** Wrong codes of one sender a day; further ones are not looked at. */
const MOST_TRIES = 5;

const CODE = /^(?:绑定码?|验证码)?[:：]?(\d{8})$/;

const STRANGER =
  '您尚未绑定本区工作规则助手，请联系区政府办公室索取绑定码，收到后直接发给本助手；也可请其在名册中添加您的账号。';
const WRONG = '绑定码有误、已使用或已过期，请向区政府办公室核对或重新索取。';
const TOO_MANY = '今日输入有误次数已达上限，请明日再试，或联系区政府办公室。';

/** Somebody whom the roster doesn't know, on a platform. */
export interface Stranger {
  channel: ChannelName;
  /** The platform's ids of the sender, where to answer. */
  ids: readonly [string, ...string[]];
  /** Those of `ids` that may become somebody's; none for people of other organisations. */
  bindable: readonly string[];
  /** Words said in private. */
  text?: string;
}

/** Makes a new code for a person, in place of any earlier one. */
export function issueCode(turn: Turn, by: string, person: string): string {
  const code = turn.makeCode();
  turn.store.codes.put({ purpose: 'bind', person, hash: turn.sha256(code), by, expiresAt: turn.now + CODE_MS });
  audit(turn, by, '发放绑定码', null, { person });
  return code;
}

/** Takes every account of a person away, and any code. */
export function unbind(turn: Turn, by: string, person: string): void {
  turn.store.codes.remove('bind', person);
  turn.store.codes.remove('sign-in', person);
  for (const [channel, id] of accountsOf(turn, person)) turn.store.accounts.set(channel, id, null, turn.now);
  audit(turn, by, '解除绑定', null, { person });
}

function accountsOf(turn: Turn, person: string): [ChannelName, string][] {
  const { channels = {} } = turn.roster.file;
  return (Object.entries(channels) as [ChannelName, Record<string, string>][]).flatMap(([channel, ids]) =>
    Object.entries(ids).flatMap(([id, who]): [ChannelName, string][] => (who === person ? [[channel, id]] : [])),
  );
}

/** Binds an account with a valid code; anything else is answered once a day with how to be added. */
export function meetStranger(turn: Turn, stranger: Stranger): void {
  const code = CODE.exec((stranger.text ?? '').normalize('NFKC').replace(/[\s-]/g, ''))?.[1];
  if (code !== undefined && stranger.bindable.length > 0) tryCode(turn, stranger, code);
  else if (isFirstToday(turn, stranger)) tellStranger(turn, stranger, STRANGER);
}

function isFirstToday(turn: Turn, { ids: [id] }: Stranger): boolean {
  const key = `stranger:${id}`;
  if (turn.store.meta.get(key) === turn.today) return false;
  turn.store.meta.set(key, turn.today);
  return true;
}

function tryCode(turn: Turn, stranger: Stranger, code: string): void {
  const tries = `bind-tries:${stranger.channel}:${stranger.ids[0]}`;
  const [day, count] = (turn.store.meta.get(tries) ?? '').split(' ');
  const wrong = day === turn.today ? Number(count) : 0;
  if (wrong >= MOST_TRIES) return;
  const found = turn.store.codes.find('bind', turn.sha256(code));
  const person = found && found.expiresAt >= turn.now ? turn.roster.person(found.person) : undefined;
  if (!found || !person) {
    turn.store.meta.set(tries, `${turn.today} ${wrong + 1}`);
    audit(turn, 'stranger', '绑定码无效', null, { channel: CHANNELS[stranger.channel] });
    tellStranger(turn, stranger, wrong + 1 >= MOST_TRIES ? `${WRONG}${TOO_MANY}` : WRONG);
    return;
  }
  bind(turn, stranger, person.id);
  const channel = CHANNELS[stranger.channel];
  tellStranger(turn, stranger, `绑定成功：${sayPerson(person)}。回复“帮助”查看可以办理的事项。`);
  const office = turn.roster.receiversOf('government-office').map((p) => p.id);
  const issuer = turn.roster.person(found.by) ? [found.by] : office;
  for (const to of issuer) {
    if (to === person.id) continue;
    const text = `${sayPerson(person)}已用绑定码绑定${channel}账号。如非本人操作，请回复“解除${person.name}的绑定”。`;
    deliver(turn, { to, status: 'notice', about: 'help', text, quotes: [] });
  }
}

/** The account becomes the person's only one on its platform. */
function bind(turn: Turn, { channel, bindable }: Stranger, person: string): void {
  for (const [where, id] of accountsOf(turn, person))
    if (where === channel && !bindable.includes(id)) turn.store.accounts.set(channel, id, null, turn.now);
  for (const id of bindable) turn.store.accounts.set(channel, id, person, turn.now);
  turn.store.codes.remove('bind', person);
  audit(turn, person, '绑定账号', null, { channel: CHANNELS[channel] });
}

/** Their platform is the only way to reach them: the roster has none yet. */
function tellStranger(turn: Turn, { channel, ids: [id] }: Stranger, text: string): void {
  deliver(turn, { to: `stranger:${id}`, channel, status: 'not-allowed', about: 'help', text, quotes: [] });
}
