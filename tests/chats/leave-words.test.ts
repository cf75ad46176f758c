import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('a leave in everyday words', () => {
  chat(
    'spaces stand for commas; dashes and colons for labels',
    { district: 'linzi', at: '2026-07-06 09:00' },
    `
    朱佳宁 > 请假 7月10日至11日 济南 参加水利干部第3期培训 马志远代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 事由：参加水利干部第3期培训；代为主持工作的负责人：马志远
    朱佳宁 < submitted 43.2 | 共2天
    秦卫东 > 秦卫东外出报告：事由——参加全国农技推广会；地点——郑州；时间——7月16日至17日；代管——副局长邱实
    赵明远、钱立群 < to-note 43.2 [已阅] | 地点：郑州；事由：参加全国农技推广会；代为主持工作的负责人：邱实
    秦卫东 < submitted 43.2 | 已受理
  `,
  );
  chat(
    'an occasion in the reason is no invitation, and who is asked does not act',
    { district: 'laiwu', at: '2026-07-06 09:00' },
    `
    倪卫东 > 因参加儿子毕业典礼，7月11日至12日赴武汉，请任海涛副区长批准。
    任海涛 < to-approve 73.3 [同意 不同意] | 事由：参加儿子毕业典礼
    倪卫东 < submitted 73.3 | 地点：武汉
    殷振华 > 我这周五去济南参加乡镇长座谈，请区长批准。
    花立群 < to-approve 73.3 [同意 不同意] | 事由：参加乡镇长座谈
    殷振华 < submitted 73.3 | 地点：济南
    贺佳宁 > 10号、11号我去杭州看智慧水务，任区长您看行不行？给批个假。
    任海涛 < to-approve 73.3 [同意 不同意] | 看智慧水务
    贺佳宁 < submitted 73.3 | 共2天
  `,
  );
  chat(
    'what is left of the words is the reason, courtesies are none',
    { district: 'zhangdian', at: '2026-09-07 09:00' },
    `
    葛佳宁 > 儿子高校报到，9月14日至16日我送他去武汉，副局长田野代为主持
    柏建国 < to-note 77.2 [已阅] | 地点：武汉；事由：儿子高校报到，送他去武汉
    葛佳宁 < submitted 77.2 | 共3天
    葛佳宁 > 9月18日外出，跟办公室请个假，地点济南，副局长田野代管
    葛佳宁 < incomplete 77.2 (reason) | 请补充：事由
    葛佳宁 > 省发改委报项目
    柏建国 < to-note 77.2 [已阅] | 事由：省发改委报项目
    葛佳宁 < submitted 77.2 | 9月18日
  `,
  );
  chat(
    'a name is cut after its title, and a title alone names nobody',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    朱佳宁 > 9月11日去济南开会，由分管副局长代为主持
    朱佳宁 < incomplete 43.2 (acting) | 请补充：代为主持工作的负责人
    朱佳宁 > 副局长孙涛
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：孙涛
    朱佳宁 < submitted 43.2 | 已受理
    周海涛 > 9月11日去济南开会，工作请补位副区长代为处理
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：吴敏
    吴敏 < notice | 如您不便代为主持
    周海涛 < submitted 43.2 | 已受理
  `,
  );
  chat(
    'days in a list are one absence, days apart are two, notice is no length',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    李国栋 > 9月16、17两日我到聊城参加全省职教现场会，孙丽华同志帮我代一下工作
    赵明远、钱立群 < to-note 43.2 [已阅] | 共2天
    孙丽华 < notice | 代为主持
    李国栋 < submitted 43.2 | 共2天
    朱佳宁 > 9月11日和9月14日都要去济南跑手续，马志远代
    赵明远、钱立群 < to-note 43.2 [已阅] | 9月11日（周五），共1天
    朱佳宁 < submitted 43.2 | 9月11日
    赵明远、钱立群 < to-note 43.2 [已阅] | 9月14日（周一），共1天
    朱佳宁 < submitted 43.2 | 9月14日
    沈春燕 > 刚接到通知，今天下午省里开会，我得马上去济南，洪涛副局长在家主持，来不及提前三天报，特补报
    赵明远、钱立群 < to-note 43.2 [已阅] | 9月7日（周一），共1天
    沈春燕 < submitted 43.2 | 紧急外出
    何浩然 > 9月9日去济南参加例会，当天往返，副局长王丽代为主持，不属于紧急事项
    何浩然 < refused 43.2 | 最早可从9月10日
  `,
  );
  chat(
    'going about the district is no leave',
    { district: 'penglai', at: '2026-07-06 09:00' },
    `
    贝海涛 > 明天去刘家沟镇调研
    贝海涛 < not-understood | 没有看懂
    贝海涛 > 明天去烟台参加调研座谈
    禹立群 < to-approve 69 [同意 不同意] | 地点：烟台
    贝海涛 < submitted 69 | 已受理
  `,
  );
});

