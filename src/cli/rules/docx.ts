/** Reads a Word document's words, a line for each paragraph, its automatic numbers written out (第一条, （二）). */
import { strFromU8, unzipSync } from 'fflate';
import { Numbering } from './docx-numbering.ts';
import { xmlTokens } from './xml.ts';

/** Far beyond any set of rules; keeps a crafted archive from filling the memory. */
const MOST_BYTES = 32 * 1024 * 1024;

const PARTS = ['word/document.xml', 'word/numbering.xml'];

/** Elements whose words a reader of the page doesn't see: deletions, field codes, copies for old versions. */
const UNSEEN: ReadonlySet<string> = new Set([
  'w:del',
  'w:instrText',
  'w:moveFrom',
  'mc:Fallback',
  'w:pPrChange',
  'w:rPrChange',
]);

/** Whether a file is a zip archive, as every docx is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The words of a docx file. Throws an `Error` for an archive that is none, or is damaged. */
export function docxText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!PARTS.includes(name)) return false;
      if (originalSize > MOST_BYTES) throw new Error(`${name} has ${originalSize} bytes, more than ${MOST_BYTES}`);
      return true;
    },
  });
  const [document, numbering] = PARTS.map((name) => parts[name]);
  if (!document) throw new Error('no word/document.xml: not a Word document');
  return paragraphs(strFromU8(document), new Numbering(numbering ? strFromU8(numbering) : '')).join('\n');
}

function paragraphs(xml: string, numbering: Numbering): string[] {
  const lines: string[] = [];
  let line = '';
  let level = { list: '', depth: 0 };
  let inText = false;
  let unseen = '';
  for (const token of xmlTokens(xml)) {
    if (unseen) {
      if (token.kind === 'close' && token.name === unseen) unseen = '';
    } else if (token.kind === 'text') {
      if (inText) line += token.text;
    } else if (token.kind === 'open') {
      const value = token.attributes['w:val'] ?? '';
      if (UNSEEN.has(token.name) && !token.empty) unseen = token.name;
      else if (token.name === 'w:t') inText = !token.empty;
      else if (token.name === 'w:tab') line += '\t';
      else if (token.name === 'w:br' || token.name === 'w:cr') line += '\n';
      else if (token.name === 'w:numId') level = { ...level, list: value };
      else if (token.name === 'w:ilvl') level = { ...level, depth: Number(value) || 0 };
      else if (token.name === 'w:p' && token.empty) lines.push('');
    } else if (token.name === 'w:t') {
      inText = false;
    } else if (token.name === 'w:p') {
      // an empty paragraph shows its number on screen, but states nothing
      lines.push(line.trim() ? numbering.next(level.list, level.depth) + line : line);
      line = '';
      level = { list: '', depth: 0 };
    }
  }
  return lines;
}
