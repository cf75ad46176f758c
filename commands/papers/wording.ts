/** Parts of sentences that all papers' replies and bodies share. */
import { lately } from '../../src/language/lately.ts';
import { matcher } from '../../src/language/matcher.ts';
import { weighQuestion } from '../../src/language/question.ts';
import type { Said } from '../command.ts';
import { isProposal, isRequest, withoutChoices } from '../request.ts';

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
  const spoken =
    /(?:报送?|呈报?|送|交|打|写|出)(?:了|来|上|个|一个|一份|份|一下)*((?!个|份|一)[^,;，。；：:《》报送给]{2,20}(?:情况|工作|进展|总结)报告)/.exec(
      said.marked.text,
    )?.[1];
  const [file] = said.files;
  return about ?? spoken ?? file?.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}

/** 行不行？直接发了: the question is no more than a tag of what is done all the same. */
export const DONE_ANYWAY = matcher(/[？?][^？?]*(?:发|报|送|印|办|签|走|弄|上|定|做|干)(?:了|出|吧|去)[^？?吗呢]*$/);

/** 还是有异议, 按规定办: words that ask elsewhere. */
const STATES = matcher(
  /无(?:什么|啥)|(?:多|再|先|送|有)几[个家天次件位项]|(?:早|已|都|也)(?:就|经)?(?:有|作出|作了)(?:明确)?(?:的)?规定(?![吗么?？])|还是(?=有|没|不|未|存在|谈|说|由?我|老|原)|(?:请示|请[^,，。；？?]{1,10}(?:审定|审批|决定|定夺|确定|研究|批示))(?:是否|可否|能否)[^,，。；？?]{0,12}|按(?:照)?(?:有关|相关)?(?:规定|要求|时限|程序)/g,
);

/** A text without words that only look like asking. */
export const statesAside = (text: string): string => withoutChoices(text).replace(STATES, '');

/** How much a text asks; 先排上吧 at its end asks nothing, nor does 能帮我送上去吗. */
export const asked = lately((text): number => {
  const { score } = weighQuestion(statesAside(text));
  return isRequest(text) || isProposal(text) ? Math.min(score, 0) : score;
});

const TOPICAL = /^(?:规定|要求|时限|标准|条款|依据|第.{1,4}条)$/;
const LEAST_TOLD = 16;

/** 把救助标准降了，直接发文: a sentence of clauses that asks with no word but one of the rules' own. */
const tells = (text: string): boolean =>
  text.length >= LEAST_TOLD &&
  /[,;，。；]./.test(text) &&
  weighQuestion(statesAside(text)).evidence.every(({ words, gave }) => gave < 0 || TOPICAL.test(words));

/** What speaks against an act where a text reads as a question, whatever it mentions; for it where the act is only tagged. */
export function asking(text: string): number {
  const plain = text.replace(/《[^》]*》/g, '');
  if (DONE_ANYWAY.test(text) || isRequest(plain)) return 3;
  const score = asked(plain);
  if (score >= 2) return -6;
  return score >= 0.5 && !tells(plain) ? -2.5 : 0;
}
