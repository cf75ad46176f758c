/** Who acts on a paper or topic, in the rule's order: nobody before his turn. */
import { ALL, type Row } from './table.ts';

const REQUEST = 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。';
const IMPORTANT =
  'head-slj > {请示.pdf} 《关于修闸的请示》，属重要事项，我签发的，章也盖了，不涉及其他部门，报区政府。';
const GOVERNMENT = 'head-slj > {通知.docx} 水利局代拟的《防汛通知》，以区政府名义发，我签过字了，由区长签发，请送签。';
const OFFICE =
  'head-slj > {通知.docx} 水利局代拟的《防汛通知》，以区政府办公室名义发，我签过字了，由DEP副区长签发，请送签。';
const TOPIC =
  'head-slj > {议题审批表.docx} 《供水方案》想上4月30日的常务会，论证过了，跟财政局都说好了，会签也签了字，盖了章，材料办公室审过了，法审过了。';

export const CHAINS: readonly Row[] = [
  {
    id: 'submission.leader',
    in: { 'not-allowed': ALL },
    kept: `${REQUEST} => head-slj submitted § 区政府办公室审核→[^→。]*副区长审批`,
    broken: '+ dep-water > [同意]',
  },
  {
    id: 'submission.leader',
    in: { 'not-allowed': 'linzi zhangdian zhoucun penglai' },
    kept: `${IMPORTANT} => head-slj submitted § 区政府办公室审核→[^→副。]*区长审批`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.government',
    in: { 'not-allowed': 'linzi' },
    kept: `${GOVERNMENT} => head-slj submitted § [^→。]*副区长审议→区政府办公室主任[^→。]*审议→[^→副。]*区长签发`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.government',
    in: { 'not-allowed': 'zhangdian' },
    kept: `${GOVERNMENT} => head-slj submitted § 区政府办公室副主任[^→。]*审核→区政府办公室主任[^→。]*审签→[^→副。]*区长签发`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.government',
    in: { 'not-allowed': 'zhoucun' },
    kept: `${GOVERNMENT} => head-slj submitted § 区政府办公室审核→[^→。]*副区长审核→区政府办公室主任[^→。]*审签→[^→副。]*区长签发`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.government',
    in: { 'not-allowed': 'penglai' },
    kept: `${GOVERNMENT} => head-slj submitted § 区政府办公室审理→[^→副。]*区长签发`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.any',
    in: { 'not-allowed': 'laiwu' },
    kept: `${GOVERNMENT} => head-slj submitted § 审核→区政府办公室副主任[^→。]*提出送签意见→[^→。]*副区长审签→区政府办公室主任[^→。]*审签→[^→副。]*区长签发
      cadre > [同意] => office-deputy to-approve §`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.office',
    in: { 'not-allowed': 'linzi' },
    kept: `${OFFICE} => head-slj submitted § [^→。]*副区长签发`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.office',
    in: { 'not-allowed': 'zhangdian' },
    kept: `${OFFICE} => head-slj submitted § 区政府办公室副主任[^→。]*审核→区政府办公室主任[^→。]*审签→[^→。]*副区长签发`,
    broken: '+ dep-water > [同意]',
  },
  {
    id: 'signing.office',
    in: { 'not-allowed': 'zhoucun' },
    kept: `${OFFICE} => head-slj submitted § 区政府办公室审核→[^→。]*副区长审签→区政府办公室主任[^→。]*签发`,
    broken: '+ dep-water > [同意]',
  },
  {
    id: 'signing.office',
    in: { 'not-allowed': 'penglai' },
    kept: `${OFFICE} => head-slj submitted § 区政府办公室审理→区政府办公室主任[^→。]*签发`,
    broken: '+ office-director > [同意]',
  },
  {
    id: 'agenda.decider',
    in: { 'not-allowed': 'linzi' },
    kept: `dep-water > {方案.docx} 《供水方案》拿到4月24日的常务会上研究，材料办公室审过了。 => mayor to-approve § 请确定
      mayor > [同意] => party-office to-file §`,
    broken: '+ party-secretary > [已备案]',
  },
  {
    id: 'agenda.decider',
    in: { 'not-allowed': 'zhangdian zhoucun' },
    kept: `${TOPIC} => dep-water to-approve §
      dep-water > [同意] => office-director to-approve § 综合平衡
      office-director > [同意] => mayor to-approve § 审定`,
    broken: '+ exec > [同意]',
  },
  {
    id: 'agenda.decider',
    in: { 'not-allowed': 'laiwu' },
    kept: `${TOPIC} => dep-water to-approve §
      dep-water > [同意] => mayor to-approve § 确定`,
    broken: '+ exec > [同意]',
  },
  {
    id: 'agenda.mayor-office',
    in: { 'not-allowed': 'linzi' },
    kept: 'dep-water > {方案.docx} 《供热方案》加到4月24日的区长办公会上。 => mayor to-approve § 请确定',
    broken: '+ exec > [同意]',
  },
  {
    id: 'agenda.special',
    in: { 'not-allowed': 'linzi' },
    kept: 'dep-water > {方案.docx} 《抗旱方案》提请4月24日由EXEC副区长主持的区政府专题会研究。 => exec to-approve § 请确定',
    broken: '+ mayor > [同意]',
  },
  {
    id: 'meeting.department.leaders',
    in: { 'not-allowed': 'linzi' },
    kept: 'head-slj > 4月28日我局开全区水利工作会，想请DEP副区长来讲两句，确需出席，请批准。 => mayor to-approve §',
    broken: '+ dep-water > [同意]',
  },
  {
    id: 'event.invite',
    in: { refused: 'zhangdian' },
    kept: `-- 2026-04-17 09:00
      head-jtj > 4月24日学校艺术节，想请DEP副区长来。 => gov-office to-approve §`,
    broken: `-- 2026-04-17 09:00
      head-jtj > 4月23日学校艺术节，想请DEP副区长来。`,
  },
  {
    id: 'event.invite',
    in: { refused: 'zhoucun' },
    kept: `-- 2026-04-17 09:00
      head-jtj > 4月20日学校艺术节，是重要活动，想请DEP副区长来。 => gov-office to-approve § ^(?![^]*提示)`,
    broken: `-- 2026-04-17 09:00
      head-jtj > 4月19日学校艺术节，是重要活动，想请DEP副区长来。`,
  },
  {
    id: 'event.invite',
    in: { told: 'zhoucun' },
    kept: 'head-jtj > 4月16日学校艺术节，想请DEP副区长来。 => gov-office to-approve § ^(?![^]*提示)',
    broken: 'head-jtj > 4月15日学校艺术节，想请DEP副区长来。 => gov-office to-approve § 提示：如属重要活动',
  },
  {
    id: 'signing.government.wide-reach',
    in: { 'not-allowed': 'penglai' },
    kept: 'head-slj > {意见.docx} 水利局代拟的《水网意见》，以区政府名义发，涉及面广，涉及EXEC副区长分管的事，请送签。 => head-slj submitted 区政府办公室审理→[^→。]*副区长会签→[^→副。]*区长审定签发',
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.government.overall',
    in: { 'not-allowed': 'penglai' },
    kept: 'head-slj > {规划.docx} 水利局代拟的《全区水网总体规划》，以区政府名义发，属全区总体规划，请送签。 => head-slj submitted 区政府办公室审理→[^→副。]*区长签发[^]*第（三）项',
    broken: '+ mayor > [同意]',
  },
  {
    id: 'signing.government.meeting-decided',
    in: { 'not-allowed': 'zhoucun penglai' },
    kept: 'head-slj > {通知.docx} 水利局代拟的《供水通知》，以区政府名义发，常务会议已研究通过，请送签。 => head-slj submitted § 区政府办公室审[核理]→[^→副。]*区长签发',
    broken: '+ mayor > [同意]',
  },
];
