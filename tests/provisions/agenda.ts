/** Topics: who puts forward, by when, and with what. */
import type { Row } from './table.ts';

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
    id: 'agenda.excluded agenda.uncoordinated',
    in: { refused: 'laiwu zhoucun', told: 'penglai zhangdian' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，论证过了，跟财政局都说好了，法审过了，会签上字也签了，盖了章。 => head-slj submitted',
    broken:
      'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，论证过了，法审过了，盖了章，跟财政局还没说，先排上吧。',
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
    id: 'agenda.filing',
    in: { 'not-allowed': 'zhangdian' },
    kept: `head-slj > {方案.docx} 《供水方案》想上4月30日的常务会，跟财政局都说好了，会签上字也签了。
      gov-office > [同意]
      dep-water > [同意]
      office-director > [同意]
      mayor > [同意] => party-office to-file § 会前3个工作日内（4月27日`,
    broken: '+ party-secretary > [已备案]',
  },
  {
    id: 'agenda.minor',
    in: { told: 'linzi' },
    kept: 'dep-water > {方案.docx} 《供水方案》拿到4月24日的常务会上研究。 => dep-water submitted ^(?![^]*提示)',
    broken:
      'dep-water > {方案.docx} 4月24日的常务会想加一个《节水周》议题，属一般性工作汇报。 => gov-office to-approve § 原则上不提交会议研究',
  },
  {
    id: 'agenda.dispute',
    in: { 'not-allowed': 'laiwu' },
    kept: `head-slj > {方案.docx} 《供水方案》跟财政局协调过还是有异议，想上常务会，论证过了，法审过了。 => cadre to-note §; dep-water to-approve § 协调并提出意见
      dep-water > [同意] => mayor to-approve § 请确定`,
    broken: '+ exec > [同意]',
  },
  {
    id: 'agenda.dispute',
    in: { 'not-allowed': 'penglai' },
    kept: `head-slj > {方案.docx} 《供水方案》跟财政局协调过还是有异议，想上常务会，论证过了，法审过了。 => dep-water to-approve § 请协调
      dep-water > [同意] => mayor to-approve § 请确定`,
    broken: '+ exec > [同意]',
  },
  {
    id: 'agenda.dispute',
    in: { incomplete: 'zhangdian zhoucun' },
    kept: 'head-slj > {议题审批表、协调说明.docx} 《供水方案》提报4月30日的常务会，跟财政局协调过还是有异议，附协调说明，列明了各方理据，盖了章。 => dep-water to-approve § 请协调',
    broken: 'head-slj > {议题审批表.docx} 《供水方案》提报4月30日的常务会，跟财政局协调过还是有异议，请协调，盖了章。',
  },
  {
    id: 'agenda.coordination',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {方案.docx} 《供水方案》想上4月30日的常务会，书面征求过财政局意见，协调一致，会签意见上都签了字。 => head-slj submitted',
    broken:
      'head-slj > {方案.docx} 《供水方案》涉及财政局，想上4月30日的常务会，还没征求财政局意见，会签意见都签了字。',
  },
  {
    id: 'agenda.coordination',
    in: { told: 'zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》涉及财政局，想上4月30日的常务会，协调一致，会签意见上都签了字，盖了章。 => dep-water to-approve ^(?![^]*提示)',
    broken:
      'head-slj > {议题审批表.docx} 《供水方案》涉及财政局，想上4月30日的常务会，会签意见上都签了字，盖了章。 => dep-water to-approve § 未说明[^]*协[商调]一致',
  },
  {
    id: 'agenda.signatures',
    in: { refused: 'zhangdian zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《供水方案》涉及财政局，想上4月30日的常务会，协调一致，会签意见上都签了字，盖了章。 => head-slj submitted',
    broken:
      'head-slj > {议题审批表.docx} 《供水方案》涉及财政局，想上4月30日的常务会，协调一致，会签意见还没签字，盖了章。',
  },
  {
    id: 'agenda.legality',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {方案.docx} 《取水办法》是规范性文件，想上4月30日的常务会，都说好了，会签上字也签了，研究论证做了，法审过了。 => head-slj submitted',
    broken:
      'head-slj > {方案.docx} 《取水办法》是规范性文件，想上4月30日的常务会，都说好了，会签上字也签了，研究论证做了，合法性审查跳过了。',
  },
  {
    id: 'agenda.legality',
    in: { refused: 'zhoucun' },
    kept: 'head-slj > {议题审批表.docx} 《取水办法》是重大行政决策，想上4月30日的常务会，都说好了，会签上字也签了，研究论证做了，法审过了，盖了章。 => head-slj submitted',
    broken:
      'head-slj > {议题审批表.docx} 《取水办法》是重大行政决策，想上4月30日的常务会，都说好了，会签上字也签了，研究论证做了，盖了章，法制办的合法性审查跳过了。',
  },
  {
    id: 'agenda.major-decisions',
    in: { refused: 'zhangdian laiwu' },
    kept: 'head-slj > {方案.docx} 《水网规划》属于重大行政决策，想上4月30日的常务会，论证过了，都说好了，会签上字也签了，公众参与、专家论证、风险评估、合法性审查都做完了。 => dep-water|gov-office to-approve',
    broken:
      'head-slj > {方案.docx} 《水网规划》属于重大行政决策，想上4月30日的常务会，论证过了，都说好了，会签上字也签了，专家论证没搞。',
  },
  {
    id: 'agenda.assessments',
    in: { told: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《供水方案》想上常务会，论证过了，都说好了。 => dep-water to-approve ^(?![^]*评估)',
    broken:
      'head-slj > {方案.docx} 《水网规划》属于重大行政决策，想上常务会，论证过了，都说好了，公众参与、专家论证、风险评估、合法性审查都做完了，舆情评估没做。 => head-slj submitted § 舆情',
  },
  {
    id: 'decision.assessments',
    in: { refused: 'zhangdian zhoucun penglai' },
    kept: 'head-slj > {议题审批表.docx} 《水网规划》属于重大行政决策，想上4月30日的常务会，都说好了，法审过了，会签上字也签了，盖了章，深入调研过，研究论证做了。 => head-slj submitted',
    broken:
      'head-slj > {议题审批表.docx} 《水网规划》属于重大行政决策，想上4月30日的常务会，都说好了，法审过了，会签上字也签了，盖了章，调查研究没做。',
  },
  {
    id: 'decision.assessments',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《水网规划》属于重要事项，想上常务会，都说好了，法审过了，深入调研过，研究论证做了。 => head-slj submitted',
    broken: 'head-slj > {方案.docx} 《水网规划》属于重要事项，想上常务会，都说好了，研究论证做了，调查研究没做。',
  },
  {
    id: 'agenda.collection',
    in: { told: 'zhoucun' },
    kept: 'mayor > 《供水方案》加到4月30日的常务会上。 => mayor recorded|submitted',
    broken:
      'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，跟财政局都说好了，会签上字也签了，审批表盖好章了。 => head-slj submitted 每月集中提报2次',
  },
  {
    id: 'agenda.delivery',
    in: { 'not-allowed': 'zhoucun' },
    kept: 'mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。 => gov-office to-do § 4月14日（周二）前',
    broken: '+ office-director > [已办结]',
  },
  {
    id: 'agenda.delivery-again',
    in: { told: 'zhoucun' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。 => gov-office to-do § 4月16日（周四）前
      gov-office > 材料送达和再次送达都已办结`,
    broken: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      -- 2026-04-16 18:00
      -- 2026-04-17 09:00 => gov-office reminder § 再次送达”已于4月16日`,
  },
  {
    id: 'research.before-decision',
    in: { refused: 'linzi' },
    kept: 'dep-water > {方案.docx} 《水网规划》是重大行政决策，拿到4月24日的常务会上研究，调研、论证、法审都做了。 => gov-office to-approve',
    broken: 'dep-water > {方案.docx} 《水网规划》是重大行政决策，拿到4月24日的常务会上研究，调查研究没做。',
  },
];
