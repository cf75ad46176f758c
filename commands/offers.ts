/** What a person may do now, with a sentence for each that they could say: for 帮助, and where a message was not understood. */
import { addDays, type Day } from '../src/core/day.ts';
import { isDeputyMayor, isHead, type Person, sayPerson } from '../src/core/roster.ts';
import type { Context } from './command.ts';

/** `name` is what it is called, `say` a sentence that asks for it. */
export interface Offer {
  name: string;
  say: string;
}

const OFFICE: readonly Person['position'][] = ['office-director', 'office-deputy-director', 'office-managed-cadre'];
const isOffice = (p: Person): boolean => OFFICE.includes(p.position) || p.unit === '区政府办公室';

const short = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** The likeliest first. Always at least two: asking the rules, and one thing of one's own. */
export function offersFor(context: Context): Offer[] {
  const { sender, today } = context;
  const days = `${short(addDays(today, 7))}至${short(addDays(today, 8))}`;
  const own = ownOffers(sender, context, days);
  return [...returning(context), ...own, { name: '查询规则', say: questionFor(sender) }];
}

/** Somebody who is away comes back first of all. */
function returning({ facts, sender, today }: Context): Offer[] {
  return facts.absenceOn(sender.id, today) ? [{ name: '销假', say: '我已返回，现销假' }] : [];
}

function ownOffers(sender: Person, context: Context, days: string): Offer[] {
  const meeting = `定于${short(addDays(context.today, 3))}上午9点在第一会议室召开`;
  if (sender.position === 'mayor')
    return [
      { name: '召集会议', say: `${meeting}区政府常务会议，由我主持，议题是研究防汛准备工作，请通知参会` },
      { name: '外出', say: `我${days}赴济南参加会议` },
      { name: '交办督办', say: '请督办春季防火工作落实情况，月底前报结果' },
    ];
  if (isDeputyMayor(sender))
    return [
      { name: '请假外出', say: `我${days}赴济南参加会议` },
      { name: '召开专题会议', say: `${meeting}区政府专题会议，由我主持，议题是研究项目推进，请通知参会` },
      { name: '登记调研', say: '登记调研：今天到东岭镇调研春耕生产' },
    ];
  if (isHead(sender)) return headOffers(sender, context, days);
  if (isOffice(sender))
    return [
      { name: '通知会议', say: `${meeting}区政府常务会议，区长主持，请通知参会` },
      { name: '送签纪要', say: '今天召开的区政府常务会议纪要已起草完毕，请送签发' },
      { name: '登记督办', say: '登记督办：常务会议决定事项由财政局月底前落实' },
      { name: '登记外出', say: `登记外出 ${days}` },
    ];
  return [{ name: '登记外出', say: `登记外出 ${days}` }];
}

function headOffers(sender: Person, { roster, book }: Context, days: string): Offer[] {
  const deputy = roster.overseerOf(sender.unit);
  // some rules leave it to leaders to put topics forward
  const proposes =
    book.find('agenda', (v) => v.meetings.includes('executive'))?.value.proposers?.includes('owner-head') ?? true;
  const topic = { name: '提请议题', say: `${sender.unit}提请区政府常务会议研究《……方案》，已与相关部门协调一致` };
  const papers: Offer[] = [
    { name: '报送公文', say: `${sender.unit}报送《关于……的请示》，请按程序报区政府领导审批` },
    ...(proposes ? [topic] : []),
    { name: '会签', say: '就《……方案》征求意见并会签，请财政局反馈意见' },
  ];
  return [
    { name: '请假外出', say: `我${days}到济南参加培训，由副职代为主持工作` },
    ...(sender.position === 'department-head' ? papers : papers.slice(0, 1)),
    ...(deputy ? [{ name: '邀请领导', say: `邀请${sayPerson(deputy)}出席下周的活动，请按程序办理` }] : []),
  ];
}

/** A question such as somebody in this position asks. */
function questionFor({ position }: Person): string {
  if (position === 'party-secretary') return '区长外出期间由谁主持区政府工作？';
  if (position === 'mayor') return '常务会议要有多少人到会才能开？';
  if (position === 'department-head') return '提交常务会的议题要提前几个工作日报？';
  return position === 'staff' ? '会签要几天内回复？' : '部门请区领导参加活动要走什么程序？';
}
