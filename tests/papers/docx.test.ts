import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { renderPaper } from '../../src/papers/docx.ts';

const textOf = (docx: Uint8Array): string => {
  const xml = unzipSync(docx)['word/document.xml'];
  return xml
    ? strFromU8(xml)
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]+>/g, '')
    : '';
};

test('a paper has its title, addressee, text, signature and full date, in that order', async () => {
  const docx = await renderPaper({
    name: '说明.docx',
    title: '关于紧急外出的情况说明',
    addressee: '区政府：',
    paragraphs: ['因突发水库险情处置，我于3月3日临时外出。', '特此说明。'],
    signature: '水利局 朱佳宁',
    day: '2026-03-02',
  });
  expect(textOf(docx).trim().split('\n')).toEqual([
    '关于紧急外出的情况说明',
    '区政府：',
    '因突发水库险情处置，我于3月3日临时外出。',
    '特此说明。',
    '水利局 朱佳宁',
    '2026年3月2日',
  ]);
});

test('what people wrote is text in a paper, never markup', async () => {
  const docx = await renderPaper({
    name: '说明.docx',
    title: '<w:p>&标题',
    addressee: '区政府：',
    paragraphs: ['</w:t><script>'],
    signature: 'A',
    day: '2026-03-02',
  });
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('&lt;/w:t&gt;&lt;script&gt;');
  expect(xml).not.toContain('<script>');
});
