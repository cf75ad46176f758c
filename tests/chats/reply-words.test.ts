import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('answers in everyday words', () => {
  chat(
    'consent and refusal',
    { district: 'laiwu', at: '2026-09-07 09:00' },
    `
    贺佳宁 > 9月10日去济南开会，请假
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    任海涛 > 好的
    任海涛 < answered | 请回复“同意”或“不同意，理由是……”
    任海涛 > 准了，早去早回
    任海涛 < recorded | 意见：早去早回
    贺佳宁 < approved 73.3 | 早去早回
    唐晓东、史建国 < to-file 73.3 [已备案] | 贺佳宁
    史建国 > 收到
    史建国 < recorded | 已备案
    贺佳宁 < notice | 已备案
    倪卫东 > 9月11日去济南开会，请假
    任海涛 < to-approve 73.3 [同意 不同意] | 倪卫东
    倪卫东 < submitted 73.3 | 已受理
    任海涛 > 不准
    任海涛 < incomplete (opinion) | 请写明意见
    任海涛 > 汛期值班，让贺佳宁去
    任海涛 < recorded | 意见：汛期值班，让贺佳宁去
    倪卫东 < declined 73.3 | 汛期值班
  `,
  );
  chat(
    'whom an opinion speaks of is not the matter',
    { district: 'laiwu', at: '2026-09-07 09:00' },
    `
    贺佳宁 > 9月10日去济南开会，请假
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    任海涛 > 同意，防汛的事跟袁敏副区长交接好
    任海涛 < recorded | 意见：防汛的事跟袁敏副区长交接好
    贺佳宁 < approved 73.3 | 已批准
    唐晓东、史建国 < to-file 73.3 [已备案] | 贺佳宁
  `,
  );
  chat(
    'what is noted, one by one or all at once',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    秦卫东 > 9月14日去寿光参加菜博会，副局长邱实代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 寿光
    秦卫东 < submitted 43.2 | 已受理
    钱立群 > 收到，路上注意安全
    钱立群 < recorded | 意见：路上注意安全
    秦卫东 < notice | 路上注意安全
    朱佳宁 > 9月15日去济南参加培训，马志远代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 朱佳宁
    朱佳宁 < submitted 43.2 | 已受理
    赵明远 > 知道了
    赵明远 < not-understood | 您有2件事项可以“已阅”
    赵明远 > 都已阅
    赵明远 < recorded | 秦卫东
    秦卫东 < notice | 已阅
    赵明远 < recorded | 朱佳宁
    朱佳宁 < notice | 已阅
    赵明远 > 知道了
    赵明远 < answered | 不客气
  `,
  );
  chat(
    'of several matters that could be withdrawn, which one is asked',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    秦卫东 > 9月14日去寿光参加菜博会，副局长邱实代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 寿光
    秦卫东 < submitted 43.2 | 已受理
    秦卫东 > 9月21日去济南参加培训，副局长邱实代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 济南
    秦卫东 < submitted 43.2 | 已受理
    秦卫东 > 撤回请假
    秦卫东 < not-understood | 您有2件事项可以撤回
    秦卫东 > 9月14日的外出去不成了，撤回
    赵明远、钱立群 < notice | 9月14日
    秦卫东 < recorded | 已撤回：秦卫东9月14日
  `,
  );
  chat(
    'a question after a question asks it again of something else',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    朱佳宁 > 区政府的文谁签发？
    朱佳宁 < answered 32.2 | 报区长签发
    朱佳宁 > 区政府办公室的呢？
    朱佳宁 < answered 32.3 | 一般报分管副区长签发
    朱佳宁 > 外出4天要附材料吗？
    朱佳宁 < answered 43.2 | 要附
    朱佳宁 > 3天呢？
    朱佳宁 < answered 43.2 | 不用附
  `,
  );
  const TWO = `
    贺佳宁 > 4月13日至14日去济南参加水利会议，请区长批准
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    倪卫东 > 4月15日至16日去青岛参加农业会，请区长批准
    任海涛 < to-approve 73.3 [同意 不同意] | 青岛
    倪卫东 < submitted 73.3 | 已受理`;
  const AGREED = `贺佳宁 < approved 73.3 | 已批准
    唐晓东、史建国 < to-file 73.3 [已备案] | 贺佳宁`;
  chat(
    'one of several is named by unit, place or surname; each has its own answer',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `${TWO}
    任海涛 > 行
    任海涛 < not-understood | 您有2件事项可以“同意”
    任海涛 > 水利局那个同意，去青岛的不行，春耕走不开
    任海涛 < recorded | 同意
    ${AGREED}
    任海涛 < recorded | 意见：春耕走不开
    倪卫东 < declined 73.3 | 春耕走不开
  `,
  );
  chat(
    'what fits none of several decides nothing; 老倪的 names him',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `${TWO}
    任海涛 > 财政局的同意，水利局的也行
    任海涛 < not-understood | 均未办理
    任海涛 > 老倪的也行
    任海涛 < recorded | 倪卫东
    倪卫东 < approved 73.3 | 已批准
    唐晓东、史建国 < to-file 73.3 [已备案] | 倪卫东
  `,
  );
  chat(
    'what is put off is not decided; an opening word does not hide the answer',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `
    贺佳宁 > 4月13日至14日去济南参加水利会议，请区长批准
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    任海涛 > 先放放
    任海涛 < answered | 未作决定，仍待您办理
    任海涛 > 等我问问区长再说
    任海涛 < answered | 未作决定
    任海涛 > 只批一天
    任海涛 < not-understood | 您有1件待办
    任海涛 > 我没意见，注意安全
    任海涛 < recorded | 意见：注意安全
    ${AGREED}
  `,
  );
  chat(
    'the office tells what leaders decided',
    { district: 'penglai', at: '2026-04-06 09:00' },
    `
    纪佳宁 > 4月13日去烟台开会，请个假
    成建国 < to-approve 69 [同意 不同意] | 烟台
    纪佳宁 < submitted 69 | 已受理
    成建国 > 禹区长没批，说防汛走不开
    成建国 < recorded | 不同意
    纪佳宁 < declined 69 | 禹区长没批，说防汛走不开
  `,
  );
  chat(
    'nobody consents to a report',
    { district: 'linzi', at: '2026-04-06 09:00' },
    `
    吕振华 > 4月15日去济南参加乡镇长培训，当天回，副镇长张强代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 济南
    吕振华 < submitted 43.2 | 已受理
    钱立群 > 不同意，镇里有事
    钱立群 < not-allowed | 规则未要求您表示同意与否
  `,
  );
});

describe('consent with the words of the matter beside it', () => {
  chat(
    'is no new matter: it decides for whoever is asked, and for nobody else',
    { district: 'linzi', at: '2026-06-10 09:00' },
    `
    朱佳宁 > 水利局拟于6月23日上午9点在局机关召开本部门工作会议，确需周海涛副区长出席，请按程序报批。
    钱立群 < to-approve 26 [同意 不同意] | 水利局邀请周海涛副区长出席部门工作会议
    朱佳宁 < submitted 26 | 已受理
    孙丽华 > 同意水利局邀请周海涛副区长出席会议。
    孙丽华 < not-allowed 26 | 您无权办理“水利局邀请周海涛副区长出席部门工作会议”，该事项现由钱立群办理
    朱佳宁 > 周区长出席水利局会议的事，我自己批准了
    朱佳宁 < not-allowed 26 | 现由钱立群办理
    钱立群 > 周区长出席水利局会议的事，我批准了
    钱立群 < recorded | 已记录：“水利局邀请周海涛副区长出席部门工作会议”，同意
    朱佳宁 < approved 26 | 已批准
    周海涛 < notice 26 | 已按程序同意
  `,
  );
  chat(
    'on a leave, a countersign for another unit and minutes',
    { district: 'laiwu', at: '2026-07-06 09:00' },
    `
    贺佳宁 > 7月13日至7月14日到青岛参加水利会议，特此请假
    任海涛 < to-approve 73.3 [同意 不同意] | 青岛
    贺佳宁 < submitted 73.3 | 已受理
    袁敏 > 贺佳宁的假，我准了。
    袁敏 < not-allowed 73.3 | 现由任海涛办理
    贺佳宁 > 我的请假我自己同意了。
    贺佳宁 < not-allowed 73.3 | 现由任海涛办理
    花立群 > 贺佳宁的请假我不同意
    花立群 < not-allowed 73.3 | 现由任海涛办理
  `,
  );
});
