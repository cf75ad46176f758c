/**
 * Official texts (《…人民政府工作规则》) as published → articles, paragraphs, items.
 * Nothing here knows a district: it reads how Chinese government rules are numbered and printed.
 */
import { bodyOf } from './body.ts';
import { linesOf } from './lines.ts';
import { metadataOf } from './metadata.ts';
import type { OfficialText } from './official.ts';
import { Reader } from './reader.ts';
import { unfold } from './unfold.ts';

/** Parses an official text. Never throws: what it cannot read is among `faults`, by line. */
export function parseText(source: string): OfficialText {
  const { lines, numbering, faults: joined } = unfold(linesOf(source));
  const body = bodyOf(lines, numbering);
  const { metadata, faults } = metadataOf(lines, body);
  const reader = new Reader(body, metadata.title);
  for (const line of body.lines) reader.read(line);
  reader.finish();
  return {
    articles: reader.articles,
    marks: reader.marks,
    metadata,
    faults: [...joined, ...body.faults, ...reader.faults, ...faults].sort((a, b) => a.line - b.line),
  };
}
