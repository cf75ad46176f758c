/** Papers sent up: by whom, to whom, agreed with whom, and how leaders sign them. */
import { ALL, type Row } from './table.ts';

const OBJECTED = `head-slj > 《清淤方案》请财政局会签。
      head-czj > [有不同意见] 资金没着落`;
const REQUEST = 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。';

export const SUBMISSION: readonly Row[] = [
  {
    id: 'submission.leader submission.direct',
    in: { refused: ALL },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于修闸的请示》直接给DEP副区长，别走办公室了。',
  },
  {
    id: 'submission.one-matter',
    in: { refused: 'linzi zhangdian laiwu penglai' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》一文一事，我签发的，章也盖了，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于修闸的请示》里把招人的事也写上，我签发的，章也盖了，报区政府。',
  },
  {
    id: 'submission.one-matter',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {报告.pdf} 《防汛工作情况报告》，我签发的，没有夹带请示，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {报告.pdf} 《防汛工作情况报告》报区政府，顺带要50万经费。',
  },
  {
    id: 'submission.hidden-request',
    in: { refused: 'linzi penglai' },
    kept: 'head-slj > {报告.pdf} 《防汛工作总结报告》，我签发的，章也盖了，没有夹带请示，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {报告.pdf} 《防汛工作情况报告》报区政府，顺带要50万经费。',
  },
  {
    id: 'submission.progress',
    in: { told: 'linzi' },
    kept: 'head-slj > {报告.pdf} 清淤完工了，报送《清淤工作总结报告》，我签发的，报区政府。 => gov-office to-approve',
    broken: 'head-slj > 清淤工程干了一半了，报个进展情况报告给区政府。',
  },
  {
    id: 'submission.signer',
    in: { refused: 'linzi zhangdian laiwu' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，不涉及其他部门，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于修闸的请示》我让副局长签了字，报区政府。',
  },
  {
    id: 'submission.formal',
    in: { refused: 'laiwu penglai' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。 => gov-office to-approve',
    broken: 'head-slj > 修闸要用二十万，微信上跟DEP副区长请示一下就行，不再行文了。',
  },
  {
    id: 'submission.seal',
    in: { refused: 'penglai' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于修闸的请示》，签发人标了，没盖章，报区政府。',
  },
  {
    id: 'submission.department-remit',
    in: { refused: 'zhangdian laiwu zhoucun' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于调整巡河时间的请示》报区政府，其实农业农村局自己就能决定。',
  },
  {
    id: 'submission.skip-level',
    in: { refused: ALL },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，只主送区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，越级报市政府。 => head-slj refused § 越级',
  },
  {
    id: 'submission.several-recipients',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，只主送区政府。 => gov-office to-approve',
    broken:
      'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，同时报区政府和区委。 => head-slj refused § 多头|多个|主送',
  },
  {
    id: 'submission.section',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，以局正式公文报区政府。 => gov-office to-approve',
    broken:
      'head-slj > {请示.pdf} 这是我们局防汛科的《关于加人的请示》，科里盖的章，报给区政府。 => head-slj refused 确需向区政府请示',
  },
  {
    id: 'submission.other-departments',
    in: { refused: 'linzi zhangdian zhoucun' },
    kept: 'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，跟财政局商量好了，会签也签了字，我签发的，报区政府。 => gov-office to-approve',
    broken:
      'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，还没跟财政局沟通，先报吧。 => head-slj refused § 涉及(?:其他)?(?:有关)?部门职权',
  },
  {
    id: 'submission.other-departments',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，跟财政局商量好了，会签也签了字，我签发的，报区政府。 => gov-office to-approve',
    broken:
      'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，还没跟财政局沟通，先报吧。 => head-slj refused § 请示内容涉及',
  },
  {
    id: 'countersign.who',
    in: { told: 'laiwu' },
    kept: 'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，跟财政局商量好了，会签也签了字，我签发的，报区政府。 => gov-office to-approve ^(?![^]*提示)',
    broken:
      'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，我签发的，报区政府。 => gov-office to-approve 会签（来文未说明）',
  },
  {
    id: 'submission.disagreement',
    in: { refused: 'linzi zhangdian zhoucun' },
    kept: `${OBJECTED}
      head-slj > 《清淤方案》跟财政局意见不统一，我局认为今年必须清，财政局认为没钱，建议分两年，请领导协调。 => head-slj submitted §`,
    broken: `${OBJECTED}
      head-slj > 《清淤方案》跟财政局意见不统一，没有列明各方理据，请领导协调。`,
  },
  {
    id: 'submission.disagreement',
    in: { refused: 'laiwu' },
    kept: `${OBJECTED}
      head-slj > 《清淤方案》跟财政局意见不统一，我局认为今年必须清，财政局认为没钱，建议分两年，请领导协调。 => head-slj submitted §`,
    broken: `${OBJECTED}
      head-slj > 《清淤方案》跟财政局意见不统一，没有列明各方理据，请领导协调。 => head-slj refused 协商仍未达成一致`,
  },
  {
    id: 'countersign.dispute',
    in: { refused: 'laiwu' },
    kept: `${OBJECTED}
      head-slj > 《清淤方案》跟财政局意见不统一，我局认为今年必须清，财政局认为没钱，建议分两年，请领导协调。 => head-slj submitted §`,
    broken: `${OBJECTED}
      head-slj > 《清淤方案》跟财政局意见不统一，没有列明各方理据，请领导协调。 => head-slj refused 协商后仍未达成一致`,
  },
  {
    id: 'submission.coordination',
    in: { 'not-allowed': 'linzi' },
    kept: `${OBJECTED}
      head-slj > 《清淤方案》跟财政局意见不统一，我局认为今年必须清，财政局认为没钱，建议分两年，请领导协调。 => dep-water to-approve § 请协调`,
    broken: '+ gov-office > [同意]',
  },
  {
    id: 'submission.urgent',
    in: { 'not-allowed': 'zhangdian zhoucun' },
    kept: 'head-slj > {请示.pdf} 急件：《关于抢修大坝的请示》，我签发的，不涉及其他部门，报区政府。 => gov-office to-approve 急件; head-slj submitted §',
    broken: '+ dep-water > [同意]',
  },
  {
    id: 'submission.opinion',
    in: { incomplete: 'zhangdian laiwu zhoucun penglai' },
    kept: `${REQUEST}
      gov-office > [同意] => dep-water to-approve § 明确意见
      dep-water > [同意] 请抓紧修 => head-slj approved 请抓紧修`,
    broken: `${REQUEST}
      gov-office > [同意]
      dep-water > 圈阅 => dep-water incomplete § 签署明确意见`,
  },
  {
    id: 'submission.circle',
    in: { incomplete: 'zhangdian laiwu zhoucun penglai' },
    kept: `head-slj > {报告.pdf} 《防汛工作总结报告》，我签发的，章也盖了，没有夹带请示，报区政府。
      gov-office > [同意] => dep-water to-note §
      dep-water > 圈阅 => dep-water recorded`,
    broken: `${REQUEST}
      gov-office > [同意]
      dep-water > 圈阅 => dep-water incomplete § 圈阅表示`,
  },
];
