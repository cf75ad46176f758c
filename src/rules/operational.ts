/** Tells clauses that state something to act on (numbers, duties, who does what) from those that set policy. */

const COUNT = '[\\d０-９一二两三四五六七八九十]+';

/** Cues, each with what it shows. A paragraph with none of them sets policy. */
const CUES: readonly RegExp[] = [
  new RegExp(`${COUNT}(?:个工作日|个月|小时|天|次|周|[%％]|字(?:以内|以上))`, 'g'),
  /应当|必须|(?<!必)须(?!臾)|不得|一律|未经[^，。；]{1,20}(?:批准|同意|协商|审核)|原则上/g,
  /由[^，。；]{1,40}?(?:负责|签发|签署|审核|审批|审签|审定|主持|召集|确定|组成|提出|备案|审查|解释|统一安排)/g,
  /报[^，。；]{0,20}?(?:备案|报备|审批|批准|同意|审定|签发|签署|确定|审阅)/g,
];

/** The words by which a text looks operational, in its order; none for a policy. @example cuesIn('应提前3天报告') */
export function cuesIn(text: string): string[] {
  return CUES.flatMap((cue) => [...text.matchAll(cue)])
    .sort((a, b) => a.index - b.index)
    .map((m) => m[0]);
}

/** The sentences of a text that hold a cue, verbatim. */
export function operationalSentences(text: string): string[] {
  return (text.match(/[^。；\n]+[。；]?/g) ?? []).map((s) => s.trim()).filter((s) => cuesIn(s).length > 0);
}
