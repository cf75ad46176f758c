/** Who signs what is issued in the name of the government or its office, and where it is filed. */
import type { Row } from './table.ts';

export const SIGNING: readonly Row[] = [
  {
    id: 'signing.government',
    in: { 'not-allowed': 'linzi zhangdian zhoucun penglai' },
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
    id: 'signing.unreviewed',
    in: { refused: 'zhangdian zhoucun penglai' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，请办公室审核后送签。 => head-slj submitted',
    broken: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，办公室没审，先给DEP副区长签了吧。',
  },
  {
    id: 'signing.order',
    in: { 'not-allowed': 'linzi' },
    kept: 'head-slj > {决定.docx} 代拟的《关于表彰先进的决定》，以区政府名义发布，请送签。 => dep-water to-approve § 请审核; head-slj submitted 副区长审核→区政府办公室主任[^→。]*审核→[^→副。]*区长签署',
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.office.overall',
    in: { 'not-allowed': 'linzi' },
    kept: 'head-slj > {意见.docx} 水利局代拟《水网改革意见》，以区政府办名义发，涉及全局性工作，送签。 => dep-water to-approve § 请审核; head-slj submitted 副区长审核→区政府办公室主任[^→。]*审核→[^→副。]*区长签发',
    broken: '+ office-director > [同意]',
  },
  {
    id: 'signing.office.own-remit',
    in: { 'not-allowed': 'linzi' },
    kept: 'gov-office > {通知.docx} 我办起草的《值班安排通知》，以区政府办名义发，属办公室职权范围，送签。 => office-director to-approve § 请签发',
    broken: '+ office-deputy > [同意]',
  },
  {
    id: 'signing.party-committee',
    in: { 'not-allowed': 'laiwu' },
    kept: 'gov-office > {报告.docx} 水利局代拟《水网建设情况报告》，报区委，请送签批。 => mayor to-approve § 请签批',
    broken: '+ exec > [同意]',
  },
  {
    id: 'signing.government.appointment',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > {公文.docx} 区政府任免公文《关于某同志任职的通知》，水利局代拟，办公室审理过了，送签。 => mayor to-approve 第（四）项',
    broken: '+ exec > [同意]',
  },
  {
    id: 'signing.government.bill',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > {议案.docx} 区政府向区人大常委会提出的《关于调整预算的议案》，财政局起草，办公室已审理，请送签署。 => mayor to-approve 第（二）项',
    broken: '+ exec > [同意]',
  },
  {
    id: 'signing.government.overall',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > {规划.docx} 以区政府名义印发《全区水网总体规划》，属全区总体规划，水利局代拟，办公室审理过了，送签。 => mayor to-approve 第（三）项',
    broken: '+ exec > [同意]',
  },
  {
    id: 'signing.government.superior',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > {请示.docx} 以区政府名义向烟台市政府报《关于水网的请示》，水利局代拟，办公室审理过了，送签。 => mayor to-approve 第（一）项',
    broken: '+ exec > [同意]',
  },
  {
    id: 'signing.government.wide-reach',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > {意见.docx} 水利局代拟的《水网意见》，以区政府名义发，涉及面广，办公室审理过了，送签。 => mayor to-approve 请审定签发[^]*第（五）项',
    broken: '+ exec > [同意]',
  },
  {
    id: 'signing.government.meeting-decided',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > {通知.docx} 水利局代拟的《供水通知》，以区政府名义发，常务会议已研究通过，办公室审过了，送签。 => mayor to-approve 第（六）项',
    broken: '+ exec > [同意]',
  },
  {
    id: 'signing.government.meeting-decided',
    in: { 'not-allowed': 'zhoucun' },
    kept: 'gov-office > {通知.docx} 水利局代拟的《供水通知》，以区政府名义发，常务会议已研究通过，办公室审过了，送签。 => mayor to-approve § 请签发',
    broken: '+ dep-water > [同意]',
  },
  {
    id: 'countersign.deputies',
    in: { 'not-allowed': 'penglai' },
    kept: 'head-slj > 《养殖补贴意见》请EXEC副区长会签。 => exec to-countersign §',
    broken: '+ dep-edu > [无不同意见]',
  },
  {
    id: 'document.filing-departments',
    in: { 'not-allowed': 'linzi laiwu' },
    kept: 'head-slj > {细则.docx} 我局出了个规范性文件《取水管理细则》，给区政府备个案。 => gov-office to-file §',
    broken: '+ dep-water > [已备案]',
  },
  {
    id: 'document.filing-government',
    in: { 'not-allowed': 'linzi zhangdian laiwu' },
    kept: 'head-sfj > {办法.docx} 区政府规范性文件《饮水管理办法》，报市政府和区人大常委会备案。 => head-sfj submitted|recorded § 区人大常委会',
    broken: 'town-1 > {办法.docx} 区政府规范性文件《饮水管理办法》，报市政府和区人大常委会备案。',
  },
];
