/** Minutes: who signs, by the kind of meeting, its mandate and its subjects; by when its papers are printed. */
import { ALL, type Row } from './table.ts';

const SPECIAL =
  'gov-office > 4月9日DEP副区长主持的水利专题会纪要弄好了，研究防汛演练，不涉及资金、资产、土地和重大政策，送签。';
const MANDATED =
  'gov-office > 4月9日区政府办公室主任受EXEC副区长委托开的水利专题会，水利局参加，纪要弄好了，研究防汛演练，送签。';

export const MINUTES: readonly Row[] = [
  {
    id: 'minutes.executive',
    in: { 'not-allowed': ALL },
    kept: 'gov-office > 4月10日常务会的纪要弄好了，送签吧。 => mayor to-approve § 请签发',
    broken: '+ exec > [同意]',
  },
  {
    id: 'minutes.special',
    in: { 'not-allowed': 'linzi zhangdian laiwu zhoucun' },
    kept: `${SPECIAL} => dep-water to-approve § 请签发
      dep-water > [同意] => gov-office approved`,
    broken: `${SPECIAL}
      exec > [同意]`,
  },
  {
    id: 'minutes.special',
    in: { 'not-allowed': 'penglai' },
    kept: `${SPECIAL} => dep-water to-approve § 请签发
      dep-water > [同意] => mayor to-approve § 请审阅`,
    broken: `${SPECIAL}
      mayor > [同意]`,
  },
  {
    id: 'minutes.mandate',
    in: { 'not-allowed': 'linzi laiwu' },
    kept: `${MANDATED} => exec to-approve §`,
    broken: '+ office-director > [同意]',
  },
  {
    id: 'minutes.mandate',
    in: { 'not-allowed': 'zhangdian' },
    kept: `${MANDATED} => dep-water to-approve § 请签发
      dep-water > [同意] => exec to-approve § 请审定`,
    broken: `${MANDATED}
      exec > [同意]`,
  },
  {
    id: 'minutes.subjects',
    in: { told: 'linzi zhangdian laiwu' },
    kept: `${SPECIAL}
      dep-water > [同意] => gov-office approved`,
    broken: `gov-office > 4月9日DEP副区长主持的水利专题会纪要弄好了，定了给水库拨财政资金，属重大财政支出，送签。
      dep-water > [同意] => mayor to-approve §`,
  },
  {
    id: 'printing.deadline',
    in: { told: 'zhangdian laiwu' },
    kept: `gov-office > 4月10日常务会通过的《供水方案》要印发，盯一下时限。 => gov-office to-do § 4月17日
      -- 2026-04-17 16:00
      gov-office > [已办结] => gov-office recorded`,
    broken: `gov-office > 4月10日常务会通过的《供水方案》要印发，盯一下时限。
      -- 2026-04-19 18:00
      -- 2026-04-20 09:00 => gov-office reminder § 已于4月17日`,
  },
  {
    id: 'printing.revised',
    in: { told: 'zhangdian' },
    kept: `gov-office > 4月10日常务会上水利局的《供水方案》要作重大修改，登记一下修改期限。 => head-slj to-do § 4月24日
      -- 2026-04-24 16:00
      head-slj > [已办结] => head-slj recorded`,
    broken: `gov-office > 4月10日常务会上水利局的《供水方案》要作重大修改，登记一下修改期限。
      -- 2026-04-26 18:00
      -- 2026-04-27 09:00 => head-slj reminder § 已于4月24日`,
  },
];
