/** Words that look like another matter's, and are not: the system of 请销假, 监督办法, what was decided before, what is denied. */
import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('a matter is taken for itself', () => {
  chat(
    'a leave filed under the system of asking and reporting back',
    { district: 'zhangdian', at: '2026-05-11 09:00' },
    `
    潘德胜 > 按照请销假制度报告如下：行止日期5月18日至5月20日；地点：武汉；事由：参加论坛；代为主持工作人员：副局长丁敏。
    柏建国 < to-note 77.2 [已阅] | 地点：武汉
    潘德胜 < submitted 77.2 | 代为主持工作的负责人：丁敏
  `,
  );
  chat(
    'a topic about a way of supervising, and one whose fate is left to the mayor',
    { district: 'linzi', at: '2026-05-13 09:00' },
    `
    周海涛 > {议题材料.docx} 拟提请5月27日区政府常务会议研究《临淄区行政执法监督办法》，文件已经区政府办公室审核，请区长审定是否上会。
    钱立群 < to-approve 20.3 [同意 不同意] | 行政执法监督办法
    周海涛 < submitted 20.3
  `,
  );
  chat(
    'a topic put before its verb, late',
    { district: 'zhoucun', at: '2026-06-15 14:00' },
    `
    孟少华 > {议题审批表.pdf} 教育和体育局想把研学基地命名事项临时加进明天（6月16日）上午的区政府常务会议，《议题审批表》已由我审核并盖章，已与相关部门协调一致并签字。
    孟少华 < refused 49
  `,
  );
  chat(
    'an exception that is denied is none',
    { district: 'linzi', at: '2026-03-17 09:00' },
    `
    朱佳宁 > {请示.pdf} 请把《关于清淤的请示》绕过区政府办公室，直接呈周海涛副区长本人批示，这不是领导交办的事项。
    朱佳宁 < refused 28
  `,
  );
});

describe('an unfinished request', () => {
  chat(
    'is ended by taking it back, and never named by those words',
    { district: 'zhoucun', at: '2026-03-19 09:00' },
    `
    孟少华 > 请财政局会签一下我们的稿子
    孟少华 < incomplete (topic)
    孟少华 > 刚才那个会签先撤回，稿子还要改
    孟少华 < recorded | 未完成的申请已取消
  `,
  );
  chat(
    "that was begun on somebody's behalf may be completed by the same hand",
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    严子涵 > 受局长委托：朱佳宁局长拟于3月9日外出参加现场会，当天返回，由李国栋代为主持，特此报告。
    严子涵 < incomplete (place)
    严子涵 > 现场会地点在东营市。
    赵明远、钱立群 < to-note 43.2 [已阅] | 地点：东营市
    李国栋 < notice
    严子涵 < submitted 43.2
    朱佳宁 < notice 43.2 | 严子涵代您提出
  `,
  );
  chat(
    'and progress is progress, whatever was refused before',
    { district: 'penglai', at: '2026-05-12 09:00' },
    `
    纪佳宁 > 区政府常务会定的水库除险加固，请督办，水利局6月底前办完
    纪佳宁 < not-allowed 49
    成建国 > 5月11日常务会议决定，由水利局6月30日前完成水库除险加固，请列入督办
    纪佳宁 < to-do 49 65
    成建国 < submitted 49
    纪佳宁 > 水库除险加固已完成一半
    成建国 < notice | 已完成一半
    纪佳宁 < recorded
  `,
  );
});

describe('part of a matter', () => {
  chat(
    'a countersign is not taken back whole for one of its departments',
    { district: 'zhoucun', at: '2026-03-10 09:00' },
    `
    孟少华 > 《奖补办法》请财政局、水利局会签
    顾春燕、黄佳宁 < to-countersign 58.2
    孟少华 < submitted 58.2
    孟少华 > 水利局那边撤了吧，不用会签了
    孟少华 < not-understood | 现均未撤回
    孟少华 > 撤回会签
    顾春燕、黄佳宁 < notice
    孟少华 < recorded | 已撤回
  `,
  );
  chat(
    'a review said to be missing is told to whoever decides, with the rule that may want it',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `
    贺佳宁 > 《莱芜区节水管理办法》想上4月20日的常务会，合法性审查还没做，先排上
    任海涛 < to-approve | 来文说明尚未完成合法性审查。规则：提请区政府讨论决定的重要事项
    贺佳宁 < submitted
  `,
  );
});
