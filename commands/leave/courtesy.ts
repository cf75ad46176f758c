import { matcher } from '../../src/language/matcher.ts';

/** Words to whoever reads a leave report; they say nothing of the leave itself. */
const WHOM =
  '(?:各位)?(?:[一-鿿]{1,4})?(?:副?区长|书记|主要领导|区领导|领导|区政府办公室|政府办|办公室|区政府|区委|组织)(?:和|、|及|与)?';
const GREETS = new RegExp(`^(?:尊敬的)?(?:${WHOM})+(?:同志)?(?:您好|你好|好)?[:：]?$|^(?:您好|你好|打扰了?)$`);
/** 特此报告, 向区长请假, 跟书记区长报告一下, 请任海涛副区长批准, 妥否请批示. */
const REPORTS = new RegExp(
  `^(?:特此|特|现|专此|谨此|先|所以|因此|故|我|本人)?(?:(?:向|跟|给|报|呈|和|请)(?:${WHOM})+)?(?:特|再|补)?(?:报告|请(?:个|一下)?假|告个?假|报备|备案|请示|说|打(?:个|一个|声)?招呼|汇报|知会|告知|请备|报批|报)(?:个)?(?:一下|一声|个假|下)?(?:了|吧)?$`,
);
const ASKS = matcher(
  /^(?:特|恳|敬|望|盼|烦|还|妥否|可否|当否|是否妥当|能否|以上)*(?:请|望|盼|求|烦|妥否|可否|当否)[一-鿿]{0,14}(?:批准|审批|同意|准假|准许|准予|允许|知悉|周知|阅示|批示|报批|批复|审阅|阅知|阅|备案|备|谅解|批|示|安排|考虑|支持|放行|恩准|审示)$|^(?:妥否|可否|当否|可以吗|行吗|谢谢|感谢|多谢|请(?:予)?批示|报批)$/,
);

/** 具体情况回来再汇报, 没来得及报. */
const LATER = matcher(
  /^(?:也|还|当时|之前|实在)?(?:没|未)(?:能|来得及|顾上|顾得上)(?:提前)?(?:报告?|报备|请假|说)$|^(?:具体|详细|其他)?(?:情况|事宜)?(?:待|等)?(?:我)?回来(?:后|再|以后)/,
);

/** 去哪、跟谁都还没定; who is on duty meanwhile. */
const BESIDE = matcher(/(?:没|未|待)(?:最后)?(?:定|确定)$|(?:值班|值守|在岗|坐班)$/);

/** 帮水利局局长请个假: for whom, and nothing of it. */
const ON_BEHALF = matcher(
  /^(?:受[一-鿿]{1,12}委托[，,]?)?(?:帮|替|代|给|为)[一-鿿]{1,12}(?:请(?:个|一下|一?天)?假|登记外出|报备|报告)(?:一下)?$/,
);

/** Whether a clause is only said to be polite, or says who is told or asked. */
export const isCourtesy = (clause: string): boolean =>
  ON_BEHALF.test(clause) ||
  GREETS.test(clause) ||
  LATER.test(clause) ||
  BESIDE.test(clause) ||
  REPORTS.test(clause) ||
  ASKS.test(clause);

const GREETING = new RegExp(
  `^(?:尊敬的)?(?:${WHOM}[、，,]?)+(?:同志)?(?:您好|你好|好)?[:：](?=.)|^(?:特此?|现|补)?(?:报告|报备|补报|报)(?:一下|一声)?[:：](?=.)`,
);

/** A clause without the words that address somebody at its beginning. */
export const withoutGreeting = (clause: string): string => clause.replace(GREETING, '');
