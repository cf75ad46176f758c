/** What a text says about itself: title, document number, day of issue, day of taking effect. */
import { isDate, makeDay } from '../../core/day.ts';
import type { Body } from './body.ts';
import { isBlank, type Line } from './lines.ts';
import type { Metadata, TextFault } from './official.ts';

const NUMBER = /[\u4e00-\u9fff]{2,10}[〔［[(（【]\d{4}[〕］\])）】]\d{1,4}号/;
const TITLE = /^([^。，；：《》]{2,40}工作规则)(?:[（(].*[）)])?$/;
const QUOTED_TITLE = /《([^《》]{2,40}工作规则)》/;
const DATE =
  /(\d{4}|[二一〇零○][一二三四五六七八九〇零○]{3})(?:年|[.\-/])(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|[.\-/])(\d{1,2}|[一二三四五六七八九十]{1,3})日?/;
/** Web pages add the hour. */
const DATE_LINE = new RegExp(`^${DATE.source}(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?$`);
const ISSUED_LINE = new RegExp(`${DATE.source}(?:印发|发布|公布)$`);
/** 发布时间：2021-11-23, as web pages head a text. */
const LABELLED = new RegExp(`(?:发文|成文|印发|发布|公布|生成)(?:日期|时间)[：:]?${DATE.source}`);
/** （2015年10月26日第112次常务会议修订通过）: of several days the last. */
const ADOPTED = new RegExp(`[（(].*${DATE.source}[^（()）]{0,60}(?:通过|印发|修订|修正)[）)]$`);
const EFFECT = new RegExp(`自${DATE.source}起(?:施行|实施|执行|生效)`);
/** Reads like a date and is none: 2022年4月, 2025年13月3日, 某年某月. */
const NEARLY_DATE = /^[\d〇零一二三四五六七八九十×Xx]{2,4}年.{0,12}$/;

/** Dates and titles stand in short lines; a longer one is prose, or no text of rules at all. */
const LONGEST = 300;

/** Reads the letter before the rules, the footer behind them, and the closing article. */
export function metadataOf(lines: readonly Line[], body: Body): { metadata: Metadata; faults: TextFault[] } {
  const words = (part: readonly Line[]): Line[] =>
    part.map((line) => ({ ...line, text: line.text.normalize('NFKC').replace(/\(/g, '（').replace(/\)/g, '）') }));
  const isShort = (line: Line): boolean => !isBlank(line) && line.text.length <= LONGEST;
  const front = words(lines.slice(0, body.start)).filter(isShort);
  const footer = words(lines.slice(body.end)).filter(isShort);
  const faults: TextFault[] = [];
  const issued = issueDay(front, footer, faults);
  const title = titleOf(lines.slice(0, body.start));
  const number = lines
    .slice(0, body.start)
    .map((line) => NUMBER.exec(line.text)?.[0])
    .find(Boolean);
  const effect = body.lines
    .slice(-4)
    .map((line) => EFFECT.exec(line.text))
    .find(Boolean);
  const inForceFrom = effect && readDay(effect);
  return {
    metadata: {
      ...(title && { title }),
      ...(number && { number }),
      ...(issued && { issued }),
      ...(inForceFrom && { inForceFrom }),
    },
    faults,
  };
}

/** The line right before the rules, else the title that the issuing letter quotes. */
function titleOf(front: readonly Line[]): string | undefined {
  const own = front.findLast((line) => TITLE.test(line.text));
  if (own) return TITLE.exec(own.text)?.[1];
  return front.map((line) => QUOTED_TITLE.exec(line.text)?.[1]).find(Boolean);
}

function issueDay(front: readonly Line[], footer: readonly Line[], faults: TextFault[]): string | undefined {
  const signed = front.findLast((line) => DATE_LINE.test(line.text) || NEARLY_DATE.test(line.text));
  const printed = footer.find((line) => ISSUED_LINE.test(line.text));
  const labelled = front.find((line) => LABELLED.test(line.text));
  const adopted = front.findLast((line) => ADOPTED.test(line.text));
  const line = signed ?? printed ?? adopted ?? labelled;
  if (!line) {
    faults.push({ line: 1, kind: 'date', says: '未找到印发日期' });
    return undefined;
  }
  const m = [DATE_LINE, ISSUED_LINE, ADOPTED, LABELLED].map((form) => form.exec(line.text)).find(Boolean);
  const day = m && readDay(m);
  if (!day) faults.push({ line: line.no, kind: 'date', says: `无法识别的日期：${line.text}` });
  return day ?? undefined;
}

const YEAR_DIGITS = '〇一二三四五六七八九';

function readDay(m: RegExpExecArray): string | null {
  const [year, month, date] = [m[1], m[2], m[3]].map(readInteger);
  return year && month && date && isDate(year, month, date) ? makeDay(year, month, date) : null;
}

/** 2022, 二〇二二, 4, 十二, 三十一 */
function readInteger(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[零○]/g, '〇');
  if (!plain.includes('十')) return Number([...plain].map((c) => YEAR_DIGITS.indexOf(c)).join(''));
  const [tens = '', ones = ''] = plain.split('十');
  return (tens ? YEAR_DIGITS.indexOf(tens) : 1) * 10 + (ones ? YEAR_DIGITS.indexOf(ones) : 0);
}
