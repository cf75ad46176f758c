/**
 * Papers in official form (公文格式): a title in the middle, text in 三号 with two characters' indent, signature and
 * date on the right. The library is loaded when the first paper is drawn.
 */
import type { Matter, Paper, Step } from '../core/matter.ts';

/** Half points: 二号 22 pt, 三号 16 pt. */
const TITLE_SIZE = 44;
const TEXT_SIZE = 32;
/** Two characters of 三号 in twentieths of a point. */
const INDENT = 640;
const LINE = 560;

const TITLE_FONT = '方正小标宋简体';
const TEXT_FONT = '仿宋_GB2312';

/** `2026年3月5日` */
const sayFullDay = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

interface Line {
  text: string;
  as: 'title' | 'text' | 'flush' | 'right' | 'heading';
}

/** Draws up a paper, e.g. a written explanation or a written leave from a meeting. */
export function renderPaper(paper: Paper): Promise<Uint8Array> {
  return render([
    { text: paper.title, as: 'title' },
    { text: paper.addressee, as: 'flush' },
    ...paper.paragraphs.map((text): Line => ({ text, as: 'text' })),
    { text: paper.signature, as: 'right' },
    { text: sayFullDay(paper.day), as: 'right' },
  ]);
}

/** What a matter's file is made of; names are those of the roster, days are in Beijing. */
export interface MatterFile {
  matter: Matter;
  owner: string;
  rulesTitle: string;
  openedOn: string;
  history: readonly { step: Step; people: readonly string[]; decidedBy: string | null; decidedAt: string | null }[];
}

/** 归档材料: the matter as filed, its clauses and what became of each step, in one document. */
export function renderMatterFile({ matter, owner, rulesTitle, openedOn, history }: MatterFile): Promise<Uint8Array> {
  const clauses = matter.quotes.map((q): Line => ({ text: `${q.ref}　${q.text}`, as: 'text' }));
  const steps = history.map(({ step, people, decidedBy, decidedAt }): Line => {
    const outcome = step.outcome ? `${decidedBy ?? ''}：${step.outcome}${step.note ? `（${step.note}）` : ''}` : '待办';
    return { text: `${people.join('、')}　${outcome}${decidedAt ? `　${decidedAt}` : ''}`, as: 'text' };
  });
  return render([
    { text: matter.title, as: 'title' },
    { text: `编号：${matter.id}　提出人：${owner}　提出日期：${sayFullDay(openedOn)}`, as: 'flush' },
    { text: '一、事项', as: 'heading' },
    { text: matter.data.body, as: 'text' },
    ...matter.data.warnings.map((w): Line => ({ text: `提示：${w}`, as: 'text' })),
    { text: `二、依据（${rulesTitle}）`, as: 'heading' },
    ...clauses,
    { text: '三、办理过程', as: 'heading' },
    ...(steps.length > 0 ? steps : [{ text: '无需他人办理。', as: 'text' } as const]),
  ]);
}

async function render(lines: readonly Line[]): Promise<Uint8Array> {
  const { AlignmentType, Document, Packer, Paragraph, TextRun } = await import('docx');
  const paragraph = ({ text, as }: Line) =>
    new Paragraph({
      alignment: as === 'title' ? AlignmentType.CENTER : as === 'right' ? AlignmentType.RIGHT : AlignmentType.BOTH,
      spacing: { line: LINE, lineRule: 'exact', ...(as === 'title' && { after: LINE }) },
      ...(as === 'text' && { indent: { firstLine: INDENT } }),
      children: [
        new TextRun({
          text,
          size: as === 'title' ? TITLE_SIZE : TEXT_SIZE,
          bold: as === 'heading',
          font: { ascii: 'Times New Roman', eastAsia: as === 'title' ? TITLE_FONT : TEXT_FONT },
        }),
      ],
    });
  const page = { size: { width: 11906, height: 16838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } };
  const document = new Document({
    creator: '工作规则助手',
    sections: [{ properties: { page }, children: lines.map(paragraph) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
