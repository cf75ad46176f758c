import { describe, expect, test } from 'vitest';
import { isClassified } from '../../src/bot/gate.ts';

describe('a message that carries a classification is refused', () => {
  test.each([
    '机密★1年 关于水库调度的方案',
    '秘密★ 通知如下',
    '绝 密 ★ 长期',
    '【机密】水库除险方案',
    '（秘密）征求意见稿',
    '密级：机密',
    '密级为秘密，请登记',
    '這份機密★文件請轉交',
    '秘密☆ 预案',
    '机密* 内部',
    '机密⭐五年',
    '秘密 10年 名单',
    '秘密级★5年',
    '以下内容涉密，请登记',
    '这份涉密文件帮我转给局长',
    '下面这段内容是涉密的，帮我登记成督办事项',
    '该材料属于秘密级',
    '附件为机密文件，请转交',
    '请把这份绝密文件发给区长',
    '这是一份机密文件',
    '本文件涉密',
    '我发一个涉密通知',
    '同意，按机密★件精神办理',
    '转局长：绝密级，电站口令表',
    '这是机密级的，水库图纸',
    '收到一份秘密级通知，主要内容是战备库搬迁',
  ])('%s', (text) => expect(isClassified({ text })).toBe(true));

  test.each(['机密★1年 水库.pdf', '秘密-名单.docx', '涉密材料.zip'])('a file called %s', (file) =>
    expect(isClassified({ file })).toBe(true));

  test('a comment on a card', () =>
    expect(isClassified({ press: { label: '同意', note: '秘密★ 按此办理' } })).toBe(true));
});

describe('talk about secrecy is no classified message', () => {
  test.each([
    '工作规则里对保密是怎么要求的？',
    '保密纪律里，哪些秘密不许外泄？',
    '涉密文件能不能通过飞书发？',
    '区政府组成人员的保密纪律是怎么规定的？',
    '绝密级事项可以直接报送区领导吗',
    '涉密事项怎么报送',
    '确需直接报送的绝密级事项除外',
    '商业秘密不能泄露吧',
    '我想参加保密培训，3月5日去济南',
    '这份文件是不是涉密要谁来定？',
    '局里机密文件由谁管？',
    '涉密公文是不是也要送办公室？',
    '保密工作有什么要求',
  ])('%s', (text) => expect(isClassified({ text })).toBe(false));

  test('a file on secrecy', () => expect(isClassified({ file: '保密协议.pdf' })).toBe(false));
});
