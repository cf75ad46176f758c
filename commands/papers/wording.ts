/** Parts of sentences that all papers' replies and bodies share. */
import type { Said } from '../command.ts';

/** 附件：a.pdf、b.docx。 Empty without files. */
export const sayFiles = (files: readonly string[]): string => (files.length > 0 ? `附件：${files.join('、')}。` : '');

/** What decides: the title in 《》, else the file's name without ending, else nothing. */
export function titleOf(said: Said): string | undefined {
  const [title] = said.marked.titles;
  if (title) return title;
  const about =
    /(?<=^|[，,。；;：:、\s]|报送|呈报|上报|起草了?|代拟了?|关于印发|拟好的?|份|一个|的|是|为|叫|名为)(关于[^,;，。；：:《》]{2,50}?的(?:请示|报告|通知|意见|决定|通报|方案|办法|函|批复|议案|公告|通告|命令))/.exec(
      said.marked.text,
    )?.[1];
  const [file] = said.files;
  return about ?? file?.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}

/** A question, not an act, whatever it mentions. */
export const QUESTION =
  /[？?]\s*$|吗[。！]?$|(?:由|找|报|送|该|是|归)谁|谁(?:来|签|审|批|负责|可以|能|会签)|哪(?:个|位|些|里|儿|天|级|几)|几(?:个|天|日)(?!人)|多少|多久|多长|什么|啥|怎么|如何|咋|是否|能否|可否|能不能|可不可以|要不要|用不用|需不需要|有没有(?:规定|要求)|行不行|合不合|对不对|规定是|有何|请问|[不么呢][?？。!！]*$/;
