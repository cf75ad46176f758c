import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

const filed = `
    葛佳宁 > 3月9日至11日去杭州学习，田野代管
    柏建国 < to-note 77.2 [已阅] | 杭州
    葛佳宁 < submitted 77.2 | 共3天`;
const setting = { district: 'zhangdian', at: '2026-03-02 09:00' };
const changed = (words: string, now: string): string => `
    葛佳宁 > ${words}
    柏建国 < notice | 已变更
    柏建国 < to-note 77.2 [已阅] | ${now}
    葛佳宁 < recorded 77.2 | ${now}`;

describe('a leave once it is filed', () => {
  chat(
    'is changed in what is named, whatever else the words could be',
    setting,
    `${filed}
    ${changed('代管换成副局长刘伟，田野那几天也出差', '代为主持工作的负责人：刘伟')}
    ${changed('时间不变，地点换成宁波', '地点：宁波；事由：学习；代为主持工作的负责人：刘伟')}
    ${changed('不是学习，是考察', '地点：宁波；事由：考察')}
    ${changed('晚两天走，回来时间不变', '3月11日（周三），共1天')}
    葛佳宁 > 我要改时间
    葛佳宁 < incomplete 77.2 (dates) | 请写明新的起止日期
    葛佳宁 > 12号到14号
    柏建国 < notice | 已变更
    柏建国 < to-note 77.2 [已阅] | 3月12日（周四）至3月14日（周六）
    葛佳宁 < recorded 77.2 | 共3天
    葛佳宁 > 学习班延期了，时间另行通知
    葛佳宁 < incomplete 77.2 (dates) | 请写明新的起止日期`,
  );
  chat(
    'begins later, ends sooner, or ends as it was',
    setting,
    `${filed}
    -- 2026-03-09 09:00
    ${changed('今天临时有事走不了，明天再去', '3月10日（周二）至3月11日（周三）')}
    -- 2026-03-10 12:00
    葛佳宁 > 课程压缩，明天上午就能回
    葛佳宁 < answered 77.1 | 原定3月11日（周三）返回
    ${changed('提前结束了，今晚返回', '3月10日（周二），共1天')}`,
  );
  chat(
    'is filed once, and all of them are taken back in one word',
    setting,
    `${filed}
    葛佳宁 > 3月9日至11日去杭州学习，田野代管
    葛佳宁 < answered 77.2 | 内容相同，无需重复提出
    葛佳宁 > 3月20日去济南开会，田野代管
    柏建国 < to-note 77.2 [已阅] | 济南
    葛佳宁 < submitted 77.2 | 共1天
    葛佳宁 > 两个都撤了
    柏建国 < notice | 已撤回“葛佳宁3月20日
    葛佳宁 < recorded | 3月20日
    柏建国 < notice | 已撤回“葛佳宁3月9日
    葛佳宁 < recorded | 3月9日`,
  );
  chat(
    'is reported back from beside a new one',
    setting,
    `${filed}
    -- 2026-03-11 18:00
    葛佳宁 > 销假。另外4月1日请假一天去济南看病，田野代管
    葛佳宁 < recorded 77.1 | 已销假
    柏建国 < to-note 77.2 [已阅] | 济南
    葛佳宁 < submitted 77.2 | 事由：看病`,
  );
  chat(
    'gets the place and the reason that it lacked from the next words',
    { district: 'laiwu', at: '2026-06-01 09:00' },
    `
    方丽华 > 6月8日至10日出差
    花立群 < to-approve 73.3 [同意 不同意] | 出差
    方丽华 < submitted 73.3 | 共3天
    方丽华 > 去深圳，招商
    花立群 < notice | 已变更
    花立群 < to-approve 73.3 [同意 不同意] | 地点：深圳；事由：招商
    方丽华 < recorded 73.3 | 已变更
    方丽华 > 我的请假我自己同意了。
    方丽华 < not-allowed 73.3 | 现由花立群办理
    柳志强 > 毕长江主任请假，批准。
    柳志强 < not-allowed | 没有可以“同意”的事项
    柳志强 > 方丽华副区长请假，批准。
    柳志强 < not-allowed 73.3 | 现由花立群办理`,
  );
  chat(
    'is declined by whoever was to act, in plain words',
    setting,
    `
    葛佳宁 > 3月9日至11日去杭州学习，奚卫东代管
    柏建国 < to-note 77.2 [已阅] | 杭州
    奚卫东 < notice | 我不能代为主持
    葛佳宁 < submitted 77.2 | 奚卫东
    奚卫东 > 我不方便
    葛佳宁、柏建国 < notice | 不能代为主持
    奚卫东 < recorded | 已记录并转告`,
  );
});

