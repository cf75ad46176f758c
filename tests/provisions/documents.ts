/** Papers: what is sent up, in whose name it is issued, who signs, countersigns and what departments may not write. */
import { ALL, type Row } from './table.ts';

export const DOCUMENTS: readonly Row[] = [
  {
    id: 'submission.leader submission.direct',
    in: { refused: ALL },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于修闸的请示》直接给DEP副区长，别走办公室了。',
  },
  {
    id: 'submission.skip-level submission.several-recipients',
    in: { refused: ALL },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，只主送区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于修闸的请示》同时报区政府和区委，越级再送一份市政府。',
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
    id: 'submission.section document.section',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，以局正式公文报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 这是我们局防汛科的《关于加人的请示》，科里盖的章，以科室名义行文，报给区政府。',
  },
  {
    id: 'submission.other-departments submission.disagreement',
    in: { refused: 'linzi zhangdian laiwu zhoucun' },
    kept: 'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，跟财政局商量好了，会签也签了字，我签发的，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {请示.pdf} 《关于申请抗旱资金的请示》涉及财政局，还没跟财政局沟通，先报吧。',
  },
  {
    id: 'submission.coordination countersign.dispute submission.disagreement',
    in: { kept: 'linzi zhangdian laiwu zhoucun' },
    kept: `head-slj > 《清淤方案》请财政局会签。
      head-czj > [有不同意见] 资金没着落
      head-slj > 《清淤方案》跟财政局意见不统一，我局认为今年必须清，财政局认为没钱，建议分两年，请领导协调。 => head-slj submitted`,
  },
  {
    id: 'submission.urgent',
    in: { kept: 'zhangdian zhoucun' },
    kept: 'head-slj > {请示.pdf} 急件：《关于抢修大坝的请示》，我签发的，不涉及其他部门，报区政府。 => gov-office to-approve',
  },
  {
    id: 'submission.opinion submission.circle',
    in: { kept: 'zhangdian laiwu zhoucun penglai' },
    kept: `head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。
      gov-office > [同意]
      dep-water > [不同意] => dep-water incomplete 意见
      dep-water > [同意] 请抓紧修 => head-slj approved 请抓紧修`,
  },
  {
    id: 'signing.government',
    in: { 'not-allowed': 'zhangdian penglai', told: 'linzi zhoucun' },
    kept: 'head-slj > {通知.docx} 水利局代拟的《防汛通知》，以区政府名义发，请送签。 => head-slj submitted 区长签发',
    broken: 'dep-water > {通知.docx} 水利局代拟的《防汛通知》，以区政府名义发，我来签发。',
  },
  {
    id: 'signing.any',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义印发，我签过字了，送审。 => cadre to-approve',
    broken: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义印发，我还没签字，先走流程。',
  },
  {
    id: 'signing.office',
    in: { 'not-allowed': 'linzi' },
    kept: 'gov-office > {通知.docx} 水利局代拟《防汛通知》，区府办名义发，我们已把过关，送签吧。 => dep-water to-approve',
    broken: 'head-slj > {通知.docx} 水利局代拟《防汛通知》，以区政府办公室名义印发，我直接签发。',
  },
  {
    id: 'signing.office',
    in: { incomplete: 'zhangdian' },
    kept: 'head-slj > {通知.docx} 水利局代拟《防汛通知》，以区政府办名义发，由DEP副区长签发，送签。 => office-deputy to-approve',
    broken: 'head-slj > {通知.docx} 水利局代拟《防汛通知》，以区政府办名义发，送签。',
  },
  {
    id: 'signing.office',
    in: { 'not-allowed': 'zhoucun penglai' },
    kept: 'head-slj > {通知.docx} 水利局代拟《防汛通知》，以区政府办名义发，送签。 => gov-office to-approve',
    broken: 'head-slj > {通知.docx} 水利局代拟《防汛通知》，以区政府办名义发，我直接签发。',
  },
  {
    id: 'signing.office.overall',
    in: { kept: 'linzi' },
    kept: 'head-slj > {意见.docx} 水利局代拟《水网改革意见》，以区政府办名义发，涉及全局性工作，送签。 => head-slj submitted 区长签发',
  },
  {
    id: 'signing.office.own-remit',
    in: { kept: 'linzi' },
    kept: 'gov-office > {通知.docx} 我办起草的《值班安排通知》，以区政府办名义发，属办公室职权范围，送签。 => office-director to-approve',
  },
  {
    id: 'signing.order',
    in: { kept: 'linzi' },
    kept: 'head-slj > {决定.docx} 代拟的《关于表彰先进的决定》，以区政府名义发布，请送签。 => dep-water to-approve',
  },
  {
    id: 'signing.party-committee',
    in: { kept: 'laiwu' },
    kept: 'gov-office > {报告.docx} 水利局代拟《水网建设情况报告》，报区委，请送签批。 => head-slj|gov-office submitted 区长签批',
  },
  {
    id: 'signing.government.appointment',
    in: { kept: 'penglai' },
    kept: 'gov-office > {公文.docx} 区政府任免公文《关于某同志任职的通知》，水利局代拟，办公室审理过了，送签。 => mayor to-approve',
  },
  {
    id: 'signing.government.bill',
    in: { kept: 'penglai' },
    kept: 'gov-office > {议案.docx} 区政府向区人大常委会提出的《关于调整预算的议案》，财政局起草，办公室已审理，请送签署。 => mayor to-approve',
  },
  {
    id: 'signing.government.overall signing.government.superior',
    in: { kept: 'penglai' },
    kept: 'gov-office > {请示.docx} 以区政府名义向烟台市政府报《关于水网总体规划的请示》，水利局代拟，办公室审理过了，送签。 => mayor to-approve',
  },
  {
    id: 'signing.government.wide-reach countersign.deputies',
    in: { kept: 'penglai' },
    kept: `head-slj > {意见.docx} 水利局代拟的《养殖补贴意见》，以区政府名义发，涉及EXEC副区长分管的事，办公室审理过了，送签。 => exec to-countersign
      exec > [无不同意见] => mayor to-approve`,
  },
  {
    id: 'signing.government.wide-reach',
    in: { kept: 'penglai' },
    kept: 'head-slj > {意见.docx} 水利局代拟的《水网意见》，以区政府名义发，涉及面广，办公室审理过了，送签。 => mayor to-approve',
  },
  {
    id: 'signing.government.meeting-decided',
    in: { kept: 'zhoucun penglai' },
    kept: 'gov-office > {通知.docx} 水利局代拟的《供水通知》，以区政府名义发，常务会议已研究通过，办公室审过了，送签。 => mayor to-approve',
  },
  {
    id: 'signing.unreviewed',
    in: { refused: 'zhangdian zhoucun penglai' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，请办公室审核后送签。 => head-slj submitted',
    broken: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，办公室没审，先给DEP副区长签了吧。',
  },
  {
    id: 'document.own-issue',
    in: { refused: ALL },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，我签过字了，请办公室审核后送签。 => head-slj submitted',
    broken: 'head-slj > 《关于开展河道清理的通知》就是我们局内部的活儿，想用区政府名义发，好使一点。',
  },
  {
    id: 'document.no-reissue document.routine',
    in: { refused: 'linzi zhangdian laiwu zhoucun penglai' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，我签过字了，请办公室审核后送签。 => head-slj submitted',
    broken: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，没有什么新内容，就是照抄去年的，送签。',
  },
  {
    id: 'document.staffing',
    in: { told: 'linzi zhangdian' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，请办公室审核后送签。 => head-slj submitted',
    broken: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，里面明确增加编制5个，送签。',
  },
  {
    id: 'document.directive',
    in: { refused: 'linzi zhangdian laiwu zhoucun' },
    kept: 'head-slj > 我局想向河湾镇下达关停小水厂的硬性要求，已经区政府批准了。 => head-slj recorded',
    broken: 'head-slj > 我局要求各镇街下周一前把小水厂清零，没跟区政府报。',
  },
  {
    id: 'document.supporting',
    in: { refused: 'linzi' },
    kept: 'head-slj > 我局想向河湾镇下达关停小水厂的硬性要求，已经区政府批准了。 => head-slj recorded',
    broken: 'head-slj > 要求各镇按我们的方案再各自出一个配套方案，月底检查。',
  },
  {
    id: 'document.disagreed-issue',
    in: { refused: 'zhangdian laiwu zhoucun' },
    kept: 'head-slj > 《节水通知》跟财政局商量好了，拟向下行文，已报区政府批准。 => head-slj recorded|answered|submitted|not-found',
    broken: 'head-slj > 《节水通知》跟财政局没谈拢，我局先往下发了。',
  },
  {
    id: 'document.consent-phrase',
    in: { refused: 'zhangdian laiwu zhoucun' },
    kept: 'head-slj > {通知.docx} 《节水通知》想加“经区政府同意”字样，请按程序报审定。 => gov-office to-approve',
    broken: 'head-slj > 想在《节水通知》里写“经区政府同意”，还没报，先印。',
  },
  {
    id: 'document.fairs',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府办公室名义发，我签过字了，送审。 => head-slj submitted',
    broken: 'head-slj > 我们局以区政府名义办水博会，想用政府办名义发个通知。',
  },
  {
    id: 'document.bulletin',
    in: { told: 'linzi laiwu', refused: 'penglai' },
    kept: 'head-slj > {水利简报.docx} 水利简报第3期报区政府，已备案编号，办公室也核准了。 => head-slj submitted|recorded',
    broken: 'head-slj > {水情简报.docx} 我局第二种简报《水情简报》报区政府，没备案编号，没经办公室核准。',
  },
  {
    id: 'document.bulletin',
    in: { told: 'zhangdian' },
    kept: 'head-slj > {水利简报.docx} 水利简报第3期报区政府，已备案编号，办公室也核准了。 => head-slj submitted|recorded',
    broken: 'head-slj > {水情简报.docx} 我局第二种简报《水情简报》报区政府，已备案编号。',
  },
  {
    id: 'document.bulletin-filing',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {水利简报.docx} 水利简报第3期报区政府，已备案，办公室也核准了。 => head-slj submitted|recorded',
    broken: 'head-slj > {水利简报.docx} 水利简报第3期报区政府，没备案。',
  },
  {
    id: 'document.length',
    in: { told: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《防汛专项方案》3000字，以区政府办公室名义印发，我签过字了，送审。 => head-slj submitted',
    broken: 'head-slj > {方案.docx} 《防汛专项方案》3001字，以区政府办公室名义印发，我签过字了，送审。',
  },
  {
    id: 'document.legality-review document.assessments document.normative-rules document.public-comment',
    in: { refused: 'linzi' },
    kept: 'head-slj > {办法.docx} 《饮水管理办法》是规范性文件，以区政府名义发，调研、评估论证、政策取向评估都做了，公开征求过意见，合法性审查也过了，送签。 => head-slj submitted',
    broken:
      'head-slj > {办法.docx} 《饮水管理办法》是规范性文件，以区政府名义发，评估论证没做，公开征求意见省了，合法性审查跳过了，先送签吧。',
  },
  {
    id: 'document.legality-review document.normative-rules',
    in: { refused: 'zhoucun' },
    kept: 'head-slj > {办法.docx} 《饮水管理办法》是规范性文件，以区政府名义发，公开征求过意见，合法性审查也过了，集体讨论了，送签。 => head-slj submitted',
    broken:
      'head-slj > {办法.docx} 《饮水管理办法》是规范性文件，以区政府名义发，公开征求意见省了，合法性审查跳过了，先送签吧。',
  },
  {
    id: 'document.consult document.fair-competition document.stability',
    in: { refused: 'linzi' },
    kept: 'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，涉及各镇、财政局和企业经营，影响社会稳定，征求过镇街和部门意见，公平竞争审查、社会稳定风险评估、舆情评估都做了，送签。 => head-slj submitted',
    broken:
      'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，涉及各镇、财政局和企业经营，影响社会稳定，部门意见没征求，公平竞争审查免了，社会稳定风险评估没做，送签。',
  },
  {
    id: 'document.fair-competition',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，涉及企业经营活动，公平竞争审查做了，送签。 => head-slj submitted',
    broken: 'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，涉及企业经营活动，公平竞争审查免了，送签。',
  },
  {
    id: 'document.joint-normative',
    in: { told: 'linzi zhangdian' },
    kept: 'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，不涉及其他部门，送签。 => head-slj submitted',
    broken: 'head-slj > {办法.docx} 《饮水管理办法》是规范性文件，以区政府名义发，涉及财政局、农业农村局职权，送签。',
  },
  {
    id: 'document.filing-departments',
    in: { kept: 'linzi laiwu' },
    kept: 'head-slj > {细则.docx} 我局出了个规范性文件《取水管理细则》，给区政府备个案。 => head-slj submitted|recorded',
  },
  {
    id: 'document.filing-government',
    in: { kept: 'linzi laiwu' },
    kept: 'head-sfj > {办法.docx} 区政府规范性文件《饮水管理办法》，报市政府和区人大常委会备案。 => head-sfj submitted|recorded|answered',
  },
  {
    id: 'countersign.days countersign.silence',
    in: { told: 'linzi' },
    kept: `head-slj > 《清淤方案》请财政局会签。 => head-czj to-countersign 4月15日
      -- 2026-04-15 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `head-slj > 《清淤方案》请财政局会签。
      -- 2026-04-16 09:00 => head-slj approved 视为无不同意见`,
  },
  {
    id: 'countersign.days countersign.silence',
    in: { told: 'zhangdian' },
    kept: `head-slj > 《清淤方案》请财政局会签。 => head-czj to-countersign 4月16日
      -- 2026-04-16 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `head-slj > 《清淤方案》请财政局会签。
      -- 2026-04-17 09:00 => head-slj approved 视为无不同意见`,
  },
  {
    id: 'countersign.days countersign.silence countersign.who',
    in: { told: 'laiwu' },
    kept: `head-slj > 《清淤方案》请财政局会签。 => head-czj to-countersign 4月20日
      -- 2026-04-20 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `head-slj > 《清淤方案》请财政局会签。
      -- 2026-04-21 09:00 => head-slj approved 视为无不同意见`,
  },
  {
    id: 'countersign.days',
    in: { told: 'zhoucun' },
    kept: `head-slj > 《清淤方案》请财政局会签。 => head-czj to-countersign 4月16日
      -- 2026-04-16 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `head-slj > 《清淤方案》请财政局会签。
      -- 2026-04-17 09:00 => head-slj notice 不视为同意`,
  },
  {
    id: 'countersign.extension',
    in: { told: 'linzi zhangdian laiwu' },
    kept: `head-slj > 《清淤方案》请财政局会签。
      head-czj > 这两天在省里培训，回不了，跟水利局讲好了4月24号给答复 => head-czj recorded; head-slj notice
      -- 2026-04-23 09:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `head-slj > 《清淤方案》请财政局会签。
      head-czj > 忙不过来，想4月24号再给意见 => head-slj to-approve`,
  },
  {
    id: 'printing.deadline',
    in: { kept: 'zhangdian laiwu' },
    kept: 'gov-office > 4月10日常务会通过的《供水方案》要印发，盯一下时限。 => gov-office to-do 4月17日',
  },
  {
    id: 'printing.revised',
    in: { kept: 'zhangdian' },
    kept: 'gov-office > 4月10日常务会上水利局的《供水方案》要作重大修改，登记一下修改期限。 => head-slj|gov-office to-do 4月24日',
  },
];
