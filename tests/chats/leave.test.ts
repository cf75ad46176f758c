import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('临淄: one report to two people', () => {
  chat(
    'a head reports three days ahead; what is missing is asked for in one go',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 请假 3月5日至3月7日
    朱佳宁 < incomplete 43.2 (place reason acting) | 请补充：地点、事由、代为主持工作的负责人
    朱佳宁 > 去济南参加水利培训，马志远代为主持
    赵明远 < to-note 43.2 [已阅] | 事由：参加水利培训
    钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：马志远
    朱佳宁 < submitted 43.2 | 已送区委书记赵明远、钱立群区长
  `,
  );
  chat(
    'a deputy mayor reports the same way, to nobody else',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    周海涛 > 3月5日至6日赴南京考察学习，吴敏代为主持
    赵明远 < to-note 43.2 [已阅] | 周海涛
    钱立群 < to-note 43.2 [已阅] | 南京
    吴敏 < notice | 代为主持工作的负责人：吴敏
    周海涛 < submitted 43.2 | 共2天
  `,
  );
  chat(
    'two days ahead is refused with the earliest day',
    { district: 'linzi', at: '2026-03-02 23:59' },
    `
    吕振华 > 3月4日去北京参加会议，由王强代为主持
    吕振华 < refused 43.2 | 最早可从3月5日（周四）起
  `,
  );
  chat(
    'three days away need no papers, four do',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    张长江 > 3月9日至12日赴杭州学习，由李强代为主持
    张长江 < incomplete 43.2 (attachments) | 超过3天
    张长江 > {通知、方案及日程安排.pdf}
    赵明远 < to-note 43.2 [已阅] | 附件：通知、方案及日程安排.pdf
    钱立群 < to-note 43.2 [已阅] | 共4天
    张长江 < submitted 43.2 | 已受理
    孔思源 > 3月9日至11日赴杭州学习，由刘强代为主持
    赵明远 < to-note 43.2 [已阅] | 共3天
    钱立群 < to-note 43.2 [已阅] | 共3天
    孔思源 < submitted 43.2 | 已受理
  `,
  );
  chat(
    'an urgent absence passes once its reason is given',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    沈春燕 > 有紧急事项，明天要去济南，由刘洋代为主持
    沈春燕 < incomplete 43.2 (urgent-reason) | 紧急外出的理由
    沈春燕 > 省财政厅临时召开债券发行调度会
    赵明远 < to-note 43.2 [已阅] | 紧急外出，理由：省财政厅临时召开债券发行调度会
    钱立群 < to-note 43.2 [已阅] | 紧急
    沈春燕 < submitted 43.2 | 已受理
  `,
  );
  chat(
    'dates that are none, end before they begin or lie behind are asked back',
    { district: 'linzi', at: '2026-03-09 09:00' },
    `
    朱佳宁 > 2月30日去济南开会，马志远代为主持
    朱佳宁 < incomplete 43.2 (dates) | 没有“2月30日”这一天
    朱佳宁 > 算了
    朱佳宁 < recorded | 已取消
    朱佳宁 > 请假3月20日至3月18日去济南开会，马志远代为主持
    朱佳宁 < incomplete 43.2 (dates) | 结束日期早于开始日期
    朱佳宁 > 算了
    朱佳宁 < recorded | 已取消
    朱佳宁 > 请假3月1日去济南开会，马志远代为主持
    朱佳宁 < incomplete 43.2 (dates) | 已经过去
  `,
  );
  chat(
    'a position that the rule does not name is not found, and its absence may be registered',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    严子涵 > 我想请两天假，3月9日到10日，家里有事
    严子涵 < not-found | 登记外出
    严子涵 > 登记外出
    严子涵 < incomplete | 请补充起止日期
    严子涵 > 3月9日至10日
    严子涵 < recorded 43.2 | 已登记外出
    钱立群 > 我3月12日至14日去上海招商
    孙丽华 < notice 5.2 | 由您主持区政府工作
    钱立群 < recorded 5.2 | 主持区政府工作
  `,
  );
  chat(
    'change, withdrawal and return are told to those whom the report had reached',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 3月9日去济南开会，马志远代为主持
    赵明远 < to-note 43.2 [已阅] | 3月9日
    钱立群 < to-note 43.2 [已阅] | 3月9日
    朱佳宁 < submitted 43.2 | 已受理
    朱佳宁 > 改成3月10日
    赵明远 < notice | 已变更
    钱立群 < notice | 已变更
    赵明远 < to-note 43.2 [已阅] | 3月10日
    钱立群 < to-note 43.2 [已阅] | 3月10日
    朱佳宁 < recorded 43.2 | 已变更
    -- 2026-03-11 09:00
    朱佳宁 < reminder 43.2 | 尚未销假
    朱佳宁 > 我回来了，销假
    朱佳宁 < recorded 43.2 | 已销假
    朱佳宁 > 销假
    朱佳宁 < answered 43.2 | 没有待销假
  `,
  );
  chat(
    'a return on time is not asked after',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 3月6日去济南开会，马志远代为主持
    赵明远 < to-note 43.2 [已阅] | 3月6日
    钱立群 < to-note 43.2 [已阅] | 3月6日
    朱佳宁 < submitted 43.2 | 已受理
    -- 2026-03-06 18:00
    朱佳宁 > 已返回，销假
    朱佳宁 < recorded 43.2 | 已销假
    -- 2026-03-12 09:00
  `,
  );
  chat(
    'an acting person may object; whoever had the report hears of it',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    周海涛 > 3月5日至6日赴南京考察学习，吴敏代为主持
    赵明远 < to-note 43.2 [已阅] | 南京
    钱立群 < to-note 43.2 [已阅] | 南京
    吴敏 < notice | 如您不便代为主持
    周海涛 < submitted 43.2 | 已受理
    吴敏 > 我不能代为主持，同期要参加省里培训
    周海涛 < notice | 不能代为主持
    赵明远 < notice | 不能代为主持
    钱立群 < notice | 不能代为主持
    吴敏 < recorded | 已记录并转告
  `,
  );
  chat(
    'an acting person who is away is pointed out',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    陈建国 > 登记外出：副区长吴敏，3月5日至6日，济南
    吴敏 < notice | 登记外出
    陈建国 < recorded 43.2 | 吴敏
    周海涛 > 3月5日至6日赴南京考察学习，吴敏代为主持
    赵明远 < to-note 43.2 [已阅] | 同期也已登记外出
    钱立群 < to-note 43.2 [已阅] | 相互补位的吴敏副区长同期外出
    吴敏 < notice | 代为主持
    周海涛 < submitted 43.2 | 提示
  `,
  );
  chat(
    'others file only for their own head and when asked to',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    严子涵 > 蒋永胜局长3月9日请假去北京
    严子涵 < not-allowed | 您不能替
    严子涵 > 受朱佳宁局长委托报告：朱局长3月9日至10日赴青岛参加会议，由马志远代为主持
    赵明远 < to-note 43.2 [已阅] | 青岛
    钱立群 < to-note 43.2 [已阅] | 青岛
    严子涵 < submitted 43.2 | 朱佳宁
    朱佳宁 < notice 43.2 | 严子涵代您提出
  `,
  );
});

