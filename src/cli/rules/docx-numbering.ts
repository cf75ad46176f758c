import { chineseNumber } from '../../rules/text/numerals.ts';
import { xmlTokens } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** 第%1条, （%2） */
  text: string;
}

/** Word's automatic numbers (word/numbering.xml), counted on as paragraphs come. */
export class Numbering {
  /** List id → the definition it uses. */
  private readonly lists = new Map<string, string>();
  private readonly levels = new Map<string, Level[]>();
  private readonly counts = new Map<string, number[]>();

  constructor(xml: string) {
    let definition = '';
    let list = '';
    let level: Level = { start: 1, format: 'decimal', text: '' };
    for (const token of xmlTokens(xml)) {
      if (token.kind !== 'open') continue;
      const value = token.attributes['w:val'] ?? '';
      if (token.name === 'w:abstractNum') {
        definition = token.attributes['w:abstractNumId'] ?? '';
        this.levels.set(definition, []);
      } else if (token.name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        const depth = Number(token.attributes['w:ilvl']) || 0;
        const levels = this.levels.get(definition);
        if (levels && depth < 9) levels[depth] = level;
      } else if (token.name === 'w:start') level.start = Number(value) || 1;
      else if (token.name === 'w:numFmt') level.format = value;
      else if (token.name === 'w:lvlText') level.text = value;
      else if (token.name === 'w:num') list = token.attributes['w:numId'] ?? '';
      else if (token.name === 'w:abstractNumId') this.lists.set(list, value);
    }
  }

  /** The number of the next paragraph of a list, as it is printed; nothing for a paragraph without a list. */
  next(list: string, depth: number): string {
    const definition = this.lists.get(list);
    const levels = definition === undefined ? undefined : this.levels.get(definition);
    const level = levels?.[depth];
    if (definition === undefined || !levels || !level) return '';
    const before = this.counts.get(definition) ?? [];
    const counts = levels.map((l, i) => {
      if (i > depth) return 0;
      return i < depth ? before[i] || l.start : (before[i] ?? 0) ? (before[i] ?? 0) + 1 : l.start;
    });
    this.counts.set(definition, counts);
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const i = Number(digit) - 1;
      return written(counts[i] ?? 1, levels[i]?.format ?? 'decimal');
    });
  }
}

/** Chinese numerals for Word's East Asian counting formats, else digits. */
function written(n: number, format: string): string {
  const isChinese = /^(?:chinese|japanese|taiwanese|ideograph)/.test(format) && n <= 199;
  return isChinese ? chineseNumber(n) : String(n);
}