describe('for somebody else, or roughly', () => {
  chat(
    'whom the roster lacks is asked for, and so are the days of a month',
    { district: 'laiwu', at: '2026-04-02 09:00' },
    `
    贺佳宁 > 帮我们副局长李明请个假，4月9日去济南
    贺佳宁 < not-understood | 请写明姓名
    史建国 > 帮水利局局长请个假，9号去济南
    史建国 < incomplete 73.3 (reason) | 地点济南。请补充：事由
    鲍桂英 > 4月9日外出开会，登记一下
    鲍桂英 < recorded 73.3 | 已登记外出
    倪卫东 > 月底去趟济南开会
    倪卫东 < incomplete 73.3 (dates) | “月底”不是确定的日期
  `,
  );
  chat(
    'who acts is said in a word, in brackets, or as whoever is at home',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    沈春燕 > 外出报告：时间3.6-3.7；去向济南；事由参会；代主持人王磊
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：王磊
    沈春燕 < submitted 43.2 | 地点：济南；事由：参会
    秦卫东 > 6号济南，省厅会，邱实
    赵明远、钱立群 < to-note 43.2 [已阅] | 事由：省厅会；代为主持工作的负责人：邱实
    秦卫东 < submitted 43.2 | 共1天
    杨德胜 > 下周四我要去趟南京，参加疾控会，当天就回，吴副局长（吴敬）看家
    赵明远、钱立群 < to-note 43.2 [已阅] | 代为主持工作的负责人：吴敬
    杨德胜 < submitted 43.2 | 3月12日
    韩少华 > 6号去北京对接项目，8号晚上回来，家里事儿李强管
    赵明远、钱立群 < to-note 43.2 [已阅] | 事由：对接项目；代为主持工作的负责人：李强
    韩少华 < submitted 43.2 | 共3天
  `,
  );
  chat(
    'a death in the family is urgent, and what was urgent may be told afterwards',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    沈春燕 > 岳父去世，明天回沂源，3天，王磊代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 紧急外出，理由：岳父去世
    沈春燕 < submitted 43.2 | 3月3日（周二）至3月5日（周四）
    秦卫东 > 昨天临时去了趟济南，没来得及报，补报一下：省厅约谈，当天回来了，邱实代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 事由：省厅约谈
    秦卫东 < submitted 43.2 | 3月1日
  `,
  );
});

describe('several matters answered in one message', () => {
  chat(
    'each keeps its own opinion, and what is put off stays open',
    { district: 'laiwu', at: '2026-04-02 09:00' },
    `
    方丽华 > 4月9日至10日去济南开会
    花立群 < to-approve 73.3 [同意 不同意] | 方丽华
    方丽华 < submitted 73.3 | 共2天
    殷振华 > 4月10日去淄博看病
    花立群 < to-approve 73.3 [同意 不同意] | 殷振华
    殷振华 < submitted 73.3 | 看病
    花立群 > 殷振华的准了，方丽华的再等等
    花立群 < recorded | 殷振华
    殷振华 < approved 73.3 | 花立群区长已同意。
    唐晓东 < to-file 73.3 [已备案] | 殷振华
    罗雪梅 > 4月13日去青岛开会
    花立群 < to-approve 73.3 [同意 不同意] | 罗雪梅
    罗雪梅 < submitted 73.3 | 青岛
    花立群 > 同意罗雪梅的，方丽华的不同意，有常委会
    花立群 < recorded | 罗雪梅
    罗雪梅 < approved 73.3 | 花立群区长已同意。
    唐晓东 < to-file 73.3 [已备案] | 罗雪梅
    花立群 < recorded | 意见：有常委会
    方丽华 < declined 73.3 | 意见：有常委会
  `,
  );
  chat(
    'a refusal that says what should be is its own opinion, and a second thought takes it back',
    { district: 'laiwu', at: '2026-04-02 09:00' },
    `
    殷振华 > 4月10日去淄博看病
    花立群 < to-approve 73.3 [同意 不同意] | 殷振华
    殷振华 < submitted 73.3 | 看病
    花立群 > 换个时间吧
    花立群 < recorded | 不同意，意见：换个时间吧
    殷振华 < declined 73.3 | 换个时间吧
    花立群 > 刚才那个我再想想，先撤回
    花立群 < recorded | 已撤回您对
    殷振华 < notice | 已撤回
  `,
  );
});