describe('莱芜: a chain of consents', () => {
  chat(
    'a deputy mayor asks the mayor, then the party secretary; approved only after both',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    任海涛 > 4月20日至22日休年假回老家
    花立群 < to-approve 73.3 [同意 不同意] | 请审批
    任海涛 < submitted 73.3 | 已送花立群区长
    凤明远 > 同意
    凤明远 < not-allowed | 没有可以“同意”的事项
    花立群 > [同意]
    花立群 < recorded | 同意
    凤明远 < to-approve 73.3 [同意 不同意] | 任海涛
    任海涛 < notice | 待区委书记凤明远审批
    凤明远 > [同意]
    凤明远 < recorded | 同意
    任海涛 < approved 73.3 | 已批准
    凤明远 > [同意]
    凤明远 < not-allowed | 凤明远已办理
  `,
  );
  chat(
    'declining wants a reason, ends the matter and reaches the applicant',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    贺佳宁 > 4月16日去济南办事，请假一天
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已送任海涛副区长
    任海涛 > [不同意]
    任海涛 < incomplete (opinion) | 请写明意见
    任海涛 > [不同意] 近期防汛任务重
    任海涛 < recorded | 不同意
    贺佳宁 < declined 73.3 | 近期防汛任务重
  `,
  );
  chat(
    'a department head is filed with both offices after consent, a town mayor with one',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    贺佳宁 > 4月16日去济南办事，请假一天
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 任海涛
    任海涛 > 同意，注意安全
    任海涛 < recorded | 意见：注意安全
    贺佳宁 < approved 73.3 | 注意安全
    唐晓东 < to-file 73.3 [已备案] | 贺佳宁
    史建国 < to-file 73.3 [已备案] | 贺佳宁
    殷振华 > 因感冒，明天请病假一天
    花立群 < to-approve 73.3 [同意 不同意] | 感冒
    殷振华 < submitted 73.3 | 花立群
    花立群 > [同意]
    花立群 < recorded | 同意
    殷振华 < approved 73.3 | 已批准
    唐晓东 < to-file 73.3 [已备案] | 殷振华
  `,
  );
  chat(
    'while the decider is away the stand-in decides, both clauses named',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    任海涛 > 登记外出 4月15日至17日
    任海涛 < recorded 73.3 | 已登记外出
    -- 2026-04-15 08:00
    贺佳宁 > 4月20日去济南出差一天，参加水利会议
    任海涛 < notice 7.2 | 由袁敏处理
    袁敏 < to-approve 73.3 7.2 [同意 不同意] | 任海涛外出期间，由袁敏处理
    贺佳宁 < submitted 73.3 | 袁敏副区长
    任海涛 > [同意]
    任海涛 < not-allowed | 没有可以“同意”的事项
  `,
  );
  chat(
    'an open step moves when the absence begins and comes back with the return',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    贺佳宁 > 4月20日去济南出差一天，参加水利会议
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 任海涛
    任海涛 > 登记外出 4月14日至15日
    任海涛 < recorded 73.3 | 已登记外出
    -- 2026-04-14 00:00
    袁敏 < to-approve 73.3 7.2 [同意 不同意] | 任海涛外出期间
    任海涛 < notice 7.2 | 转由袁敏处理
    任海涛 > [同意]
    任海涛 < not-allowed | 现由袁敏办理
    任海涛 > 我提前回来了，销假
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    袁敏 < notice | 由其本人办理
    任海涛 < recorded 73.3 | 提前返回
  `,
  );
  chat(
    'an open step comes back, too, when the leave is withdrawn on the way',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    任海涛 > 4月14日至15日赴上海招商，请假
    花立群 < to-approve 73.3 [同意 不同意] | 上海
    任海涛 < submitted 73.3 | 花立群
    花立群 > [同意]
    花立群 < recorded | 同意
    凤明远 < to-approve 73.3 [同意 不同意] | 任海涛
    任海涛 < notice | 待区委书记凤明远审批
    凤明远 > [同意]
    凤明远 < recorded | 同意
    任海涛 < approved 73.3 | 已批准
    -- 2026-04-14 08:00
    贺佳宁 > 4月20日去济南出差一天，参加水利会议
    任海涛 < notice 7.2 | 由袁敏处理
    袁敏 < to-approve 73.3 7.2 [同意 不同意] | 任海涛外出期间
    贺佳宁 < submitted 73.3 | 袁敏副区长
    任海涛 > 撤回请假
    花立群、凤明远 < notice | 任海涛已撤回
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    袁敏 < notice | 由其本人办理
    任海涛 < recorded | 已撤回
  `,
  );
  chat(
    'a message about somebody else leaves the unfinished request of another alone',
    { district: 'zhangdian', at: '2026-03-02 09:00' },
    `
    柏建国 > 受葛佳宁委托报告：葛佳宁3月9日至13日去济南参加业务培训，由高远代为主持
    柏建国 < incomplete 77.2 (attachments) | 附件
    柏建国 > 登记外出：戚敏3月5日至6日外出
    戚敏 < notice | 登记外出
    柏建国 < recorded 77.1 | 已登记外出：戚敏
  `,
  );
  chat(
    'a return is a return, also after a request that was refused',
    { district: 'zhangdian', at: '2026-03-02 09:00' },
    `
    葛佳宁 > 登记外出 3月2日
    葛佳宁 < recorded 77.1 | 已登记外出
    葛佳宁 > 请假，3月4日去济南参加业务培训，由高远代为主持
    葛佳宁 < refused 77.2 | 最早可从3月5日
    葛佳宁 > 我回来了，销假
    葛佳宁 < recorded 77.1 | 已销假
  `,
  );
  chat(
    'a registered absence that is over leaves no question about the next one',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    任海涛 > 登记外出 4月14日至16日
    任海涛 < recorded 73.3 | 已登记外出
    -- 2026-04-15 09:00
    任海涛 > 我提前回来了，销假
    任海涛 < recorded 73.3 | 提前返回
    任海涛 > 登记外出 4月20日至21日
    任海涛 < recorded 73.3 | 已登记外出
    -- 2026-04-17 10:00
    -- 2026-04-22 10:00
    任海涛 < reminder 73.3 | 4月20日
  `,
  );
  chat(
    'both stand-in partners away at once is in principle not done: told, not refused',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    袁敏 > 登记外出 4月20日至22日
    袁敏 < recorded 73.3 | 已登记外出
    任海涛 > 4月21日赴上海招商，请假一天
    花立群 < to-approve 73.3 7.2 [同意 不同意] | 相互补位的袁敏副区长同期外出
    任海涛 < submitted 73.3 7.2 | 原则上不同时安排外出
  `,
  );
  chat(
    'the office director is not named by the rule',
    { district: 'laiwu', at: '2026-04-13 09:00' },
    `
    柳志强 > 请假4月15日一天，去市里开会
    柳志强 < not-found | 规则未对区政府办公室主任的请假审批作出规定
  `,
  );
});

