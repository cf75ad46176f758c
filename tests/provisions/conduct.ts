/** Agreements, events, receptions, supervision and research. */
import type { Row } from './table.ts';

export const CONDUCT: readonly Row[] = [
  {
    id: 'agreement.meeting',
    in: { refused: 'linzi zhangdian laiwu' },
    kept: 'head-fgj > {协议.docx} 以区政府名义跟恒泰集团签重大投资战略合作协议，属重要协议，常务会议已审议通过，法审、公平竞争、风险评估、部门意见都弄完了，送审。 => head-fgj submitted|recorded',
    broken:
      'head-fgj > {协议.docx} 以区政府名义跟恒泰集团签重大投资战略合作协议，属重要协议，时间紧就不上常务会了，直接签。',
  },
  {
    id: 'agreement.reviews',
    in: { refused: 'linzi zhangdian' },
    kept: 'head-fgj > {备忘录.docx} 跟青岛大学签个一般性合作备忘录，请走程序审查。 => head-fgj submitted',
    broken: 'head-fgj > {备忘录.docx} 跟青岛大学签个合作备忘录，合法性审查等签完再补，请先报批。',
  },
  {
    id: 'event.invite',
    in: { refused: 'zhangdian' },
    kept: 'head-jtj > 4月18日学校艺术节，想请DEP副区长来。 => gov-office to-approve',
    broken: 'head-jtj > 4月17日学校艺术节，想请DEP副区长来看看。',
  },
  {
    id: 'event.invite',
    in: { refused: 'zhoucun', told: 'penglai' },
    kept: 'head-jtj > 4月16日学校艺术节，是重要活动，想请DEP副区长来。 => gov-office to-approve',
    broken: 'head-jtj > 4月15日学校艺术节，是重要活动，想请DEP副区长来。',
  },
  {
    id: 'event.invite',
    in: { incomplete: 'laiwu' },
    kept: 'head-jtj > 4月15日学校艺术节，想请DEP副区长来看看。 => gov-office to-approve',
    broken: 'head-jtj > 学校办艺术节，想请DEP副区长来看看。',
  },
  {
    id: 'event.invite.direct',
    in: { refused: 'zhangdian zhoucun penglai' },
    kept: 'head-jtj > 4月28日学校艺术节，请办公室按程序邀请DEP副区长出席。 => gov-office to-approve',
    broken: 'head-jtj > 请帖我直接塞给DEP副区长了。',
  },
  {
    id: 'event.inscription',
    in: { refused: 'linzi zhangdian zhoucun penglai' },
    kept: 'head-jtj > 4月28日学校艺术节，想请DEP副区长出席，不题词。 => head-jtj submitted|not-found|refused',
    broken: 'head-jtj > 校庆想请DEP副区长题几个字。',
  },
  {
    id: 'event.letter',
    in: { refused: 'zhangdian zhoucun penglai' },
    kept: 'head-jtj > 4月28日学校艺术节，想请DEP副区长来。 => gov-office to-approve',
    broken: 'town-2 > 我镇春耕大会4月20日开，请以DEP副区长名义给发封贺信。',
  },
  {
    id: 'event.publication',
    in: { refused: 'zhoucun' },
    kept: 'dep-edu > 4月28日我去讲课，不出书。 => dep-edu not-understood|submitted|incomplete|not-found|answered',
    broken: 'dep-edu > 我的教育随笔集下月要公开出版了，先印了。',
  },
  {
    id: 'event.ribbon',
    in: { refused: 'zhangdian zhoucun penglai' },
    kept: 'head-jtj > 区委、区政府统一组织、已经区委区政府批准的5月10日新校区奠基，想请MAYOR区长参加。 => gov-office to-approve',
    broken: 'head-jtj > 5月10日新校区奠基，请MAYOR区长来剪个彩。',
  },
  {
    id: 'event.joint',
    in: { kept: 'laiwu penglai' },
    kept: 'head-jtj > 想以区委、区政府名义办个樱花节，6月1号，请报批。 => gov-office to-approve',
  },
  {
    id: 'event.social',
    in: { incomplete: 'laiwu' },
    kept: 'head-jtj > {书面请示.pdf} 5月10日校友联谊晚宴，请DEP副区长来坐坐，书面请示附上。 => gov-office to-approve',
    broken: 'head-jtj > 5月10日校友联谊晚宴，请DEP副区长来坐坐。',
  },
  {
    id: 'event.speech',
    in: { kept: 'zhangdian' },
    kept: 'dep-edu > 我想在日报上发篇署名文章谈教育，请按程序报批。 => gov-office to-approve',
  },
  {
    id: 'event.foreign',
    in: { kept: 'laiwu' },
    kept: `head-jtj > 德国代表团5月10日来访，请俞国栋副区长会见。 => dep-edu to-approve
      dep-edu > [同意] => mayor to-approve`,
  },
  {
    id: 'event.conference',
    in: { refused: 'laiwu' },
    kept: 'head-jtj > 拟举办国际教育论坛，区外事服务中心已提出初核意见，请报批。 => head-jtj submitted',
    broken: 'head-jtj > 拟举办国际教育论坛，区外事服务中心还没初核，请报批。',
  },
  {
    id: 'reception.superiors',
    in: { incomplete: 'laiwu' },
    kept: 'head-jtj > {接待方案.docx} 副市长5月8日来咱区检查学校食堂，方案在附件里。 => party-office to-note; gov-office to-approve',
    broken: 'head-jtj > 副市长5月8日来咱区检查学校食堂，接待方案还没有。',
  },
  {
    id: 'reception.others',
    in: { incomplete: 'laiwu' },
    kept: 'gov-office > {接待方案.docx} 外地一个县的县长5月8日来考察，方案拟好了。 => mayor to-approve',
    broken: 'gov-office > 外地一个县的县长5月8日来考察，方案还没拟。',
  },
  {
    id: 'reception.important',
    in: { kept: 'penglai' },
    kept: 'head-jtj > 5月8日有重要来宾到我区考察学校，特报告。 => head-jtj submitted|answered|recorded',
  },
  {
    id: 'supervision.decisions supervision.scope',
    in: { incomplete: 'linzi zhangdian laiwu zhoucun penglai' },
    kept: 'gov-office > 4月10日常务会定的河道清淤，让水利局5月底前干完，盯一下。 => head-slj to-do',
    broken: 'gov-office > 4月10日常务会定的河道清淤，列个督办，抓紧办。',
  },
  {
    id: 'supervision.documents',
    in: { kept: 'laiwu' },
    kept: 'gov-office > 区政府重要文件《水网建设意见》定的事，请列入督办：水利局6月底前建成东岭闸。 => head-slj to-do',
  },
  {
    id: 'supervision.instructions',
    in: { kept: 'zhangdian laiwu' },
    kept: 'gov-office > DEP副区长在信访件上批了，转水利局办，5月10日前报结果，盯着点。 => head-slj to-do',
  },
  {
    id: 'supervision.proposals-followed',
    in: { kept: 'laiwu' },
    kept: 'gov-office > 今年的人大代表建议第12号，教体局6月30日前办结，盯着。 => head-jtj to-do',
  },
  {
    id: 'supervision.work-report',
    in: { kept: 'laiwu' },
    kept: 'gov-office > 政府工作报告定的民生实事：水利局9月底前通自来水，列入督办。 => head-slj to-do',
  },
  {
    id: 'supervision.report',
    in: { kept: 'linzi' },
    kept: `gov-office > 4月10日常务会定的河道清淤，让水利局5月底前干完，盯一下。
      gov-office > 汇总会议决定事项落实情况，上报区领导。 => gov-office answered|submitted|recorded`,
  },
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
    id: 'supervision.plan supervision.registration',
    in: { incomplete: 'penglai' },
    kept: 'head-scj > {督查方案.docx} 以区政府名义搞个食品督查，方案附上，报立项。 => gov-office to-approve',
    broken: 'head-scj > 年度计划里没有，我局想另外搞个督查考核。',
  },
  {
    id: 'supervision.colours',
    in: { 'not-allowed': 'penglai' },
    kept: 'gov-office > 给水利局亮黄牌，列入黄色管理。 => head-slj to-note',
    broken: 'head-scj > 给水利局亮黄牌，列入黄色管理。',
  },
  {
    id: 'research.days',
    in: { kept: 'zhangdian laiwu penglai' },
    kept: `dep-edu > 昨天到河湾镇调研一天，四不两直，记一下。 => dep-edu recorded 还差
      dep-edu > 前天又去了东岭镇，也给我登记上。 => dep-edu recorded 2天`,
  },
  {
    id: 'research.topics',
    in: { kept: 'laiwu' },
    kept: 'dep-water > 今年我牵头的重大课题是《农村供水一体化》，登记。 => dep-water recorded',
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
];
