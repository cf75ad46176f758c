/** 送礼、宴请: what public money may not pay for, what may not be taken, where guests' gifts go. */
import { type Decision, reply } from '../../src/core/decision.ts';
import { matcher } from '../../src/language/matcher.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { ValueOf } from '../../src/rules/value.ts';
import type { Context } from '../command.ts';
import { nearest } from '../nearest.ts';
import { isQuestion } from '../punctuation.ts';

type Act = ValueOf<'gift-ban'>['of'][number];

const GIFT = matcher(
  /礼(?:品|物|盒|金|券|包)|送礼|收礼|土?特产|烟酒|购物卡|红包|纪念品|(?:箱|盒|瓶|条|提|筐|份|斤)[^，。；]{0,4}(?:酒|烟|茶|苹果|海鲜|水果|螃蟹|月饼|粽子)|(?:酒|烟|茶叶|海鲜|水果)[^，。；]{0,4}(?:箱|盒|瓶|条|提|筐)/,
);
const TREAT = matcher(
  /宴请|设宴|吃请|赴宴|酒席|摆[^，。；]{0,3}桌|请[^，。；]{0,16}(?:吃[^，。；]{0,3}[饭喝]|撮一顿|搓一顿|喝酒)|(?:吃|请|管)(?:个|一|了)?顿[饭酒]/,
);
const PUBLIC_MONEY =
  /公款|公家|公费|公账|经费|报销|财政(?:出|掏|列)|(?:单位|局里|镇里|我局|我镇|我们局|街道|委里)[^，。；]{0,6}(?:出|掏|买|备|安排|花|付|请|公款)/;
const GIVING = /送|给|买|备|带走|捎|赠|请|宴/;
const TAKING = /收(?:了|下|到|礼)|接受|拿(?:了|下)|留(?:着|下)|(?:送|塞|请)(?:给|了)?(?:我|咱)|吃请|赴宴/;
const BELOW = /下属|下面|基层|镇(?!长|静)|街道|村|企业|(?<!本|我)单位|地方|学校|医院|商户|老板/;
const ABROAD = /外事|外宾|外方|外商|外国|出访|友城/;

/** What a message tells or asks of gifts and treats. */
function actsIn(text: string): Act[] {
  const gift = GIFT.test(text);
  if (!gift && !TREAT.test(text)) return [];
  if (gift && ABROAD.test(text)) return ['kept'];
  if (TAKING.test(text) && BELOW.test(text)) return ['taken'];
  return PUBLIC_MONEY.test(text) && GIVING.test(text) ? ['given'] : [];
}

/** Whether a message is about gifts or treats: told as done or meant, or asked where the rule forbids it. */
export function speaksOfGifts(text: string, { book }: Context): boolean {
  const acts = actsIn(text);
  const ruled = book.find('gift-ban', (v) => v.of.some((act) => acts.includes(act))) !== undefined;
  return acts.length > 0 && (ruled || !isQuestion(text));
}

export function judgeGifts(text: string, context: Context): Decision {
  const { book } = context;
  const acts = actsIn(text);
  const rule = book.find('gift-ban', (v) => v.of.some((act) => acts.includes(act)));
  if (!rule)
    return reply('reception', 'not-found', '规则未就此类送礼、宴请作出具体规定，本助手不作推断。', [], {
      aside: nearest(context, ['reception.gifts', 'reception.standard', 'discipline.austerity'], '公务接待 财经纪律'),
    });
  const quotes = quotesOf(book, [rule]);
  return isQuestion(text)
    ? reply('reception', 'answered', `不可以，${rule.says}`, quotes)
    : reply('reception', 'refused', `不能办理：${rule.says}`, quotes);
}
