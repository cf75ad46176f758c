import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

const LAIWU = { district: 'laiwu', at: '2026-04-13 09:00' };

const FILED = `贺佳宁 > 4月16日去济南办事，请假一天
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 任海涛`;
const CONSENTED = `任海涛 > [同意]
    任海涛 < recorded | 同意
    贺佳宁 < approved 73.3 | 已批准
    唐晓东 < to-file 73.3 [已备案] | 贺佳宁
    史建国 < to-file 73.3 [已备案] | 贺佳宁`;
const DECLINED = `任海涛 > [不同意] 会议冲突
    任海涛 < recorded | 不同意
    贺佳宁 < declined 73.3 | 会议冲突`;

describe('a mistaken press is taken back within five minutes', () => {
  chat(
    'of the first of two consents: the second is asked for no more, and everything goes on from there',
    LAIWU,
    `
    任海涛 > 4月20日至22日休年假回老家
    花立群 < to-approve 73.3 [同意 不同意] | 请审批
    任海涛 < submitted 73.3 | 已送花立群区长
    花立群 > [同意]
    花立群 < recorded | 同意
    凤明远 < to-approve 73.3 [同意 不同意] | 任海涛
    任海涛 < notice | 待区委书记凤明远审批
    -- 2026-04-13 09:04
    花立群 > 按错了
    花立群 < recorded | 已撤回您对“任海涛4月20日（周一）至4月22日（周三）外出请假”的“同意”，该事项恢复为待您办理，请重新回复“同意”或“不同意”
    任海涛 < notice | 花立群区长对“任海涛4月20日（周一）至4月22日（周三）外出请假”的“同意”系误按，已撤回；该事项仍待其办理
    凤明远 < notice | 系误按，已撤回
    凤明远 > [同意]
    凤明远 < not-allowed | 该环节已撤回，不再需要您办理
    花立群 > [不同意] 近期防汛任务重
    花立群 < recorded | 不同意
    凤明远 < notice | 未获同意
    任海涛 < declined 73.3 | 近期防汛任务重
  `,
  );
  chat(
    'of the last consent: the matter is no longer approved, nobody is away, who got it filed hears so',
    LAIWU,
    `
    ${FILED}
    任海涛 > 同意，注意安全
    任海涛 < recorded | 意见：注意安全
    贺佳宁 < approved 73.3 | 注意安全
    唐晓东 < to-file 73.3 [已备案] | 贺佳宁
    史建国 < to-file 73.3 [已备案] | 贺佳宁
    任海涛 > 撤回刚才的同意
    任海涛 < recorded | 已撤回您对
    贺佳宁 < notice | 此前的办理结果通知作废
    唐晓东 < notice | 系误按
    史建国 < notice | 系误按
    贺佳宁 > 销假
    贺佳宁 < answered 73.3 | 尚未批准，无需销假
    ${CONSENTED}
  `,
  );
  chat(
    'of 不同意: the matter is open again, and its reminder still comes',
    LAIWU,
    `
    ${FILED}
    ${DECLINED}
    任海涛 > 点错了，撤回刚才的不同意
    任海涛 < recorded | 已撤回您对
    贺佳宁 < notice | 此前的办理结果通知作废
    -- 2026-04-15 09:00
    任海涛 < reminder 73.3 | 尚待您办理
    ${CONSENTED}
  `,
  );
  chat(
    'of a report that was noted: the applicant who heard of it hears of that',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 我3月5日至3月7日去济南参加水利培训，由副局长马志远代为主持
    赵明远 < to-note 43.2 [已阅] | 朱佳宁
    钱立群 < to-note 43.2 [已阅] | 朱佳宁
    朱佳宁 < submitted 43.2 | 已送
    钱立群 > [已阅]
    钱立群 < recorded | 已阅
    朱佳宁 < notice | 已阅
    钱立群 > 误操作了
    钱立群 < recorded | 已撤回您对
    朱佳宁 < notice | “已阅”系误按
    钱立群 > [已阅]
    钱立群 < recorded | 已阅
    朱佳宁 < notice | 已阅
  `,
  );
  chat(
    'of one of several countersigns: the others stand, the matter waits again',
    { district: 'linzi', at: '2026-03-02 10:00' },
    `
    朱佳宁 > 《农村供水应急预案》请财政局、农业农村局会签。
    沈春燕 < to-countersign 30 [无不同意见 有不同意见] | 会签
    秦卫东 < to-countersign 30 [无不同意见 有不同意见] | 会签
    朱佳宁 < submitted 30 | 已发起会签
    沈春燕 > [无不同意见]
    沈春燕 < recorded | 无不同意见
    朱佳宁 < notice | 沈春燕：无不同意见
    秦卫东 > [无不同意见]
    秦卫东 < recorded | 无不同意见
    朱佳宁 < approved 30 | 会签结束
    沈春燕 > 按错了
    沈春燕 < recorded | 已撤回您对
    朱佳宁 < notice | 此前的办理结果通知作废
    沈春燕 > [有不同意见] 预算不足
    沈春燕 < recorded | 有不同意见
    朱佳宁 < notice 30 31.1 | 预算不足
    朱佳宁 < declined 30 31.1 | 意见不一致
  `,
  );
});

describe('it stays', () => {
  chat(
    'after five minutes',
    LAIWU,
    `
    ${FILED}
    ${DECLINED}
    -- 2026-04-13 09:06
    任海涛 > 刚才按错了
    任海涛 < refused | 不能撤回：已于09:00办理，超过5分钟
  `,
  );
  chat(
    'once somebody has acted upon it',
    LAIWU,
    `
    ${FILED}
    ${CONSENTED}
    唐晓东 > [已备案]
    唐晓东 < recorded | 已备案
    贺佳宁 < notice | 已备案
    任海涛 > 按错了
    任海涛 < refused | 唐晓东已在其后办理（已备案）
  `,
  );
  chat(
    'once the applicant has withdrawn the matter',
    LAIWU,
    `
    ${FILED}
    ${CONSENTED}
    贺佳宁 > 按错了
    贺佳宁 < not-allowed | 未查到您刚才办理的事项
    贺佳宁 > 撤回请假
    任海涛 < notice | 已撤回
    唐晓东 < notice | 已撤回
    史建国 < notice | 已撤回
    贺佳宁 < recorded | 已撤回
    任海涛 > 按错了
    任海涛 < refused | 已由提出人撤回或变更
  `,
  );
  chat(
    'said twice, it takes back one thing, not the one before',
    LAIWU,
    `
    贺佳宁 > 4月16日去济南办事，请假一天
    任海涛 < to-approve 73.3 [同意 不同意] | 贺佳宁
    贺佳宁 < submitted 73.3 | 任海涛
    殷振华 > 因感冒，明天请病假一天
    花立群 < to-approve 73.3 [同意 不同意] | 感冒
    殷振华 < submitted 73.3 | 花立群
    任海涛 > 4月20日至22日休年假回老家
    花立群 < to-approve 73.3 [同意 不同意] | 任海涛
    任海涛 < submitted 73.3 | 花立群
    花立群 > 不同意殷振华的请假，理由是会议冲突
    花立群 < recorded | 不同意
    殷振华 < declined 73.3 | 会议冲突
    花立群 > 不同意任海涛的请假，理由是会议冲突
    花立群 < recorded | 不同意
    任海涛 < declined 73.3 | 会议冲突
    花立群 > 按错了
    花立群 < recorded | 任海涛4月20日
    任海涛 < notice | 系误按
    花立群 > 按错了
    花立群 < not-understood | 已经处理过了
    花立群 > 殷振华的请假也按错了
    花立群 < recorded | 殷振华
    殷振华 < notice | 系误按
  `,
  );
  chat(
    'a question about it is a question',
    LAIWU,
    `
    ${FILED}
    ${DECLINED}
    任海涛 > 按错了按钮怎么办？
    任海涛 < not-found | 未见于
  `,
  );
});
