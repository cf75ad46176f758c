/** What must precede a paper: said to be left out, it is refused; unmentioned, whoever decides is shown it. */
import type { Row } from './table.ts';

/** A paper in the government's name, of a sort, with what is said of the step before it. */
const paper = (sort: string, said: string): string =>
  `head-slj > {办法.docx} 代拟的《饮水管理办法》，以区政府名义发，我签过字了，${sort}，${said}送签。`;
const NORMATIVE = '是规范性文件';
const IMPORTANT = '属于重要事项';

export const PRECONDITIONS: readonly Row[] = [
  {
    id: 'document.legality-review',
    in: { refused: 'linzi zhangdian zhoucun' },
    kept: `${paper(NORMATIVE, '常务会审议过了，合法性审查也过了，公开征求过意见，')} => head-slj submitted`,
    broken: `${paper(NORMATIVE, '常务会审议过了，合法性审查跳过了，')} => head-slj refused § 司法行政部门|司法局|法制办`,
  },
  {
    id: 'document.assessments',
    in: { refused: 'linzi' },
    kept: `${paper(NORMATIVE, '调研、评估论证、政策取向评估都做了，')} => head-slj submitted`,
    broken: `${paper(NORMATIVE, '评估论证没做，')} => head-slj refused § 深入开展调查研究`,
  },
  {
    id: 'document.normative-rules',
    in: { told: 'linzi' },
    kept: `${paper('不是规范性文件', '')} => head-slj submitted`,
    broken: `${paper(NORMATIVE, '')} => head-slj submitted §`,
  },
  {
    id: 'document.normative-rules',
    in: { refused: 'zhoucun' },
    kept: `${paper(NORMATIVE, '集体讨论决定了，常务会审议过了，合法性审查也过了，公开征求过意见，')} => head-slj submitted`,
    broken: `${paper(NORMATIVE, '还没上常务会审议，')} => head-slj refused § 集体讨论决定`,
  },
  {
    id: 'document.public-comment',
    in: { refused: 'linzi zhangdian zhoucun' },
    kept: `${paper(NORMATIVE, '常务会审议过了，合法性审查也过了，公开征求过意见，')} => head-slj submitted`,
    broken: `${paper(NORMATIVE, '公开征求意见省了，')} => head-slj refused § 公开征求意见`,
  },
  {
    id: 'document.consult decision.consult-towns decision.consult',
    in: { refused: 'linzi zhangdian laiwu zhoucun penglai' },
    kept: `${paper(IMPORTANT, '涉及各镇，征求过各镇意见，')} => head-slj submitted`,
    broken: `${paper(IMPORTANT, '涉及各镇，没征求各镇意见，')} => head-slj refused § 征求`,
  },
  {
    id: 'document.fair-competition',
    in: { refused: 'linzi zhangdian' },
    kept: `${paper(NORMATIVE, '涉及企业经营，公平竞争审查做了，')} => head-slj submitted`,
    broken: `${paper(NORMATIVE, '涉及企业经营，公平竞争审查免了，')} => head-slj refused § 公平竞争`,
  },
  {
    id: 'decision.fair-competition',
    in: { told: 'zhangdian' },
    kept: `${paper(IMPORTANT, '涉及市场主体经营，公平竞争审查做了，')} => head-slj submitted ^(?![^]*公平竞争)`,
    broken: `${paper(IMPORTANT, '涉及市场主体经营，')} => head-slj submitted § 公平竞争审查`,
  },
  {
    id: 'document.stability decision.stability',
    in: { refused: 'linzi zhangdian laiwu zhoucun penglai' },
    kept: `${paper(IMPORTANT, '影响社会稳定，社会稳定风险评估、风险评估、舆情评估都做了，')} => head-slj submitted`,
    broken: `${paper(IMPORTANT, '影响社会稳定，社会稳定风险评估、风险评估没做，')} => head-slj refused § 社会稳定`,
  },
];
