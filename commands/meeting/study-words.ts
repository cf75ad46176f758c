/** How people write of study: to call it, to put it on record, to ask how often it has been held. */
import { matcher } from '../../src/language/matcher.ts';
import type { MeetingSpan } from '../../src/language/meetings.ts';
import type { Said } from '../command.ts';
import { isQuestion } from '../punctuation.ts';

/** 集中学习, 法治讲座 */
export const STUDY = matcher(
  /(?:集中|集体|理论|专题)学习(?!班|培训)|集体学法|学习活动|区政府学习会|学法(?:讲座|活动)|(?:法治|法制|法律)(?:知识|专题)?讲座/,
);
/** Being away to learn is leave, and a question after the rule is one. */
const OTHERS =
  /请(?:个|一个)?假|外出|出差|培训|调训|(?:参加|赴|前往)[^,。;]{0,12}(?:学习(?!活动)|培训|党校)|纪要|督办|会签|《/;
const RECORDS = /(?:补?登记|补登|补录|录入|记录|记上|记一下|记一次)/;
const DONE =
  /(?:举办|举行|组织|开展|召开|进行|办|开|搞|学)(?:完|过)?了|已经?(?:举办|举行|组织|开展|召开|进行|办|开|学)(?!多少|几)|(?:举办|组织|开展|学)过(?!几|多少)/;
const CALLS = /组织|举办|举行|开展|召开|召集|安排|定于|拟于/;
const COUNTS =
  /(?:办|组织|举办|举行|开展|学|搞|完成|开)(?:过|了)?(?:多少|几)次|(?:还|仍)(?:差|欠|剩|需|要)[^,。;]{0,8}(?:多少|几)?次|累计|次数|够不够|达标/;
/** What tells a sum of one's own from a question after the rule. */
const SO_FAR = /今年|本年|年内|(?:本|这个?)季度|上半年|下半年|已经?|目前|到现在|截至|了(?:多少|几)次|还差|还欠/;

export type StudyIntent = 'study-held' | 'study-tally';

/** What a message wants of study, other than to call it; `null` when nothing. */
export function studyIntent({ marked: { text } }: Said): StudyIntent | null {
  if (!STUDY.test(text) || OTHERS.test(text)) return null;
  if (COUNTS.test(text) && SO_FAR.test(text)) return 'study-tally';
  if (isQuestion(text)) return null;
  return RECORDS.test(text) || DONE.test(text) ? 'study-held' : null;
}

/** The study that a message calls: 组织集中学习, 定于6月12日举办法治讲座. */
export function studyCalled({ marked: { text } }: Said): MeetingSpan | undefined {
  const found = STUDY.exec(text);
  if (!found || OTHERS.test(text) || !CALLS.test(text)) return undefined;
  return { kind: 'study', text: found[0], from: found.index, to: found.index + found[0].length };
}
