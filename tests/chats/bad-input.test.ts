/** What cannot be done as it is said: each has a clear answer, and nothing that was there before is lost. */
import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

const linzi = { district: 'linzi', at: '2026-04-13 09:00' };

describe('会议', () => {
  chat(
    '已经过去的时间不发通知；放假日发，并提示',
    linzi,
    `
    周海涛 > 4月10日上午9点在第一会议室开区政府专题会，我主持，研究防汛，请水利局参加。
    周海涛 < incomplete 22 (time) | 4月10日（周五）09:00已经过去，请核对会议时间
    周海涛 > 4月31日上午9点在第一会议室开区政府专题会，我主持，研究防汛，请水利局参加。
    周海涛 < incomplete 22 (time) | 这一天不存在
    周海涛 > 5月1日上午9点在第一会议室开区政府专题会，我主持，研究防汛，请水利局参加。
    朱佳宁 < to-attend 22
    周海涛 < submitted 22 | 5月1日（周五）为劳动节假期
    `,
  );
  chat(
    '同一主持人同一时间两个会：照发，提示冲突；同一个会不发两次',
    linzi,
    `
    周海涛 > 4月17日上午9点在二会议室开区政府专题会，我主持，研究抗旱，请水利局参加。
    朱佳宁 < to-attend 22
    周海涛 < submitted 22
    周海涛 > 4月17日上午9点在二会议室开区政府专题会，我主持，研究抗旱，请水利局参加。
    周海涛 < answered 22 | 该会议已经通知
    吴敏 > 4月17日上午9点在三会议室开区政府专题会，我主持，研究质检，请市场监管局参加。
    何浩然 < to-attend 22
    吴敏 < submitted 22 | 同一时间另有
    孙丽华 > 受区长委托，4月20日下午3点在小会议室开常务会，我主持，研究供热。
    李国栋、周海涛、吴敏、郑志强 < to-attend 20.1
    王文博、许秀珍 < to-attend 20.2
    钱立群 < notice 20.1
    孙丽华 < submitted 20.1
    孙丽华 > 4月20日下午3点在第一会议室开区政府专题会，我主持，研究招商，请发改局参加。
    蒋永胜 < to-attend 22
    孙丽华 < submitted 22 | 两会时间冲突，请调整
    `,
  );
  chat(
    '议题所报的会尚未通知：受理，说明以会议通知为准',
    linzi,
    `
    周海涛 > {供水方案.docx} 《供水方案》拿到4月30日的常务会上研究，水利局汇报。
    陈建国 < to-approve 20.3
    周海涛 < submitted 20.3 | 尚未发出通知，以会议通知为准
    `,
  );
  chat(
    '答复之后改期、取消：重新征询，旧的答复和旧的卡片不再作数',
    linzi,
    `
    周海涛 > 4月16日上午9点在二会议室开区政府专题会，我主持，研究抗旱，请水利局参加。
    朱佳宁 < to-attend 22
    周海涛 < submitted 22
    朱佳宁 > [参加]
    朱佳宁 < recorded
    周海涛 > 周四的专题会往后挪一天，再晚半小时
    朱佳宁 < notice
    朱佳宁 < to-attend 22 | 4月17日（周五）09:00
    周海涛 < recorded 22
    朱佳宁 > [参加]
    朱佳宁 < recorded | 4月17日（周五）09:00
    周海涛 > 17号的专题会提前半小时
    朱佳宁 < notice
    朱佳宁 < to-attend 22 | 4月17日（周五）08:30
    周海涛 < recorded 22
    周海涛 > 专题会不开了
    朱佳宁 < notice | 不再召开
    周海涛 < recorded | 已取消
    朱佳宁 > [参加]
    朱佳宁 < not-allowed | 不能再办理
    周海涛 > 17号的专题会推迟一小时
    周海涛 < not-understood | 未查到您所说的会议
    `,
  );
});

describe('公文与会签', () => {
  chat(
    '会签：请自己、请没有的部门、已经结束、已在会签',
    linzi,
    `
    朱佳宁 > 《清淤方案》请水利局会签。
    朱佳宁 < incomplete (department) | 主办部门不能会签本部门的文稿
    朱佳宁 > 《清淤方案》请海洋局会签。
    朱佳宁 < incomplete (department) | 名册中没有“海洋局”
    朱佳宁 > 《清淤方案》请财政局会签。
    沈春燕 < to-countersign 30 | 4月15日
    朱佳宁 < submitted 30
    朱佳宁 > 《清淤方案》请财政局会签一下。
    朱佳宁 < answered | 正在会签，无需重复发起
    -- 2026-04-16 09:00
    沈春燕 < reminder 30 | 将于4月15日
    沈春燕 < reminder 30 | 今日到期
    朱佳宁 < notice 30 | 视为无不同意见
    沈春燕 < notice 30
    朱佳宁 < approved 30 | 逾期未回复
    沈春燕 > [有不同意见] 资金没着落
    沈春燕 < not-allowed | 逾期未回复，已按规则处理
    `,
  );
  chat(
    '自己的事项自己不决定；要求写明意见的，不写不记',
    linzi,
    `
    朱佳宁 > {请示.pdf} 《关于修闸的请示》，我签发的，不涉及其他部门，报区政府。
    陈建国 < to-approve 31.2
    朱佳宁 < submitted 31.2
    朱佳宁 > [同意]
    朱佳宁 < not-allowed
    朱佳宁 > 同意《关于修闸的请示》
    朱佳宁 < not-allowed
    陈建国 > [不同意]
    陈建国 < incomplete (opinion) | 请写明意见
    陈建国 > [同意]
    陈建国 < recorded
    周海涛 < to-approve 31.2
    朱佳宁 < notice
    陈建国 > [同意]
    陈建国 < not-allowed | 不能再办理
    `,
  );
  chat(
    '督办事项没有责任单位或时限的，先问清',
    linzi,
    `
    陈建国 > 4月10日常务会定的河道清淤，列个督办，抓紧办。
    陈建国 < incomplete 25 (department dates) | 责任单位
    陈建国 > 水利局，5月底前
    朱佳宁 < to-do 25 | 河道清淤
    陈建国 < submitted 25
    `,
  );
});
