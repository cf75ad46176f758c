/** Exceptions that a rule makes (除…外, 经…批准, 因特殊需要), found in what a message says. */

/** A consent that is spoken of and not there yet. */
const WANTED = /未|没|尚|不(?!日)|待|须|需|应|请|拟|如|若|是否|能否|可否|申请|希望|恳请|争取/;
const GIVEN = /已|业|经|获|得到|取得|征得/;

/** Whether a message says that somebody has consented (已经区政府批准), not that consent is wanted; `by` narrows by whom. */
export function consentGiven(text: string, by?: RegExp): boolean {
  for (const found of text.matchAll(/同意|批准|批复|审定|批(?:了|过|下来)|点(?:了|过)?头|首肯|拍(?:了)?板/g)) {
    const start = Math.max(...['，', '。', '；', ',', ';', '\n'].map((c) => text.lastIndexOf(c, found.index))) + 1;
    const before = text.slice(start, found.index);
    const after = text.slice(found.index + found[0].length);
    const asked = WANTED.test(before) && !/已(?:经|获|得到|取得|征得)|业经/.test(before);
    if (asked || /^(?:之?后|前|吗|与否)/.test(after)) continue;
    if (!GIVEN.test(before) && !/^(?:[了过的]|举办|主办|举行|召开|开展|组织)/.test(after)) continue;
    if (!by || by.test(before)) return true;
  }
  return false;
}

/** Those who can have given the consent that an exception speaks of. */
function authorityOf(exception: string): RegExp | undefined {
  if (/市(?:委|政府)/.test(exception)) return /市(?:委|政府|里)/;
  if (/区(?:委|政府)/.test(exception)) return /区(?:委|政府|长|里)|政府|常委会|常务会|领导/;
  return undefined;
}

const DENIED = /不是|并非|不属于|没有|并无|非$/;

function saidWithoutDenial(text: string, words: RegExp): boolean {
  const found = words.exec(text);
  return found !== null && !DENIED.test(text.slice(Math.max(0, found.index - 6), found.index));
}

/**
 * The first of a rule's exceptions that a message names.
 * @example namedException('系区委、区政府统一组织安排的活动', ['区委、区政府统一组织安排的重要活动'])
 */
export function namedException(text: string, exceptions: readonly string[] = []): string | undefined {
  return exceptions.find((exception) => {
    if (/统一/.test(exception))
      return saidWithoutDenial(
        text,
        /(?:区委|区政府|区里|区上|全区|上级)[^，。；]{0,10}统一(?:组织|安排|部署)|统一组织安排/,
      );
    if (/同意|批准/.test(exception)) return consentGiven(text, authorityOf(exception));
    if (/特殊/.test(exception))
      return saidWithoutDenial(text, /特殊(?:需要|情况|原因|任务)|确有(?:特殊)?(?:需要|必要)|确因[^，。；]{0,12}需要/);
    return text.includes(exception);
  });
}

/** 不报批了, 没请示, 没有报请市政府批准, 没打算报区政府同意 */
const NOT_ASKED =
  /(?:不|没有?|未|无需)(?:再|用|去|走|经|先|必|打算|准备|想|向|跟)*(?:报批|呈批|申请|请示|(?:报(?:请|经)?|提请|提交|征求?|取得|请)[^，。；]{0,12}(?:批准|同意|审批|审核|审定|研究|批复))/g;

/** Whether a message asks for a consent: 请按程序报批, 请区政府同意, 申请…. */
export const asksConsent = (text: string): boolean =>
  /请(?:求|予以|按程序|按规定|区(?:人民)?政府|办公室|区(?:人民)?政府办公室|领导|审|批)?[^，。；]{0,10}(?:批准|同意|审批|审核|审定|报批|呈批|批示|批复|安排|办理)|报批|呈批|申请|请示|(?:现|特)(?:报|呈|请)|报(?:请)?区(?:人民)?政府(?:办公室)?(?:同意|批准|审批)/.test(
    text.replace(NOT_ASKED, ''),
  );
