/** Papers: what departments may and may not write, and countersigns. */
import { ALL, type Row } from './table.ts';

const ON_FRIDAY = `-- 2026-04-17 09:00
      head-slj > 《清淤方案》请财政局会签。`;

export const DOCUMENTS: readonly Row[] = [
  {
    id: 'submission.joint',
    in: { refused: 'linzi' },
    kept: 'head-fgj > {措施.docx} 《营商措施》拟提请区委常委会审议，先报区政府审核，我签发的。 => head-fgj submitted|not-allowed|refused',
    broken:
      'head-fgj > {措施.docx} 《营商措施》拟以两办名义联合印发，内容是政府职责，区政府这头不报了，直接报区委办公室。',
  },
  {
    id: 'discipline.report-order',
    in: { refused: 'laiwu' },
    kept: 'head-fgj > {报告.docx} 《经济运行情况报告》，我签发的，报区政府。 => gov-office to-approve',
    broken: 'head-fgj > {报告.docx} 《经济运行情况报告》没报区政府，先报区委了。',
  },
  {
    id: 'document.public-policy',
    in: { refused: 'linzi' },
    kept: 'head-wjj > {请示.docx} 《关于调整医疗救助标准的请示》，属重大民生事项，我签发的，先请示区政府。 => gov-office to-approve',
    broken: 'head-wjj > 医疗救助标准要降，是重大民生事项，没请示区政府，我局直接发文。',
  },
  {
    id: 'document.division-plan',
    in: { told: 'linzi' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，分工附在后面，请送签。 => head-slj submitted',
    broken: 'head-slj > {方案.docx} 防汛工作分工方案另外单独发个文，《防汛分工方案》，以区政府名义，请送签。',
  },
  {
    id: 'document.division-plan',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府办公室名义发，我签过字了，送审。 => head-slj submitted',
    broken: 'head-slj > {通知.docx} 《关于调整全区防汛工作指挥部成员的通知》以区政府办公室名义发，我签过字了。',
  },
  {
    id: 'publicity.release',
    in: { refused: 'linzi zhangdian zhoucun penglai' },
    kept: 'head-fgj > 我局拟发布一季度经济运行重要信息，已经严格审定审查。 => head-fgj answered §',
    broken: 'head-fgj > 一季度经济运行的重要消息没审，先发布出去了。',
  },
  {
    id: 'document.not-adopted',
    in: { refused: 'linzi' },
    kept: 'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，没采纳的意见都列了理由，送签。 => head-slj submitted',
    broken: 'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，有两条意见没采纳，也没写理由，送签。',
  },
  {
    id: 'publicity.interpretation',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {措施.docx} 《节水措施》，以区政府名义发，解读材料一起附上了，送签。 => head-slj submitted',
    broken: 'head-slj > {措施.docx} 《节水措施》，以区政府名义发，解读方案以后再补，送签。',
  },
  {
    id: 'document.registration',
    in: { refused: 'laiwu penglai' },
    kept: 'head-slj > {办法.docx} 规范性文件《饮水管理办法》，已统一登记编号，以区政府名义发，我签过字了，办公室审理过了，送签。 => head-slj submitted',
    broken:
      'head-slj > {办法.docx} 规范性文件《饮水管理办法》，没登记编号，以区政府名义发，我签过字了，办公室审理过了，送签。',
  },
  {
    id: 'document.own-issue',
    in: { refused: ALL },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，我签过字了，请办公室审核后送签。 => head-slj submitted',
    broken: 'head-slj > 《关于开展河道清理的通知》就是我们局内部的活儿，想用区政府名义发，好使一点。',
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
    broken:
      'head-slj > {水情简报.docx} 我局第二种简报《水情简报》报区政府，已备案编号。 => gov-office to-approve 提示[^]*只向区政府报送1种简报',
  },
  {
    id: 'document.bulletin-filing',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > {水利简报.docx} 水利简报第3期报区政府，已备案，办公室也核准了。 => head-slj submitted|recorded',
    broken: 'head-slj > {水利简报.docx} 水利简报第3期报区政府，没备案。',
  },
  {
    id: 'document.joint-normative',
    in: { told: 'linzi zhangdian' },
    kept: 'head-slj > {办法.docx} 《饮水管理办法》，以区政府名义发，不涉及其他部门，送签。 => head-slj submitted',
    broken: 'head-slj > {办法.docx} 《饮水管理办法》是规范性文件，以区政府名义发，涉及财政局、农业农村局职权，送签。',
  },
  {
    id: 'document.no-reissue',
    in: { refused: 'linzi zhangdian laiwu zhoucun penglai' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，我签过字了，请办公室审核后送签。 => head-slj submitted',
    broken: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，没有什么新内容，就是照抄去年的，送签。',
  },
  {
    id: 'document.routine',
    in: { told: 'laiwu' },
    kept: 'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，我签过字了，送签。 => cadre to-approve ^(?![^]*提示)',
    broken:
      'head-slj > {通知.docx} 代拟的《防汛通知》，以区政府名义发，我签过字了，例行性工作部署，送签。 => cadre to-approve 例行性和阶段性',
  },
  {
    id: 'document.section',
    in: { refused: 'laiwu' },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，以局正式公文报区政府。 => gov-office to-approve',
    broken: 'head-slj > 我们局防汛科要求各镇向科里报送《水情报告》公文。',
  },
  {
    id: 'document.length',
    in: { told: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《防汛专项方案》3000字，以区政府办公室名义印发，我签过字了，送审。 => head-slj submitted ^(?![^]*提示)',
    broken:
      'head-slj > {方案.docx} 《防汛专项方案》3001字，以区政府办公室名义印发，我签过字了，送审。 => head-slj submitted § 超过3000字',
  },
  {
    id: 'document.length',
    in: { told: 'laiwu' },
    kept: 'head-slj > {方案.docx} 《防汛综合方案》5000字，综合性文件，以区政府办公室名义印发，我签过字了，送审。 => head-slj submitted ^(?![^]*提示)',
    broken:
      'head-slj > {方案.docx} 《防汛综合方案》5001字，综合性文件，以区政府办公室名义印发，我签过字了，送审。 => head-slj submitted § 超过5000字',
  },
  {
    id: 'countersign.days countersign.silence',
    in: { told: 'linzi' },
    kept: `${ON_FRIDAY} => head-czj to-countersign § 4月19日
      -- 2026-04-19 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `${ON_FRIDAY}
      -- 2026-04-20 09:00 => head-slj approved 视为无不同意见`,
  },
  {
    id: 'countersign.days countersign.silence',
    in: { told: 'zhangdian' },
    kept: `${ON_FRIDAY} => head-czj to-countersign § 4月22日
      -- 2026-04-22 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `${ON_FRIDAY}
      -- 2026-04-23 09:00 => head-slj approved 视为无不同意见`,
  },
  {
    id: 'countersign.days countersign.silence',
    in: { told: 'laiwu' },
    kept: `${ON_FRIDAY} => head-czj to-countersign § 4月24日
      -- 2026-04-24 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `${ON_FRIDAY}
      -- 2026-04-27 09:00 => head-slj approved 视为无不同意见`,
  },
  {
    id: 'countersign.days',
    in: { told: 'zhoucun' },
    kept: `${ON_FRIDAY} => head-czj to-countersign § 4月22日
      -- 2026-04-22 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `${ON_FRIDAY}
      -- 2026-04-23 09:00 => head-slj notice 不视为同意`,
  },
  {
    id: 'countersign.days',
    in: { told: 'linzi zhangdian laiwu' },
    kept: `head-slj > 《清淤方案》请财政局会签，4月28日前反馈。 => head-czj to-countersign § 4月28日
      -- 2026-04-28 23:00
      head-czj > [无不同意见] => head-slj approved`,
    broken: `head-slj > 《清淤方案》请财政局会签，4月28日前反馈。
      -- 2026-04-29 09:00 => head-slj approved § 视为无不同意见`,
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
];
