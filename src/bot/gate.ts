/**
 * The 密级 gate. It runs in memory before anything is stored: a message that carries a classification mark, or says that
 * it is classified, is refused; a question about 保密 is not such a message.
 */
import type { Message } from '../core/message.ts';

/** Letters that conversion, haste or evasion put in place of the usual ones. */
const VARIANTS: Readonly<Record<string, string>> = {
  機: '机',
  絕: '绝',
  祕: '秘',
  涉: '涉',
  級: '级',
  '☆': '★',
  '✩': '★',
  '✭': '★',
  '⭐': '★',
  '＊': '★',
  '*': '★',
};

const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');
const NOISE = /[\s\u200b-\u200f\u2060\ufeff·.\-_—|]/g;

function flatten(text: string): string {
  return text
    .normalize('NFKC')
    .replace(VARIANT, (ch) => VARIANTS[ch] ?? ch)
    .replace(NOISE, '');
}

/** 绝密★, 机密★1年, 秘密★长期, 【机密】, 密级：秘密. */
const MARK =
  /(?:绝密|机密|秘密)(?:级)?(?:★|[（(【[]?(?:长期|\d{1,3}(?:年|个?月)|[一二三五十]{1,3}年)[）)】\]]?)|[【[（(〔](?:绝密|机密|秘密)(?:级)?(?:件|★)?[】\]）)〕]|密级[:：为是]?(?:绝密|机密|秘密)/;
/** The sender says so: 这是涉密的, 以下内容涉密, 属于机密文件. */
const SAYS_SO =
  /(?:这|此|以下|下面|下列|附件|本|该|内容|材料|文件|消息|信息|发的)[^，。？?]{0,12}?(?:是|属于|属|为|系)?(?:涉密|绝密|机密|秘密级|密件)|(?:涉密|绝密|机密)(?:的)?(?:文件|材料|内容|信息|方案|通知|件|数据|预案)[^，。？?]{0,6}(?:如下|[:：]|请|帮|转|登记)|(?:发|转|传|报|登记|转给|报送)[^，。？?]{0,6}(?:这|一)?(?:份|个|件)?(?:涉密|绝密|机密)(?:级)?(?:的)?(?:文件|公文|材料|内容|件|方案|信息|通知|报告|预案|数据|会议)/;
/** A statement of the class itself: 属机密级, （涉密，请勿转发）, 发个机密级的东西. */
const STATES =
  /(?:属于?|定为|系|为)(?:绝密|机密|秘密)(?:级|件)?(?=[，,。；;！!）)】\]]|$)|(?:^|[（(【[:：，,；;。])(?:涉密|绝密|机密|秘密(?=级))(?:级)?(?:[，,:：！!、]|[）)】\]]|$)|(?:发|传|转|报|登记)[^，。？?]{0,6}(?:涉密|绝密|机密|秘密级)级?的|(?:绝密|机密|秘密)级(?:的)?(?:文件|公文|材料|电报|件|方案|通知|报告|内容|信息|数据)|★(?:绝密|机密|秘密)|(?:一份|一个|是|有)(?:绝密|机密|秘密)级/;
/** 不涉密, 无密级: the sender says that it is not. */
const DENIED = /(?:不|无|非|未|没有)(?:属于?|是|标|定|涉及)?(?:涉密|密级|绝密|机密|秘密)(?:级)?/g;
/** Somebody asks what the rule says. */
const ASKS = /[？?]|吗|呢|怎么|如何|什么|哪些|哪|谁|能不能|可不可以|可以|是否|规定|要求|多少|几/;

/** Whether any part of a message carries a classification. */
export function isClassified(message: Pick<Message, 'text' | 'file' | 'press'>): boolean {
  const parts = [message.text, message.file, message.press?.note].filter((part): part is string => Boolean(part));
  if (message.file && /绝密|机密|秘密|涉密/.test(flatten(message.file))) return true;
  return parts.some((part) => {
    // Every pattern asks for this word, hardly a message has it, and nothing becomes it by being flattened.
    if (!part.includes('密')) return false;
    const flat = flatten(part).replace(DENIED, '');
    if (MARK.test(flat)) return true;
    return (SAYS_SO.test(flat) || STATES.test(flat)) && !ASKS.test(lastClause(flat));
  });
}

/** A question is recognised by how its sentence ends, not by a word somewhere in a long text. */
function lastClause(text: string): string {
  return text.length > 60 ? '' : text;
}
