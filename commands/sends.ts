/** 待核实: the office lists sends that were given up, and says what became of them. */
import { isoBeijing, sayDay } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import { CHANNELS } from '../src/core/roster.ts';
import { STATUS_WORDS } from '../src/core/vocabulary.ts';
import { matcher } from '../src/language/matcher.ts';
import type { Command, Context, GivenUpSend, Said, Weight } from './command.ts';
import { isOffice } from './office.ts';

const LIST = matcher(
  /^(?:请)?(?:查看|查询|列出|看看|看一下)?(?:现有|有)?(?:哪些)?(?:待核实|未送达|发送失败)的?(?:消息|发送|发件)?(?:有哪些|清单|列表)?[？?。]?$/,
);
const SETTLE = matcher(
  /^(?:待核实)?第?(\d{1,9})号?(?:消息|发送)?[，,:： ]*(?:(?:本人|对方)?(?:确认)?(?<sent>已(?:经)?(?:送达|收到|收悉))|(?:请)?(?:重新发送|重发|补发|再发(?:一次|一遍)?))[。！!]?$/,
);
/** As many as a message shows. */
const SHOWN = 10;

interface Settling {
  send: number;
  as: 'sent' | 'again';
}

function settling(text: string): Settling | null {
  const found = SETTLE.exec(text);
  return found ? { send: Number(found[1]), as: found.groups?.sent ? 'sent' : 'again' } : null;
}

export const sends: Command = {
  about: 'help',
  name: '待核实',
  examples: ['待核实', '12号已送达'],

  weigh(said: Said): Weight | null {
    const { text } = said.marked;
    const found = LIST.exec(text) ?? SETTLE.exec(text);
    return found ? { score: 9, evidence: [found[0]] } : null;
  },

  read: (said) => ({ ...settling(said.marked.text) }),

  decide(said: Said, context: Context): Decision {
    if (!isOffice(context)) return reply('help', 'not-allowed', '发送情况由区政府办公室查看和核实。');
    const wanted = settling(said.marked.text);
    const given = context.facts.givenUpSends();
    if (!wanted) return list(given, context);
    const found = given.find((send) => send.id === wanted.send);
    if (!found) return reply('help', 'not-allowed', `第${wanted.send}号不在待核实或发送失败之列。`);
    if (wanted.as === 'sent' && found.state === 'failed')
      return reply('help', 'refused', `第${found.id}号被平台拒绝，不会已经送达；可以回复“${found.id}号重新发送”。`);
    const outcome = wanted.as === 'sent' ? '已核实为送达' : '将重新发送';
    return {
      ...reply('help', 'recorded', `第${found.id}号（发给${context.roster.nameOf(found.to)}）${outcome}。`),
      effects: [{ do: 'settle-send', ...wanted }],
    };
  },
};

function list(given: readonly GivenUpSend[], context: Context): Decision {
  if (given.length === 0) return reply('help', 'answered', '没有待核实或发送失败的消息。');
  const lines = given.slice(-SHOWN).map((send) => sayLine(send, context));
  const head = `待核实和发送失败的消息共${given.length}件${given.length > SHOWN ? `，最近${SHOWN}件` : ''}：`;
  return reply('help', 'answered', `${head}\n${lines.join('\n')}\n核实后请回复“某号已送达”或“某号重新发送”。`);
}

function sayLine(send: GivenUpSend, { roster, today }: Context): string {
  const to = send.to.startsWith('group:') ? '群聊' : roster.nameOf(send.to);
  const at = `${sayDay(isoBeijing(send.at).slice(0, 10), today)}${isoBeijing(send.at).slice(11, 16)}`;
  const state = send.state === 'uncertain' ? '待核实' : `发送失败：${send.reason ?? ''}`;
  return `${send.id}号　发给${to}　${STATUS_WORDS[send.status]}　${CHANNELS[send.channel]}　${at}　${state}`;
}
