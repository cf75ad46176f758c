import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Outcome, run } from '../../src/cli/rules/run.ts';
import { importedRules, PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { Library } from '../../src/rules/library.ts';
import { TEXT } from './memory-source.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rules-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const rules = (...args: string[]): Outcome => run(args, { dataDir });
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(dataDir, name);
  writeFileSync(path, content);
  return path;
};
const importing = (path: string, district = 'xin'): Outcome =>
  rules('import', path, '--district', district, '--name', '新区');
const inForce = (district: string) =>
  new Library(new RuleFiles([PROJECT_RULES, importedRules(dataDir)])).inForce(district, '2026-03-02').book;

describe('listing and comparing', () => {
  test('every provision as the contract prints it', () => {
    const { output, status } = rules('--district', 'linzi', '--json');
    const listed: Record<string, unknown>[] = JSON.parse(output);
    expect(status).toBe(0);
    expect(listed.length).toBeGreaterThan(100);
    for (const entry of listed) {
      expect(Object.keys(entry)).toEqual(['id', 'family', 'clauses', 'phrase', 'edition', 'says']);
      expect(entry.edition).toBe('2025-04-03');
    }
  });

  test('for people: by family, with the clauses in words', () => {
    expect(rules('--district', 'linzi').output).toMatch(/^《临淄区人民政府工作规则》（2025-04-03印发/);
    expect(rules('--district', 'linzi').output).toContain('第四十三条第二款');
  });

  test('two districts point by point', () => {
    const { output } = rules('diff', 'linzi', 'zhoucun', '--json');
    const { points }: { points: { title: string; a: unknown[]; b: unknown[] }[] } = JSON.parse(output);
    expect(points.some((point) => point.a.length === 0 || point.b.length === 0)).toBe(true);
    expect(rules('diff', 'linzi', 'zhoucun').output).toContain('规则未作规定');
    expect(rules('diff', 'linzi', 'linzi@2025-04-03').output).toContain('没有不同。');
  });

  test('the shipped rules pass', () => {
    expect(rules('check')).toMatchObject({ status: 0, errors: '' });
  });

  test('the proofs that ship are those of the modules: after a change, run `npm run rules -- check --record`', () => {
    const files = new RuleFiles([PROJECT_RULES]);
    expect(files.proofs()).toEqual(files.currentProofs());
  });
});

