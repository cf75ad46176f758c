import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { parseText } from '../../src/rules/text/parse.ts';

const files = new RuleFiles([PROJECT_RULES]);
const data = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, 'data', name), 'utf8'));

describe('an official text as published becomes its clauses', () => {
  const official: readonly (readonly [string, string, string, string | null])[] = [
    ['linzi', '2025-04-03', '临淄区人民政府工作规则', null],
    ['zhangdian', '2022-04-21', '张店区人民政府工作规则', '张政发〔2022〕7号'],
    ['laiwu', '2026-03-26', '济南市莱芜区人民政府工作规则', '莱芜政发〔2026〕1号'],
    ['zhoucun', '2017-03-10', '周村区人民政府工作规则', null],
    ['penglai', '2022-12-30', '烟台市蓬莱区人民政府工作规则', '烟蓬政发〔2022〕19号'],
  ];

  test.each(official)('%s: articles, paragraphs and items are the official ones', (district, issued, title, number) => {
    const text = parseText(files.text(district, issued));
    expect(text.articles).toEqual(data(`${district}.clauses.json`));
    expect(text.faults).toEqual([]);
    expect(text.metadata).toEqual({ title, issued, ...(number && { number }) });
  });
});
