import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('a meeting called as people put it', () => {
  chat(
    'whoever cannot come is the one who commissions, the name of the meeting holds its topic, and a bare time moves it',
    { district: 'linzi', at: '2026-06-08 09:00' },
    `
    孙丽华 > 区长6月12日在外地不能出席，受区长委托，由我于6月12日上午9点在区政府第一会议室召集并主持区政府常务会议，研究夏粮收购工作，请通知参会人员。
    李国栋、周海涛、吴敏、郑志强 < to-attend 20.1 [参加 请假]
    王文博、许秀珍 < to-attend 20.2 [参加 请假]
    钱立群 < notice 20.1 | 受您委托
    孙丽华 < submitted 20.1
    李国栋 > 后天上午十点在教体局会议室开中考保障专题会，我主持，教体局、卫健局参加，发个通知
    韩少华、杨德胜 < to-attend 22 [参加 请假]
    李国栋 < submitted 22 | 议题：中考保障。
    李国栋 > 改到下午三点，地方不变
    韩少华、杨德胜 < notice | 已变更
    韩少华、杨德胜 < to-attend 22 [参加 请假] | 15:00在教体局会议室
    李国栋 < recorded 22 | 15:00
    陈建国 > 按照区长要求，定于6月17日上午9点在区政府常务会议室召开区政府全体会议，部署下步工作，请通知。
    孙丽华、李国栋、周海涛、吴敏、蒋永胜、沈春燕、韩少华、杨德胜、朱佳宁、秦卫东、许秀珍、何浩然 < to-attend 19.1 [参加 请假]
    陈建国 < submitted 19.1 | 在区政府常务会议室召开，由钱立群区长召集并主持
    钱立群 < notice 19.1 | 代您提出
    陈建国 > 请东岭镇列席17日的全体会议
    吕振华 < to-attend 19.1 [参加 请假]
    陈建国 < recorded 19.1
    陈建国 > 17日的全体会议到几个人了，能不能开？
    陈建国 < answered | 确认参加0人
  `,
  );
  chat(
    'a notice in short sentences asks nothing; a word after the colon is no decision',
    { district: 'zhoucun', at: '2026-06-08 09:00' },
    `
    乐立群 > 区长办公会，17号上午8点半，二楼会议室，还是我主持，碰一下项目进度，通知到人
    于丽华、时国栋、傅海涛、皮敏、卞志强 < to-attend 45.1 [参加 请假] | 议题：碰一下项目进度。
    伍建国 < to-do 49 | 材料送达
    伍建国 < to-do 49 | 材料再次送达
    乐立群 < submitted 45.1
    乐立群 > 会议通知：区政府专题会议定于6月18日下午2:30在第二会议室召开，由乐立群区长召集并主持，交流重点工作，请农业农村局负责同志参加。
    和卫东 < to-attend 46.1 [参加 请假]
    乐立群 < submitted 46.1
  `,
  );
  chat(
    'a stay-away from funds and projects is told where a special meeting touches them; a move may change the room, too',
    { district: 'laiwu', at: '2026-06-08 09:00' },
    `
    任海涛 > 6月12日下午3点在第二会议室开专题会，我主持，研究水库加固资金安排，请水利局、财政局参加。
    贺佳宁、岑春燕 < to-attend 42.1 [参加 请假]
    任海涛 < submitted 42.1 42.2 | 严格按照规定的审批权限和程序办理
    任海涛 > 12日的专题会推迟一天，地点换到第三会议室
    贺佳宁、岑春燕 < notice | 已变更
    贺佳宁、岑春燕 < to-attend 42.1 [参加 请假] | 6月13日（周六）15:00在第三会议室
    任海涛 < recorded 42.1 | 休息日
  `,
  );
  chat(
    'leave from a meeting nobody has called here is asked about, not taken for a journey',
    { district: 'penglai', at: '2026-06-08 09:00' },
    `
    明敏 > 周三的会我去不了，请个假，市局约谈
    明敏 < incomplete (topic) | 是哪个会议
  `,
  );
  chat(
    'who is sent instead, with no leave to be asked, is refused; a meeting of the province held here is reported first',
    { district: 'laiwu', at: '2026-06-15 09:00' },
    `
    花立群 > 6月18日上午9点在区政府第一会议室召开区政府常务会议，我主持，研究农村道路提升，请财政局列席。
    方丽华、俞国栋、任海涛、袁敏、柳志强 < to-attend 38.1 [参加 请假]
    岑春燕 < to-attend 38.2 [参加 请假]
    花立群 < submitted 38.1
    岑春燕 > 6月18日的区政府常务会议我就不去了，已安排副局长王强代替我参加，不再另行请假。
    岑春燕 < refused 43.2
    雷德胜 > 省卫生健康委与我局商洽，拟7月中旬在莱芜召开全省基层医疗卫生现场会，现报告区政府，请示是否同意承办。
    史建国 < to-approve 46 [同意 不同意]
    雷德胜 < submitted 46
  `,
  );
  chat(
    'a notice stays one whatever its topic speaks of, and whatever word says that it is held',
    { district: 'laiwu', at: '2026-09-14 09:00' },
    `
    花立群 > 9月18日上午9点在第一会议室召开区政府常务会议，我将召集并主持，讨论提请区委常委会会议审议的重要事项和以区政府名义印发的规范性文件，请办公室通知。
    方丽华、俞国栋、任海涛、袁敏、柳志强 < to-attend 38.1 [参加 请假]
    花立群 < submitted 38.1
    柳志强 > 区长办公会议定在9月22日下午3点，第二会议室，由我召集和主持，请通知副区长参加，研究日常工作。
    柳志强 < not-allowed 41.1
    任海涛 > 水利局、财政局负责同志：9月17日上午10点请到水利局参加区政府专题会议，由我召集，研究提请区政府常务会议审议的水价调整。
    贺佳宁、岑春燕 < to-attend 42.1 [参加 请假] | 在水利局召开
    任海涛 < submitted 42.1
    贺佳宁 > 17日的专题会我不请假了，直接让副局长马涛代替我去参加。
    贺佳宁 < refused 43.2
    任海涛 > 周五下午3点，水利局会议室，专题会，秋汛，水利局、农业农村局参加，我主持
    贺佳宁、倪卫东 < to-attend 42.1 [参加 请假] | 议题：秋汛。
    任海涛 < submitted 42.1
    任海涛 > 18日的专题会加上财政局
    岑春燕 < to-attend 42.1 [参加 请假]
    任海涛 < recorded 42.1
  `,
  );
  chat(
    'the host may decide it through the office; the time alone moves it',
    { district: 'zhoucun', at: '2026-11-02 09:00' },
    `
    伍建国 > 乐立群区长决定，11月6日上午9点在区政府第一会议室召集和主持召开区政府常务会议，议题一个：冬季供暖，请通知参会人员。
    于丽华、时国栋、傅海涛、皮敏 < to-attend 44.1 [参加 请假]
    穆秀珍 < to-attend 44.3 [参加 请假]
    伍建国 < to-do 49 | 材料送达
    伍建国 < to-do 49 | 材料再次送达
    伍建国 < submitted 44.1 | 议题：冬季供暖。
    乐立群 < notice 44.1 | 代您提出
    乐立群 > 改周四9点
    伍建国 < notice | 已改到11月5日
    于丽华、时国栋、傅海涛、皮敏、穆秀珍 < notice | 已变更
    于丽华、时国栋、傅海涛、皮敏 < to-attend 44.1 [参加 请假] | 11月5日（周四）09:00
    穆秀珍 < to-attend 44.3 [参加 请假]
    伍建国 < to-do 49 | 材料送达
    伍建国 < to-do 49 | 材料再次送达
    乐立群 < recorded 44.1
  `,
  );
  chat(
    'a head who is named as not asked is none of the invited',
    { district: 'zhangdian', at: '2026-06-15 09:00' },
    `
    奚卫东 > 我局定于7月15日召开全区农业农村系统半年工作会，区长就不请了，拟请姜海涛副区长出席，请按程序报批。
    柏建国 < to-approve 58.2 86 | 邀请姜海涛副区长出席
    奚卫东 < submitted 58.2 86
  `,
  );
  chat(
    'town heads wanted at a small meeting of a department go to the head who consents; he is not invited by it',
    { district: 'zhoucun', at: '2026-11-02 09:00' },
    `
    黄佳宁 > 12号开水利冬修会，要请东岭镇、河湾镇的镇长本人来，确有需要，请区长批
    乐立群 < to-approve 53
    黄佳宁 < submitted 53
  `,
  );
  chat(
    'a meeting of the city promised before the consent is refused',
    { district: 'laiwu', at: '2026-07-06 09:00' },
    `
    薛少华 > 市教育局商洽在我区召开全市中小学劳动教育现场会，我局打算先答复同意，事后再报告区人民政府，现请登记。
    薛少华 < refused 46
  `,
  );
});