describe('the other three', () => {
  chat(
    '张店: a deputy mayor reports to the mayor and files with the party committee at once',
    { district: 'zhangdian', at: '2026-03-02 09:00' },
    `
    戚敏 > 明天起请假2天去省城看病
    金立群 < to-note 77.1 [已阅] | 看病
    水晓东 < to-file 77.1 [已备案] | 戚敏
    戚敏 < submitted 77.1 | 已受理
  `,
  );
  chat(
    '张店: an urgent absence comes with a written explanation that the bot draws up',
    { district: 'zhangdian', at: '2026-03-02 09:00' },
    `
    葛佳宁 > 因突发水库险情处置，需紧急赶赴济南，3月3日当天往返，由李强代为主持
    柏建国 < to-note 77.2 [已阅] | 紧急外出，理由：突发水库险情处置
    葛佳宁 < submitted 77.2 | 已受理
  `,
  );
  chat(
    '周村: the mayor files with the city government',
    { district: 'zhoucun', at: '2026-03-09 09:00' },
    `
    乐立群 > 我3月12日至14日赴上海招商
    伍建国 < to-file 72.1 [已备案] | 上海
    于丽华 < notice 6 | 由您主持区政府工作
    乐立群 < submitted 72.1 | 市政府
  `,
  );
  chat(
    '蓬莱: three days are in principle; a late one goes on with the clause',
    { district: 'penglai', at: '2026-05-11 09:00' },
    `
    纪佳宁 > 后天去烟台开会，请假一天
    成建国 < to-approve 69 [同意 不同意] | 提前不足3天
    纪佳宁 < submitted 69 | 原则上要求至少提前3天
    成建国 > [同意]
    成建国 < recorded | 同意
    纪佳宁 < approved 69 | 已批准
  `,
  );
});
