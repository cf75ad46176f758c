/**
 * Slips of the input method: characters that sound alike and are typed for one another in the words of this field.
 * Every group's first character is the right one.
 */
export const HOMOPHONES =
  '务物雾误 纪记计季 要耍 议意义仪 题提 会汇 签鉴千 督都 列例烈 席息习 柬简间 彩采踩 研言 销消 备被背 拟你 稿搞 圈全 批劈 示事是市 假价架 常长尝 召招 集级 序绪续 词辞 贺和 剪减 请清 柬笺 补部 审申 阅月 篇偏 协谐 调掉 奠垫 任认 规归 范犯 录路';
