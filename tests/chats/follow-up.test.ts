/** 那区长呢、超过3天呢: a question that goes on with the one before it, in the same chat. */
import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('接着问', () => {
  chat(
    '换一个人、换一种会议，再问另一点',
    { district: 'zhoucun', at: '2026-03-02 09:00' },
    `
    黄佳宁 > 局长外出要向谁报告？
    黄佳宁 < answered 72.2 | 应提前3天向区政府
    黄佳宁 > 那区长呢？
    黄佳宁 < answered 72.1 | 区长出差（出访）、学习、休假等，按要求向市政府报备。（接上一问，按“区长外出要向谁报告”答复。）
    黄佳宁 > 那提前几天？
    黄佳宁 < not-found | 未规定提前几天
    黄佳宁 > 常务会多久开一次
    黄佳宁 < answered 44.2 | 每两周召开1次
    黄佳宁 > 全体会呢？
    黄佳宁 < answered 42.2 | 每年召开1至2次
    黄佳宁 > 那谁主持？
    黄佳宁 < answered 42.1 7 | 区政府全体会议由区长召集和主持。
    `,
  );
  chat(
    '换一个天数、换一个日期',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 外出要附材料吗？
    朱佳宁 < answered 43.2 | 看外出几天
    朱佳宁 > 超过3天呢
    朱佳宁 < answered 43.2 | 要附
    朱佳宁 > 那2天呢
    朱佳宁 < answered 43.2 | 不用附
    朱佳宁 > 3月20日开常务会，材料最晚哪天报？
    朱佳宁 < answered 20.3 | 最晚3月13日
    朱佳宁 > 那3月27日的呢？
    朱佳宁 < answered 20.3 | 最晚3月20日
    `,
  );
  chat(
    '前面没有问过的，或是过了一小时、在别的群里问的，不接',
    { district: 'linzi', at: '2026-03-02 09:00' },
    `
    朱佳宁 > 那区长呢？
    朱佳宁 < not-found | 无法据此答复
    朱佳宁 > 局长外出要向谁报告？
    朱佳宁 < answered 43.2 | 区委书记、区长
    朱佳宁@工作群 > 那2天呢？
    group:工作群 < not-found | 无法据此答复
    -- 2026-03-02 10:30
    朱佳宁 > 那区长呢？
    朱佳宁 < not-found | 无法据此答复
    `,
  );
});
