import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('what came before is not forgotten', () => {
  chat(
    'a change that was refused and corrected still takes the place of the leave',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 3月9日去济南开会，马志远代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 3月9日
    朱佳宁 < submitted 43.2 | 已受理
    朱佳宁 > 改成3月4日
    朱佳宁 < refused 43.2 | 最早可从3月5日
    朱佳宁 > 改成3月10日
    赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] | 3月10日
    朱佳宁 < recorded 43.2 | 已变更
    -- 2026-03-11 09:00
    朱佳宁 < reminder 43.2 | 3月10日
    朱佳宁 > 销假
    朱佳宁 < recorded 43.2 | 已销假
    朱佳宁 > 销假
    朱佳宁 < answered 43.2 | 没有待销假
  `,
  );
  chat(
    'who came back early and went away again is asked once after the second return',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 登记外出 3月2日至3月6日
    朱佳宁 < recorded 43.2 | 已登记外出
    -- 2026-03-04 09:00
    朱佳宁 > 销假
    朱佳宁 < recorded 43.2 | 提前返回
    朱佳宁 > 登记外出 3月5日至3月6日
    朱佳宁 < recorded 43.2 | 已登记外出
    -- 2026-03-09 09:00
    朱佳宁 < reminder 43.2 | 3月5日（周四）至3月6日（周五）
  `,
  );
  chat(
    'a countersign that is put off puts off no supervised item of a similar name',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    陈建国 > 2月27日区政府常务会议决定，由水利局牵头，于3月20日前完成城东危房改造工程，请列入督办。
    朱佳宁 < to-do [已办结] | 城东危房改造工程
    陈建国 < submitted | 督办
    沈春燕 > 《乌河危房改造方案》请水利局会签。
    朱佳宁 < to-countersign [无不同意见 有不同意见] | 3月4日
    沈春燕 < submitted | 已发起会签
    朱佳宁 > 《乌河危房改造方案》会签已与财政局商定延期至3月6日
    沈春燕 < notice | 3月6日
    朱佳宁 < recorded | 3月6日
  `,
  );
});
