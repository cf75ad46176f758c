/** Parts of sentences that all papers' replies and bodies share. */
import { weighQuestion } from '../../src/language/question.ts';
import type { Said } from '../command.ts';

/** 附件：a.pdf、b.docx。 Empty without files. */
export const sayFiles = (files: readonly string[]): string => (files.length > 0 ? `附件：${files.join('、')}。` : '');

/** What decides: the title in 《》, else the file's name without ending, else nothing. */
export function titleOf(said: Said): string | undefined {
  const [title] = said.marked.titles;
  if (title) return title;
  const about =
    /(关于[^,;，。；：:《》]{2,50}?的(?:请示|报告|通知|意见|决定|通报|方案|办法|函|批复|议案|公告|通告|命令))/.exec(
      said.marked.text,
    )?.[1];
  const [file] = said.files;
  return about ?? file?.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}

/** 行不行？直接发了: the question is no more than a tag of what is done all the same. */
const DONE_ANYWAY = /[？?][^？?]*(?:发|报|送|印|办|签)(?:了|出|吧|去)[^？?吗呢]*$/;

/** What speaks against an act where a text reads as a question, whatever it mentions; for it where the act is only tagged. */
export function asking(text: string): number {
  if (DONE_ANYWAY.test(text)) return 3;
  const { score } = weighQuestion(text.replace(/《[^》]*》/g, ''));
  if (score >= 2) return -6;
  return score >= 0.5 ? -2.5 : 0;
}
