/** What a message about an agreement says: which, with whom, how weighty, what has been reviewed and decided. */
import type { Context, Said } from '../command.ts';
import { readStated, type Stated } from '../papers/stated.ts';
import { draftingUnit } from '../papers/units.ts';
import { titleOf } from '../papers/wording.ts';

export interface AgreementRequest {
  title?: string;
  partner?: string;
  /** In whose name it is signed, where not the unit's own. */
  name?: 'government' | 'office';
  unit?: string;
  important: boolean;
  /** 重大投资、重要资产处置 */
  invests: boolean;
  plain: boolean;
  /** The meeting is said to have been passed over, or to come only afterwards. */
  meeting: 'done' | 'undone' | 'unsaid';
  stated: Stated;
}

export function readAgreement(said: Said, context: Context): AgreementRequest {
  const { text } = said.marked;
  const words = text.replace(/《[^》]*》/g, '《》');
  const stated = readStated(text);
  const after =
    /签(?:署|订|约|完|好|了)?(?:之)?(?:后|再|完|好)[^,;，。；]{0,8}再?[^,;，。；]{0,6}(?:上会|提请|补|审议|上常务会)|先签[^。]{0,12}(?:再|后)|直接签(?!字)|不(?:再|打算|准备|用|必)?(?:上会|提请|经|提|走|过|拿)[^,;，。；]{0,6}(?:会(?!签|同|计)|审议|提请)/.test(
      words,
    );
  const passed =
    stated.done.has('executive-meeting') ||
    /常务会议?[^,;，。；]{0,12}(?:审议通过|研究同意|讨论通过|已通过|审议同意)/.test(words);
  return {
    title: titleOf(said) ?? kindOf(words),
    partner: partnerIn(words),
    name: nameIn(words),
    unit: draftingUnit(said, context),
    important: /(?<!非|不属于|不是|不涉及)(?:重要|重大)/.test(
      words.replace(/(?:不|未|没有)(?:属于?|是|涉及)[^,;，。；]{0,10}/g, ''),
    ),
    invests: /重大投资|(?:重要|重大|国有)资产|资产(?:处置|转让|划转)|投资(?:项目|额|协议|合同)/.test(
      words.replace(/(?:不|未|没有)(?:属于?|是|涉及)[^,;，。；]{0,16}/g, ''),
    ),
    plain: /一般性?(?:协议|合同|事项)|不(?:属于?|涉及)[^,;，。；]{0,4}(?:重要|重大)/.test(words),
    meeting:
      passed && !stated.undone.has('executive-meeting')
        ? 'done'
        : stated.undone.has('executive-meeting') || after
          ? 'undone'
          : 'unsaid',
    stated,
  };
}

/** 签个技术服务合同, 签医联体协议: what follows the signing; else the kind alone. */
const kindOf = (words: string): string | undefined =>
  /签(?:署|订|下)?(?:了|个|一?份|一个)?(?![了个份])(?:[\d.]+[万亿]+元的?)?(?:重要|重大|一般)?(?:的)?([一-鿿]{1,10}?(?:协议书?|合同|备忘录|意向书|合作框架|框架))/.exec(
    words,
  )?.[1] ??
  /(?:战略|框架|投资|招商|项目|合作|采购|服务|土地|租赁|特许经营)*(?:协议书?|合同|备忘录|意向书)/.exec(words)?.[0];

const PAPERS = '(?:协议|合同|备忘录|意向书)';

/** 与山东大学签署, 和某集团签一份, 与青岛大学合作备忘录, 同某公司的《》: the other side. */
function partnerIn(words: string): string | undefined {
  const found = new RegExp(
    `(?:与|同|跟|(?<!发展)和)((?![^,;，。；]{0,4}局)[^,;，。；、《》]{2,24}?)(?:的)?(?:战略|框架|重要|重大|合作|投资|项目|服务|共建)*(?:拟|共同|准备|计划|近期|明天|今天|本周|下周|要|联合)*(?:签|《》|${PAPERS})`,
  ).exec(words);
  return found?.[1];
}

/** 以区政府名义, 区政府拟与…签, 区政府与…备忘录 */
function nameIn(words: string): AgreementRequest['name'] {
  if (/政府办(?:公室)?(?:的)?名义/.test(words)) return 'office';
  return /区(?:人民)?政府(?!办)(?:的)?名义|区里(?:近期|准备|计划|拟|将|要|想)*(?:与|和|同|跟|对外|签)|区(?:人民)?政府(?!办)(?:近期|准备|计划|拟|将|要|想)*(?:与|和|同|跟|对外|签)/.test(
    words,
  )
    ? 'government'
    : undefined;
}
