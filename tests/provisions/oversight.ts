/** Supervision and research. */
import { ALL, type Row } from './table.ts';

const HALF = 'dep-edu > 登记：1月1日至2月19日到河湾镇调研，其中25天四不两直。';

export const OVERSIGHT: readonly Row[] = [
  {
    id: 'supervision.overdue',
    in: { incomplete: 'penglai' },
    kept: `gov-office > DEP副区长在信访件上批了，转水利局办，4月20日前报结果，盯着点。
      head-slj > 办不完了，因为卡在拆迁上，下步先谈补偿，5月10日前办完。 => head-slj recorded|submitted`,
    broken: `gov-office > DEP副区长在信访件上批了，转水利局办，4月20日前报结果，盯着点。
      head-slj > 这事办不完了。`,
  },
  {
    id: 'supervision.repeat',
    in: { refused: 'zhangdian' },
    kept: 'gov-office > 4月10日常务会定的河道清淤，让水利局5月底前干完，盯一下。 => head-slj to-do',
    broken: 'head-slj > 我局想对各镇办再来一轮重复督查，上周督查中心刚查过。',
  },
  {
    id: 'supervision.cross-department',
    in: { refused: 'penglai' },
    kept: 'head-scj > {方案.docx} 我局拉上卫健局、教体局去各镇实地督查食堂，已经区政府批准，方案附上，报立项。 => gov-office to-approve',
    broken: 'head-scj > 我局拉上卫健局、教体局去各镇实地督查食堂，没报批。',
  },
  {
    id: 'supervision.colours',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > 给水利局亮黄牌，列入黄色管理。 => head-slj to-note',
    broken: 'head-scj > 给水利局亮黄牌，列入黄色管理。',
  },
  {
    id: 'research.company.mayor',
    in: { refused: 'penglai' },
    kept: 'town-1 > 禹立群区长明天来我镇调研，我一个人陪着。 => town-1 answered',
    broken: 'town-1 > 禹立群区长明天来我镇调研，书记、我还有两个副镇长陪着。',
  },
  {
    id: 'research.company',
    in: { refused: 'penglai' },
    kept: 'town-1 > DEP副区长明天来我镇调研，我一个人陪着。 => town-1 answered',
    broken: 'town-1 > DEP副区长明天来我镇调研，我和书记陪着。',
  },
  {
    id: 'research.manner',
    in: { refused: 'zhangdian zhoucun' },
    kept: 'dep-water > 登记：4月10日到河湾镇调研一天，坐的中巴，没安排警车。 => dep-water recorded',
    broken: 'dep-water > 下周去东岭镇调研，安排辆警车带路吧。',
  },
  {
    id: 'research.gathering',
    in: { refused: 'laiwu' },
    kept: 'dep-water > 登记：4月10日到河湾镇调研一天。 => dep-water recorded',
    broken: 'gov-office > 4月20日安排EXEC副区长、DEP副区长一起去河湾镇同一个点调研。',
  },
  {
    id: 'research.scenic',
    in: { told: 'laiwu' },
    kept: 'dep-water > 登记：4月10日到河湾镇调研一天。 => dep-water recorded',
    broken: 'dep-water > 下周去调研顺便去看看雪野湖风景区，安排一下。',
  },
  {
    id: 'supervision.decisions',
    in: { incomplete: ALL },
    kept: 'gov-office > 4月10日常务会定的河道清淤，让水利局5月底前干完，盯一下。 => head-slj to-do §',
    broken: 'gov-office > 4月10日常务会定的河道清淤，列个督办，抓紧办。',
  },
  {
    id: 'supervision.scope supervision.work-report',
    in: { incomplete: 'zhangdian laiwu zhoucun penglai' },
    kept: 'gov-office > 政府工作报告定的民生实事：水利局9月底前通自来水，列入督办。 => head-slj to-do §',
    broken: 'gov-office > 政府工作报告定的民生实事：水利局通自来水，列入督办。',
  },
  {
    id: 'supervision.documents',
    in: { 'not-allowed': 'laiwu' },
    kept: 'gov-office > 区政府重要文件《水网建设意见》定的事，请列入督办：水利局6月底前建成东岭闸。 => head-slj to-do §',
    broken: 'head-fgj > 区政府重要文件《水网建设意见》定的事，请列入督办：水利局6月底前建成东岭闸。',
  },
  {
    id: 'supervision.instructions',
    in: { 'not-allowed': 'zhangdian laiwu' },
    kept: 'gov-office > DEP副区长在信访件上批了，转水利局办，5月10日前报结果，列入督办。 => head-slj to-do §',
    broken: 'head-fgj > DEP副区长在信访件上批了，转水利局办，5月10日前报结果，列入督办。',
  },
  {
    id: 'supervision.proposals-followed',
    in: { 'not-allowed': 'laiwu' },
    kept: 'gov-office > 今年的人大代表建议第12号，教体局6月30日前办结，列入督办。 => head-jtj to-do §',
    broken: 'head-fgj > 今年的人大代表建议第12号，教体局6月30日前办结，列入督办。',
  },
  {
    id: 'supervision.report',
    in: { 'not-allowed': 'linzi' },
    kept: `gov-office > 4月10日常务会定的河道清淤，让水利局5月底前干完，盯一下。
      gov-office > 汇总会议决定事项落实情况，上报区领导。 => mayor to-note §; dep-edu to-note §`,
    broken: '+ office-director > [已阅]',
  },
  {
    id: 'supervision.registration',
    in: { incomplete: 'penglai' },
    kept: 'head-scj > {督查方案.docx} 以区政府名义搞个食品督查，方案附上，报立项。 => gov-office to-approve §',
    broken: 'head-scj > 以区政府名义搞个食品督查，报立项。',
  },
  {
    id: 'supervision.plan',
    in: { told: 'penglai' },
    kept: 'head-scj > {督查方案.docx} 以区政府名义搞个食品督查，方案附上，报立项。 => gov-office to-approve ^(?![^]*提示)',
    broken:
      'head-scj > {督查方案.docx} 年度计划里没有，我局另外搞个食品督查考核，方案附上，报立项。 => gov-office to-approve § 计划以外',
  },
  {
    id: 'research.days',
    in: { told: 'laiwu' },
    kept: 'dep-edu > 登记：1月1日至2月19日到河湾镇调研。 => dep-edu recorded § 50天。[^]*已达到',
    broken: 'dep-edu > 登记：1月1日至2月18日到河湾镇调研。 => dep-edu recorded § 还差1天',
  },
  {
    id: 'research.days',
    in: { told: 'zhangdian penglai' },
    kept: 'dep-edu > 登记：1月1日至3月1日到河湾镇调研，其中30天四不两直。 => dep-edu recorded § 不少于2个月[^]*已达到；“四不两直”不少于50%，目前50%(?!，未达到)',
    broken: 'dep-edu > 登记：1月1日至2月28日到河湾镇调研，其中30天四不两直。 => dep-edu recorded § 还差1天',
  },
  {
    id: 'research.days',
    in: { told: 'zhangdian penglai' },
    kept: `${HALF}
      dep-edu > 登记：2月20日至4月10日到河湾镇调研，其中25天四不两直。 => dep-edu recorded § 目前50%(?!，未达到)`,
    broken: `${HALF}
      dep-edu > 登记：2月20日至4月10日到河湾镇调研，其中24天四不两直。 => dep-edu recorded § 目前49%，未达到`,
  },
  {
    id: 'research.days',
    in: { told: 'penglai' },
    kept: 'dep-edu > 登记：4月11日到河湾镇调研一天，一线现场办公。 => dep-edu recorded § 下一次应在4月25日',
    broken: 'dep-edu > 登记：4月11日到河湾镇调研一天。 => dep-edu recorded § 每2周1次，目前没有登记',
  },
  {
    id: 'research.topics',
    in: { told: 'laiwu' },
    kept: 'dep-water > 今年我牵头的重大课题是《农村供水一体化》，登记。 => dep-water recorded § ^(?![^]*此前)',
    broken:
      '+ dep-water > 今年我牵头的重大课题是《城市供热》，登记。 => dep-water recorded § 牵头1个重大课题，您今年此前已登记1个',
  },
];
