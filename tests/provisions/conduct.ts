/** Agreements, events, receptions and secrets. */
import { ALL, type Row } from './table.ts';

export const CONDUCT: readonly Row[] = [
  {
    id: 'reception.gifts',
    in: { refused: 'zhangdian penglai' },
    kept: 'head-slj > 检查组走的时候自己去食堂吃便饭。 => head-slj not-understood|not-found',
    broken: 'head-slj > 检查组走的时候，局里出钱备几箱水果给他们捎上。',
  },
  {
    id: 'discipline.gifts-abroad',
    in: { refused: 'laiwu' },
    kept: 'head-slj > 外事活动收的纪念册交外事服务中心了。 => head-slj not-understood|not-found|incomplete',
    broken: 'head-slj > 外宾给的礼物我自己收着了。',
  },
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
    id: 'event.social',
    in: { incomplete: 'laiwu' },
    kept: 'head-jtj > {书面请示.pdf} 5月10日校友联谊晚宴，请DEP副区长来坐坐，书面请示附上。 => gov-office to-approve',
    broken: 'head-jtj > 5月10日校友联谊晚宴，请DEP副区长来坐坐。',
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
    id: 'event.invite',
    in: { refused: 'zhoucun' },
    kept: 'head-jtj > 4月16日学校艺术节，是重要活动，想请DEP副区长来。 => gov-office to-approve',
    broken: 'head-jtj > 4月15日学校艺术节，是重要活动，想请DEP副区长来。',
  },
  {
    id: 'event.invite',
    in: { told: 'penglai' },
    kept: 'head-jtj > 4月16日学校艺术节，是重要活动，想请DEP副区长来。 => gov-office to-approve § ^(?![^]*提示)',
    broken: 'head-jtj > 4月15日学校艺术节，是重要活动，想请DEP副区长来。 => gov-office to-approve § 原则上要求提前3天',
  },
  {
    id: 'event.joint',
    in: { refused: 'laiwu penglai' },
    kept: 'head-jtj > 想以区委、区政府名义办个樱花节，6月1号，请报批。 => gov-office to-approve §',
    broken: 'head-jtj > 想以区委、区政府名义办个樱花节，6月1号，不报批了，直接办。',
  },
  {
    id: 'event.speech',
    in: { refused: 'zhangdian laiwu zhoucun penglai' },
    kept: 'dep-edu > 我要代表区政府在省里论坛上讲话，请报批。 => gov-office to-approve §',
    broken: 'dep-edu > 我要代表区政府在省里论坛上讲话，不报了，直接讲。',
  },
  {
    id: 'event.article event.personal',
    in: { refused: 'laiwu penglai' },
    kept: 'dep-edu > 我个人在日报发篇文章谈未经区政府研究的学区划分，请报批。 => gov-office to-approve §',
    broken: 'dep-edu > 我个人在日报发篇文章谈未经区政府研究的学区划分，先发了。',
  },
  {
    id: 'event.foreign',
    in: { refused: 'laiwu' },
    kept: `head-jtj > 德国代表团5月10日来访，请俞国栋副区长会见。 => dep-edu to-approve §
      dep-edu > [同意] => mayor to-approve §`,
    broken: 'head-jtj > 德国代表团5月10日来访，请俞国栋副区长会见，不报了，直接见。',
  },
  {
    id: 'discipline.confidentiality',
    in: { refused: ALL },
    kept: 'head-slj > {请示.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。 => gov-office to-approve',
    broken: 'head-slj > {机密★供水图.pdf} 《关于修闸的请示》，我签发的，章也盖了，不涉及其他部门，报区政府。',
  },
];