describe('changes, extensions and returns', () => {
  chat(
    'a correction after filing changes the item that it names, and no other',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    秦卫东 > 9月14日到15日去寿光参加菜博会，副局长邱实代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 寿光
    秦卫东 < submitted 43.2 | 已受理
    秦卫东 > 不对，是15日到16日
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 9月15日（周二）至9月16日（周三），共2天；地点：寿光
    秦卫东 < recorded 43.2 | 事由：参加菜博会
    秦卫东 > 代管人换成石磊
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：石磊
    秦卫东 < recorded 43.2 | 共2天
    秦卫东 > 推迟一周
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 9月22日（周二）至9月23日（周三）
    秦卫东 < recorded 43.2 | 已变更
    秦卫东 > 改一下
    秦卫东 < not-understood | 请写明要变更的内容
  `,
  );
  chat(
    'an answer to the overdue reminder extends the absence; papers are asked for beside',
    { district: 'linzi', at: '2026-07-06 09:00' },
    `
    张长江 > 7月13日到14日我去烟台参加培训，副主任高敏代为主持。
    赵明远、钱立群 < to-note 43.2 [已阅] | 烟台
    张长江 < submitted 43.2 | 已受理
    -- 2026-07-15 09:30
    张长江 < reminder 43.2 | 尚未销假
    张长江 > 还没回，7月16日回去
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 共4天
    张长江 < recorded 43.2 | 已变更
    -- 2026-07-16 12:00
    -- 2026-07-17 09:30
    张长江 < reminder 43.2 | 7月16日
    张长江 > 昨晚回的，忘了销假
    张长江 < recorded 43.2 | 已销假
  `,
  );
  chat(
    'a registered absence goes on for longer, and with it the standing in',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    任海涛 > 登记外出 4月14日至15日
    任海涛 < recorded 73.3 | 已登记外出
    -- 2026-04-15 09:00
    任海涛 > 还要多待一天
    任海涛 < recorded 73.3 | 外出延长，4月14日（周二）至4月16日（周四）
    贺佳宁 > 4月20日去济南参加水利会议，请假一天
    任海涛 < notice 7.2 | 由袁敏处理
    袁敏 < to-approve 73.3 7.2 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 袁敏
    -- 2026-04-17 09:30
    任海涛 < reminder 73.3 | 4月16日
    袁敏 < reminder 73.3 | 贺佳宁
  `,
  );
  chat(
    'an extension that waits for consent leaves the absence as it is',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    任海涛 > 4月14日至15日赴上海招商，请假
    花立群 < to-approve 73.3 [同意 不同意] | 上海
    任海涛 < submitted 73.3 | 已受理
    花立群 > 准了
    花立群 < recorded | 同意
    凤明远 < to-approve 73.3 [同意 不同意] | 任海涛
    任海涛 < notice | 待区委书记凤明远审批
    凤明远 > 可以
    凤明远 < recorded | 同意
    任海涛 < approved 73.3 | 已批准
    -- 2026-04-15 09:00
    任海涛 > 会议加了一天，返回时间推迟到4月16日
    花立群、凤明远 < notice | 已变更
    花立群 < to-approve 73.3 [同意 不同意] | 4月14日（周二）至4月16日（周四）
    任海涛 < recorded 73.3 | 已变更
    贺佳宁 > 4月20日去济南参加水利会议，请假一天
    任海涛 < notice 7.2 | 由袁敏处理
    袁敏 < to-approve 73.3 7.2 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 袁敏
    任海涛 > 回来了，销假
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    袁敏 < notice | 由其本人办理
    任海涛 < recorded 73.3 | 已销假
  `,
  );
  chat(
    'a return that lies ahead is part of the journey',
    { district: 'zhangdian', at: '2026-10-12 08:00' },
    `
    姜海涛 > 我这就动身去济南，参加省防指会商，今天晚上回来，跟区长报告一声。
    金立群 < to-note 77.1 [已阅] | 济南
    水晓东 < to-file 77.1 [已备案] | 姜海涛
    姜海涛 < submitted 77.1 | 已受理
    -- 2026-10-12 21:00
    姜海涛 > 回来了
    姜海涛 < recorded 77.1 | 已销假
  `,
  );
  chat(
    'a refused leave lives on with another day',
    { district: 'zhoucun', at: '2026-11-09 09:00' },
    `
    穆秀珍 > 后天去趟济南，省厅开会，副局长李强主持。
    穆秀珍 < refused 72.2 | 最早可从11月12日
    穆秀珍 > 那改到12号吧。
    伍建国 < to-note 72.2 [已阅] | 11月12日
    余晓东 < to-note 72.2 [已阅] | 李强
    穆秀珍 < submitted 72.2 | 已受理
  `,
  );
});

describe('more changes', () => {
  chat(
    'a day for a day, a whole put off, a place for a place',
    { district: 'linzi', at: '2026-11-09 09:00' },
    `
    朱佳宁 > 11月12日去滨州看节水灌溉，马志远代
    赵明远、钱立群 < to-note 43.2 [已阅] | 滨州
    朱佳宁 < submitted 43.2 | 已受理
    朱佳宁 > 12号改13号，换成张亮副局长代管
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：张亮
    朱佳宁 < recorded 43.2 | 11月13日（周五），共1天
    朱佳宁 > 顺延到16号
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 11月16日
    朱佳宁 < recorded 43.2 | 11月16日（周一），共1天
    朱佳宁 > 地点是东营不是滨州
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 地点：东营；事由：看节水灌溉
    朱佳宁 < recorded 43.2 | 东营
  `,
  );
  chat(
    'a given name with a title is a person of the roster; another surname before it is another person',
    { district: 'linzi', at: '2026-11-09 09:00' },
    `
    吴敏 > 11月12至13号请假，家父七十大寿，回菏泽，海涛同志代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：周海涛
    周海涛 < notice | 代为主持
    吴敏 < submitted 43.2 | 共2天
    朱佳宁 > 11月12日去滨州看节水灌溉，副局长马海涛同志代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：马海涛
    朱佳宁 < submitted 43.2 | 已受理
  `,
  );
});

describe('on behalf of others', () => {
  chat(
    'a mandate in everyday words is one; the head hears of it',
    { district: 'linzi', at: '2026-08-10 09:00' },
    `
    曹立新 > 蒋局长让我报一下，他8月14日去济南参加项目评审，副局长陈晨临时负责局里工作。
    赵明远、钱立群 < to-note 43.2 [已阅] | 蒋永胜
    曹立新 < submitted 43.2 | 陈晨
    蒋永胜 < notice 43.2 | 曹立新代您提出
    严子涵 > 把蒋永胜局长14号的外出撤了
    严子涵 < not-allowed | 您不能撤回
    陈建国 > 蒋永胜局长14号的外出取消
    赵明远、钱立群 < notice | 陈建国已撤回
    蒋永胜 < notice | 陈建国已撤回
    陈建国 < recorded | 已撤回
  `,
  );
  chat(
    'the office reports a return for others',
    { district: 'linzi', at: '2026-08-10 09:00' },
    `
    陈建国 > 帮水利局朱局长登记一下，8月10日到11日外出
    朱佳宁 < notice | 已为您登记外出
    陈建国 < recorded 43.2 | 已登记外出：朱佳宁
    陈建国 > 朱佳宁已经回来了，销假
    朱佳宁 < notice | 陈建国已为您销假
    陈建国 < recorded 43.2 | 已销假：朱佳宁
  `,
  );
});
