import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isDate } from '../../core/day.ts';
import { importedRules, PROJECT_RULES, RULE_FILES, RuleFiles } from '../../hosts/rule-files.ts';
import { Clauses } from '../../rules/clauses.ts';
import { isGrave, type OfficialText, type TextFault } from '../../rules/text/official.ts';
import { parseText } from '../../rules/text/parse.ts';
import { textOnly } from '../../rules/text-only.ts';
import { docxText, isZip } from './docx.ts';
import { type Call, done, failed, type Outcome } from './run.ts';

const MOST_BYTES = 16 * 1024 * 1024;

/** Takes an official text in for a district: from then on chat, search and quotes know it. */
export function importText({ words: [file = ''], options, dataDir }: Call): Outcome {
  const { district = '', name = '', issued = '' } = options;
  const faults = [
    ...(/^[a-z][a-z0-9-]{1,39}$/.test(district)
      ? []
      : ['--district 要写区的代号：小写字母开头，2至40个小写字母、数字或连字符。']),
    ...(name.trim() ? [] : ['--name 要写区的名称，如“高新区”。']),
    ...(!issued || isDay(issued) ? [] : [`--issued 不是日期（年-月-日，如 2025-04-03）：${issued}`]),
  ];
  const source = readSource(file);
  if ('fault' in source) return failed([...faults, source.fault]);
  const text = parseText(source.words);
  const day = issued || text.metadata.issued;
  if (!day) faults.push('未找到印发日期，请用 --issued 年-月-日 写明。');
  if (!day || faults.length > 0) return failed([...sayFaults(file, text), ...faults]);
  if (new RuleFiles([PROJECT_RULES, importedRules(dataDir)]).districts().get(district)?.includes(day)) {
    return failed([`${district} 已有 ${day} 印发的一版，未作改动。`]);
  }
  if (text.faults.some(isGrave)) {
    return failed([...sayFaults(file, text), '条号有误会导致引用错误，未导入。请改正原文后再导入。']);
  }
  const folder = join(importedRules(dataDir), district, day);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, RULE_FILES.text), source.words);
  if (source.original) writeFileSync(join(folder, `original${extname(file)}`), source.original);
  const module = textOnly(district, day, new Clauses(() => text), name.trim());
  writeFileSync(join(folder, RULE_FILES.module), `${JSON.stringify(module, null, 2)}\n`);
  return done(sayImport(file, folder, text, module.title));
}

interface Source {
  words: string;
  /** The file as it came, where its words had to be taken out of it. */
  original?: Uint8Array;
}

function readSource(file: string): Source | { fault: string } {
  if (!existsSync(file) || !statSync(file).isFile()) return { fault: `没有这个文件：${file}` };
  if (statSync(file).size > MOST_BYTES) return { fault: `文件超过16MB：${file}` };
  const bytes = readFileSync(file);
  if (bytes.length === 0) return { fault: `文件是空的：${file}` };
  if (!isZip(bytes)) return readPlain(file, bytes);
  try {
    return { words: docxText(bytes), original: bytes };
  } catch (error) {
    return { fault: `读不出这个 docx 文件：${file}（${error instanceof Error ? error.message : String(error)}）` };
  }
}

/** UTF-8, or GB18030 as older office computers write it. */
function readPlain(file: string, bytes: Uint8Array): Source | { fault: string } {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const words = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      if (words.includes('\0')) break;
      return encoding === 'utf-8' ? { words } : { words, original: bytes };
    } catch {
      // not this encoding
    }
  }
  return { fault: `不是 txt 或 docx 文件（doc 请先另存为 docx）：${file}` };
}

function isDay(text: string): boolean {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return m !== null && isDate(Number(m[1]), Number(m[2]), Number(m[3]));
}

const sayFaults = (file: string, { faults }: OfficialText): string[] =>
  faults.map(({ line, says }: TextFault) => `${file}:${line}：${says}`);

function sayImport(file: string, folder: string, text: OfficialText, title: string): string {
  const paragraphs = text.articles.reduce((sum, article) => sum + article.paragraphs.length, 0);
  const { number } = text.metadata;
  return [
    ...sayFaults(file, text),
    `已导入《${title}》${number ? `（${number}）` : ''}：${text.articles.length}条${paragraphs}款，存于 ${folder}。`,
    text.faults.length > 0 ? `读不懂的有${text.faults.length}处，见上。` : '全文都已读懂。',
    '可查询、引用；要按规则办事，请运行 rules -- scaffold 并补充条目。',
  ].join('\n');
}
