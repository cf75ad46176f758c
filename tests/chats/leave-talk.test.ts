import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('a leave and a question about it', () => {
  chat(
    'asked for outright, with who decides after a comma: both are served',
    { district: 'laiwu', at: '2026-04-02 09:00' },
    `
    贺佳宁 > 我15号请假两天去济南参加培训，谁批？
    任海涛 < to-approve 73.3 [同意 不同意] | 参加培训
    贺佳宁 < submitted 73.3 | 共2天；地点：济南；事由：参加培训
    贺佳宁 < answered 73.3 | 现任分管水利局的副区长任海涛
  `,
  );
  chat(
    'what is only asked is only answered, and filed by a word',
    { district: 'laiwu', at: '2026-04-02 09:00' },
    `
    贺佳宁 > 我15号到16号去济南参加培训，要谁批？
    贺佳宁 < answered 73.3 | 未作办理。需要请假的，回复“那就请假”
    贺佳宁 > 好，那就报吧
    任海涛 < to-approve 73.3 [同意 不同意] | 参加培训
    贺佳宁 < submitted 73.3 | 共2天；地点：济南；事由：参加培训
    倪卫东 > 我想15号请假两天，找谁批？
    倪卫东 < answered 73.3 | 未作办理
    倪卫东 > 请假找谁批？
    倪卫东 < answered 73.3 | 任海涛
    倪卫东 > 那就请假
    倪卫东 < incomplete 73.3 (dates reason) | 请补充
  `,
  );
});

describe('what a leave says', () => {
  chat(
    'why: whose illness and where, a visit with its place, an illness with its treatment',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    张长江 > 母亲突发脑梗在市一院抢救，我现在赶过去，街道这边王强先顶着，后天回
    赵明远、钱立群 < to-note 43.2 [已阅] | 3月2日（周一）至3月4日（周三），共3天；地点：市一院；事由：母亲突发脑梗在市一院抢救
    张长江 < submitted 43.2 | 代为主持工作的负责人：王强
    朱佳宁 > 因病需要到省立医院手术，3月9日至11日，马志远代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 事由：因病手术
    朱佳宁 < submitted 43.2 | 地点：省立医院
    秦卫东 > 3月9号到3月11号休假，回老家看看，邱实代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 地点：老家；事由：休假，回老家看看
    秦卫东 < submitted 43.2 | 共3天
  `,
  );
  chat(
    'who acts: there or on that side, and a name apart from its duty',
    { district: 'zhangdian', at: '2026-12-14 09:00' },
    `
    韦长江 > 老家盖房子出了点事，17号我得回菏泽一天，孟涛主任在街道盯着。
    柏建国 < to-note 77.2 [已阅] | 事由：老家盖房子出了点事；代为主持工作的负责人：孟涛
    韦长江 < submitted 77.2 | 地点：菏泽
    潘德胜 > 丁敏副局长那边顶着，我18号去济南开会
    柏建国 < to-note 77.2 [已阅] | 代为主持工作的负责人：丁敏
    潘德胜 < submitted 77.2 | 事由：开会
    郎振华 > 12.18-12.20 苏州 招商 副镇长李明 主持
    柏建国 < to-note 77.2 [已阅] | 地点：苏州；事由：招商；代为主持工作的负责人：李明
    郎振华 < submitted 77.2 | 共3天
  `,
  );
  chat(
    'a meeting that is missed for a journey is the meeting’s matter; what is signed on a journey is no agreement',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 3月12日常务会议我要去北京出差，请假
    陈建国 < to-note 23 [已阅] | 常务会议
    钱立群 < to-approve 23 [同意 不同意] | 去北京出差
    朱佳宁 < submitted 23 | 常务会议请假，事由：去北京出差
    杨德胜 > 3月5号带队去上海瑞金医院签合作协议，当天来回，局里魏然盯着
    赵明远、钱立群 < to-note 43.2 [已阅] | 签合作协议
    杨德胜 < submitted 43.2 | 代为主持工作的负责人：魏然
  `,
  );
});

describe('a leave that changes', () => {
  const filed = `
    贺佳宁 > 我4月9日至10日去南京开会
    任海涛 < to-approve 73.3 [同意 不同意] | 南京
    贺佳宁 < submitted 73.3 | 共2天`;
  const changed = (words: string, now: string): string => `
    贺佳宁 > ${words}
    任海涛 < notice | 已变更
    任海涛 < to-approve 73.3 [同意 不同意] | ${now}
    贺佳宁 < recorded 73.3 | 已变更`;
  const setting = { district: 'laiwu', at: '2026-04-02 09:00' };
  chat(
    'by a day given up, and is named to those it had reached as it now is',
    setting,
    `${filed}
    贺佳宁 > 当天就回，10号不用了
    任海涛 < notice | 外出请假”已变更为“贺佳宁4月9日（周四）外出请假”
    任海涛 < to-approve 73.3 [同意 不同意] | 4月9日（周四），共1天
    贺佳宁 < recorded 73.3 | 共1天`,
  );
  chat(
    'by a plan that changed, a shift, a day denied, a supplement',
    setting,
    `${filed}${changed('计划有变，只去10号一天', '4月10日（周五），共1天')}
    ${changed('更正一下，时间是4月16日，不是10日', '4月16日（周四），共1天')}
    ${changed('时间提前一天，15号走', '4月15日（周三），共1天')}
    ${changed('补充一下，是去参加长江论坛', '事由：参加长江论坛')}
    ${changed('事由写错了，是学习考察', '事由：学习考察')}`,
  );
  chat(
    'to another week, on the same weekdays',
    { district: 'laiwu', at: '2026-04-02 09:00' },
    `${filed}${changed('会改期了，顺延到下下周', '4月16日（周四）至4月17日（周五）')}`,
  );
  chat(
    'and is off with its occasion; a flight that is off only keeps somebody there',
    setting,
    `${filed}
    贺佳宁 > 会议取消了，不去了
    任海涛 < notice | 已撤回
    贺佳宁 < recorded | 已撤回
    倪卫东 > 4月9日去济南开会
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    倪卫东 < submitted 73.3 | 共1天
    任海涛 > 同意
    任海涛 < recorded | 同意
    倪卫东 < approved 73.3 | 已批准
    唐晓东、史建国 < to-file 73.3 [已备案] | 倪卫东
    -- 2026-04-09 18:00
    倪卫东 > 航班取消了，明天才能回
    任海涛、唐晓东、史建国 < notice | 已变更
    任海涛 < to-approve 73.3 [同意 不同意] | 至4月10日
    倪卫东 < recorded 73.3 | 至4月10日（周五），共2天`,
  );
});