describe('a new district without code', () => {
  test('a txt: from then on its clauses are searched and quoted', () => {
    const { output, status } = importing(file('new.txt', TEXT));
    expect(status).toBe(0);
    expect(output).toContain('已导入《新区人民政府工作规则》：4条5款');
    expect(output).toContain('全文都已读懂。');
    const book = inForce('xin');
    expect([book.name, book.edition.issued]).toEqual(['新区', '2024-05-06']);
    expect(book.search('副区长外出提前几天', 1)[0]?.ref).toBe('3');
    expect(readFileSync(join(importedRules(dataDir), 'xin/2024-05-06/text.txt'), 'utf8')).toBe(TEXT);
  });

  test('a txt as older computers write it (GB18030); the file itself is kept', () => {
    // 第一条 甲。⏎第二条 乙。⏎ and a date line before
    const bytes = Buffer.from('323032342d30352d30360ab5dad2bbccf520bcd7a1a30ab5dab6feccf520d2d2a1a30a', 'hex');
    expect(importing(file('old.txt', bytes)).status).toBe(0);
    expect(inForce('xin').quote('2').text).toBe('乙。');
    expect(readFileSync(join(importedRules(dataDir), 'xin/2024-05-06/original.txt'))).toEqual(bytes);
  });

  test('a docx with automatic numbers, deleted words and a text box kept twice', () => {
    const paragraph = (words: string, level = ''): string =>
      `<w:p><w:pPr>${level}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const numbered = (depth: number): string => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="7"/></w:numPr>`;
    const document = [
      '<?xml version="1.0"?><w:document><w:body>',
      paragraph('新区人民政府'),
      paragraph('2024年5月6日'),
      paragraph('新区人民政府工作规则'),
      paragraph('为规范工作，<!-- x -->制定本规则。', numbered(0)),
      paragraph('会议的任务是：', numbered(0)),
      paragraph('学习；', numbered(1)),
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">讨论&amp;</w:t></w:r>',
      '<w:del><w:r><w:delText>不要</w:delText></w:r></w:del><mc:AlternateContent><mc:Choice><w:r><w:t>决定。</w:t></w:r></mc:Choice>',
      '<mc:Fallback><w:r><w:t>决定。</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p><w:p/>',
      paragraph('公文由区长签发。', numbered(0)),
      '</w:body></w:document>',
    ].join('');
    const level = (depth: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCountingThousand', '第%1条 ')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const docx = zipSync({ 'word/document.xml': strToU8(document), 'word/numbering.xml': strToU8(numbering) });
    expect(importing(file('new.docx', docx)).errors).toBe('');
    const book = inForce('xin');
    expect(book.quote('2').text).toBe('会议的任务是：\n（一）学习；\n（二）讨论&决定。');
    expect(book.quote('3').text).toBe('公文由区长签发。');
    expect(existsSync(join(importedRules(dataDir), 'xin/2024-05-06/original.docx'))).toBe(true);
  });

  test('what was not understood is listed by line, and the rest is taken in', () => {
    const path = file('gap.txt', TEXT.replace('第四条', '第六条'));
    const { output, status } = importing(path);
    expect(status).toBe(0);
    expect(output).toContain(`${path}:11：缺少第四条至第五条`);
    expect(output).toContain('读不懂的有1处');
  });

  test('scaffold, then fill in, then load', () => {
    importing(file('new.txt', TEXT));
    expect(rules('scaffold', '--district', 'xin').output).toContain('新列出2处似有可执行的规定');
    expect(inForce('xin').provisions.map((p) => p.clauses[0])).toEqual(['2.2', '3.1']);
    expect(rules('scaffold', '--district', 'xin').output).toContain('新列出0处');
    expect(rules('load').output).toContain('可以使用，重启后生效');
    const unfinished = rules('check', '--district', 'xin');
    expect(unfinished.status).toBe(1);
    expect(unfinished.errors).toContain('未回答任何问点');
    const module = join(importedRules(dataDir), 'xin/2024-05-06/provisions.json');
    writeFileSync(module, readFileSync(module, 'utf8').replace('应提前3天', '应提前4天'));
    expect(rules('load')).toMatchObject({ status: 1, errors: expect.stringContaining('不是 3.1 的原文') });
  });

  test('a second edition stands beside the first', () => {
    importing(file('old.txt', TEXT));
    importing(file('new.txt', TEXT.replace('2024年5月6日', '2025年7月8日').replace('3天', '5天')));
    expect(inForce('xin').edition.issued).toBe('2025-07-08');
    expect(rules('diff', 'xin@2024-05-06', 'xin@2025-07-08').output).toMatch(/第三条 → 第三条[\s\S]*3天[\s\S]*5天/);
  });
});

describe('wrong input is named, all of it at once, and changes nothing', () => {
  const good = ['--district', 'xin', '--name', '新区'];
  const cases: readonly (readonly [string, string[], string[]])[] = [
    ['an unknown subcommand', ['frobnicate'], ['没有“frobnicate”这个子命令']],
    ['unknown options', ['check', '--fast', '--hard'], ['--fast', '--hard']],
    ['no district', ['--json'], ['请用 --district 指明区：']],
    ['an unknown district', ['--district', 'nowhere', '--json'], ['没有“nowhere”的规则']],
    [
      'an unknown edition',
      ['diff', 'linzi@1999-01-01', 'nowhere'],
      ['没有 1999-01-01 印发的一版', '没有“nowhere”的规则'],
    ],
    ['too few words', ['diff', 'linzi'], ['diff 后面还缺1项']],
    ['too many words', ['diff', 'linzi', 'laiwu', 'zhoucun'], ['多了：zhoucun']],
    [
      'a missing file and names',
      ['import', 'nowhere.txt', '--district', 'X!', '--issued', '2024-02-30'],
      ['--district', '--name', '--issued 不是日期', '没有这个文件'],
    ],
    ['a folder', ['import', PROJECT_RULES, ...good], ['没有这个文件']],
    ['a district of the project to scaffold', ['scaffold', '--district', 'linzi'], ['随程序提供']],
  ];
  test.each(cases)('%s', (_, args, says) => {
    const { status, errors, output } = rules(...args);
    expect([status, output]).toEqual([1, '']);
    for (const part of says) expect(errors).toContain(part);
    expect(existsSync(importedRules(dataDir))).toBe(false);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', '文件是空的'],
    ['prose.txt', '今天天气很好。', '未找到以“第一条”或“一、”开头的条文'],
    ['undated.txt', '第一条 甲。\n第二条 乙。\n', '请用 --issued'],
    ['twice.txt', TEXT.replace('第四条', '第三条'), '条号有误会导致引用错误，未导入'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'doc 请先另存为 docx'],
    ['cut.docx', Buffer.from('504b030414000000', 'hex'), '读不出这个 docx 文件'],
    ['other.docx', zipSync({ 'a.txt': strToU8('a') }), '读不出这个 docx 文件'],
    [
      'entities.docx',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') }),
      '读不出这个 docx 文件',
    ],
  ])('%s', (name, content, says) => {
    const { status, errors } = importing(file(name, content));
    expect(status).toBe(1);
    expect(errors).toContain(says);
    expect(existsSync(importedRules(dataDir))).toBe(false);
  });

  test('an edition that is there already', () => {
    importing(file('new.txt', TEXT));
    expect(importing(file('again.txt', TEXT)).errors).toContain('已有 2024-05-06 印发的一版，未作改动');
    expect(
      rules('import', file('linzi.txt', TEXT), '--district', 'linzi', '--name', '临淄区', '--issued', '2025-04-03')
        .errors,
    ).toContain('已有');
  });

  test('a module that is no JSON stops listing with file and line', () => {
    const folder = join(importedRules(dataDir), 'xin/2024-05-06');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'text.txt'), TEXT);
    writeFileSync(join(folder, 'provisions.json'), '{\n"district" "xin"}');
    expect(rules('--district', 'xin', '--json')).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/provisions\.json:2：不是合法的 JSON/),
    });
  });
});
