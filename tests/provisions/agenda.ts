/** Topics and minutes: who puts forward, by when, with what; who signs. */
import { ALL, type Row } from './table.ts';

export const AGENDA: readonly Row[] = [
  {
    id: 'agenda.decider',
    in: { 'not-allowed': 'linzi' },
    kept: 'dep-water > {方案.docx} 《供水方案》拿到4月24日的常务会上过一下，水利局汇报。 => gov-office to-approve',
    broken: 'head-slj > {方案.docx} 4月24日的常务会，我们局想汇报《供水方案》。',
  },
  {
    id: 'agenda.decider',
    in: { 'not-allowed': 'zhangdian laiwu zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，论证过了，跟财政局都说好了，会签也签了字，盖了章，材料办公室审过了。 => dep-water to-approve',
    broken: 'staff-slj > {方案.docx} 《供水方案》想上4月30日的常务会，论证过了。',
  },
  {
    id: 'agenda.decider',
    in: { 'not-allowed': 'penglai' },
    kept: 'head-slj > {方案.docx} 《供水方案》想上4月30日的常务会，论证过了，跟财政局都说好了，法审也过了。 => mayor to-approve',
    broken: 'staff-slj > {方案.docx} 《供水方案》想上4月30日的常务会，论证过了。',
  },
  {
    id: 'agenda.mayor-office',
    in: { 'not-allowed': 'linzi' },
    kept: 'mayor > {方案.docx} 《供热方案》加到4月24日的区长办公会上。 => mayor recorded|submitted',
    broken: 'staff-slj > {方案.docx} 《供热方案》想拿到4月24日的区长办公会上研究。',
  },
  {
    id: 'agenda.special',
    in: { 'not-allowed': 'linzi' },
    kept: 'dep-water > {方案.docx} 《抗旱方案》提请4月24日由我主持的区政府专题会研究。 => dep-water recorded|submitted',
    broken: 'staff-slj > {方案.docx} 《抗旱方案》提请4月24日的区政府专题会研究。',
  },
  {
    id: 'agenda.deadline',
    in: { refused: 'linzi' },
    kept: 'dep-water > {方案.docx} 《供水方案》拿到4月20日的常务会上研究。 => gov-office to-approve',
    broken: `-- 2026-04-14 09:00
      dep-water > {方案.docx} 《供水方案》拿到4月20日的常务会上研究。`,
  },
  {
    id: 'agenda.deadline',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {方案.docx} 《供水方案》想上4月27日的常务会，跟财政局都说好了，会签上字也签了。 => gov-office to-approve',
    broken: `-- 2026-04-14 09:00
      head-slj > {方案.docx} 《供水方案》想上4月27日的常务会，跟财政局都说好了，会签上字也签了。`,
  },
  {
    id: 'agenda.late',
    in: { refused: 'linzi zhangdian zhoucun' },
    kept: 'dep-water > {议题审批表.docx} 明天的常务会临时加《大坝抢险》议题，水利局汇报，盖了章，跟财政局说好了，字也签了。特殊情况：昨晚大坝渗水，必须马上定。 => dep-water submitted',
    broken:
      'dep-water > {议题审批表.docx} 明天的常务会临时塞个《大坝抢险》议题，水利局汇报，盖了章，跟财政局说好了，字也签了，材料昨晚才弄好。',
  },
  {
    id: 'agenda.filing',
    in: { kept: 'linzi' },
    kept: `dep-water > {方案.docx} 《供水方案》拿到4月24日的常务会上研究。
      gov-office > [同意]
      mayor > [同意] => party-office to-file`,
  },
  {
    id: 'agenda.filing',
    in: { kept: 'zhangdian' },
    kept: `head-slj > {方案.docx} 《供水方案》想上4月30日的常务会，跟财政局都说好了，会签上字也签了。
      gov-office > [同意]
      dep-water > [同意]
      office-director > [同意]
      mayor > [同意] => party-office to-file`,
  },
  {
    id: 'agenda.excluded agenda.uncoordinated',
    in: { refused: 'laiwu zhoucun', told: 'penglai zhangdian' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，论证过了，跟财政局都说好了，法审过了，会签上字也签了，盖了章。 => head-slj submitted',
    broken:
      'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，论证过了，法审过了，盖了章，跟财政局还没说，先排上吧。',
  },
  {
    id: 'agenda.minor',
    in: { told: 'linzi' },
    kept: 'dep-water > {方案.docx} 《供水方案》拿到4月24日的常务会上研究。 => gov-office to-approve',
    broken: 'dep-water > {方案.docx} 4月24日的常务会想加一个《节水周》议题，属一般性工作汇报。',
  },
  {
    id: 'agenda.dispute',
    in: { kept: 'laiwu penglai' },
    kept: 'head-slj > {方案.docx} 《供水方案》跟财政局协调过还是有异议，想上常务会，论证过了，法审过了。 => dep-water to-approve',
  },
  {
    id: 'agenda.dispute',
    in: { incomplete: 'zhangdian' },
    kept: 'head-slj > {协调说明.docx} 《供水方案》提报4月30日的常务会，跟财政局协调过还是有异议，附协调说明，列明了各方理据。 => dep-water to-approve',
    broken: 'head-slj > 《供水方案》提报4月30日的常务会，跟财政局协调过还是有异议，请协调。',
  },
  {
    id: 'agenda.dispute',
    in: { kept: 'zhoucun' },
    kept: 'head-slj > {议题审批表、协调说明.docx} 《供水方案》想上常务会，跟财政局协调好几次还是谈不拢，附协调说明，列明了各方理据，审批表盖好章了。 => dep-water to-approve',
  },
  {
    id: 'agenda.coordination agenda.signatures',
    in: { told: 'zhangdian zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，书面征求过财政局意见，协调一致，会签意见上主要负责人都签了字，盖了章。 => head-slj submitted',
    broken: 'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，涉及财政局，盖了章。',
  },
  {
    id: 'agenda.legality agenda.major-decisions',
    in: { refused: 'zhangdian zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《取水办法》是规范性文件、重大行政决策，想上4月30日的常务会，都说好了，会签上字也签了，法审过了，公众参与、专家论证、风险评估都做了，盖了章。 => head-slj submitted',
    broken:
      'head-slj > {议题审批表.docx} 《取水办法》是规范性文件、重大行政决策，想上4月30日的常务会，都说好了，会签上字也签了，盖了章，法制办、司法局的合法性审查跳过了。',
  },
  {
    id: 'agenda.major-decisions',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《水网规划》属于重大行政决策，想上常务会，论证过了，都说好了，公众参与、专家论证、风险评估、合法性审查都做完了。 => dep-water to-approve',
    broken: 'head-slj > {方案.docx} 《水网规划》属于重大行政决策，想上常务会，论证过了，都说好了，专家论证没搞。',
  },
  {
    id: 'agenda.preconditions',
    in: { refused: 'penglai' },
    kept: 'head-slj > {方案.docx} 《供水方案》想上常务会，论证过了，都说好了，合法合规性审查也过了。 => mayor to-approve',
    broken: 'head-slj > {方案.docx} 《供水方案》想上常务会，论证过了，都说好了，合法合规审查跳过了。',
  },
  {
    id: 'agenda.preconditions',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《供水方案》想上常务会，充分论证过了，都说好了。 => dep-water to-approve',
    broken: 'head-slj > {方案.docx} 《供水方案》想上常务会，研究论证没做，都说好了。',
  },
  {
    id: 'agenda.assessments',
    in: { told: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《供水方案》想上常务会，论证过了，都说好了。 => dep-water to-approve',
    broken: 'head-slj > {方案.docx} 《水网规划》属于重要事项，想上常务会，论证过了，都说好了，社会稳定风险评估没做。',
  },
  {
    id: 'agenda.party-committee',
    in: { refused: 'penglai' },
    kept: 'head-slj > {方案.docx} 《水网规划》属于重要事项，想上常务会，论证过了，都说好了，法审过了，已报区委主要领导同志。 => mayor to-approve',
    broken:
      'head-slj > {方案.docx} 《水网规划》属于重要事项，想上常务会，论证过了，都说好了，法审过了，还没报区委主要领导。',
  },
  {
    id: 'agenda.form',
    in: { incomplete: 'zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，跟财政局都说好了，会签上字也签了，审批表盖好章了。 => dep-water to-approve',
    broken: 'head-slj > 《供水方案》想上4月30日的常务会，跟财政局都说好了，会签上字也签了。',
  },
  {
    id: 'agenda.collection',
    in: { told: 'zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，跟财政局都说好了，会签上字也签了，审批表盖好章了。 => head-slj submitted 每月',
    broken:
      'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，跟财政局都说好了，会签上字也签了，审批表盖好章了。',
  },
  {
    id: 'agenda.delivery agenda.delivery-again',
    in: { kept: 'zhoucun' },
    kept: 'mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。 => gov-office to-do 4月14日; gov-office to-do 4月16日',
  },
  {
    id: 'research.before-decision',
    in: { told: 'linzi' },
    kept: 'dep-water > {方案.docx} 《供水方案》拿到4月24日的常务会上研究。 => gov-office to-approve',
    broken: 'dep-water > {方案.docx} 《水网规划》是重大行政决策，拿到4月24日的常务会上研究。',
  },
  {
    id: 'minutes.executive',
    in: { kept: ALL },
    kept: 'gov-office > 4月10日常务会的纪要弄好了，送签吧。 => mayor to-approve',
  },
  {
    id: 'minutes.special',
    in: { kept: 'linzi zhangdian laiwu zhoucun penglai' },
    kept: 'gov-office > 4月9日DEP副区长主持的水利专题会纪要弄好了，研究防汛演练，不涉及资金、资产、土地和重大政策，送签。 => dep-water to-approve',
  },
  {
    id: 'minutes.mandate',
    in: { kept: 'linzi zhangdian laiwu' },
    kept: 'gov-office > 4月9日区政府办公室主任受DEP副区长委托开的水利专题会，纪要弄好了，研究防汛演练，送签。 => dep-water to-approve',
  },
  {
    id: 'minutes.subjects',
    in: { told: 'linzi zhangdian laiwu' },
    kept: `gov-office > 4月9日DEP副区长主持的水利专题会纪要弄好了，研究防汛演练，不涉及资金、资产、土地和重大政策，送签。
      dep-water > [同意] => gov-office approved`,
    broken: `gov-office > 4月9日DEP副区长主持的水利专题会纪要弄好了，定了给水库拨财政资金，属重大财政支出，送签。
      dep-water > [同意] => mayor to-approve`,
  },
];
