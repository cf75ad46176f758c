/** Sentences that a newcomer may click to see the bot work, made for the person they act as, with dates from today. */
import { addDays, type Day, weekday } from '../core/day.ts';
import { isDeputyMayor, isHead, type Person, type Roster } from '../core/roster.ts';

/** What an example shows, and what is said. */
export interface Example {
  title: string;
  say: string;
}

const WEEKDAY_NAMES = '一二三四五六日';
const short = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** The Tuesday that lies at least a week ahead: early enough for every district's notice. */
function tuesdayAhead(today: Day): Day {
  const day = addDays(today, 7);
  return addDays(day, (9 - weekday(day)) % 7);
}

/** The office's usual 副职 of a head's unit; an invented name that no roster needs to know. */
function actingFor(person: Person, roster: Roster): string {
  if (isDeputyMayor(person)) return (person.standIn && roster.person(person.standIn)?.name) ?? '常务副区长';
  const title = { 'town-mayor': '副镇长', 'subdistrict-director': '副主任', 'zone-head': '副主任' };
  return `${title[person.position as keyof typeof title] ?? '副局长'}宋佳`;
}

const QUESTIONS: readonly Example[] = [
  { title: '问签发', say: '常务会的纪要谁签发？' },
  { title: '问期限', say: '部门主要负责人外出要提前几天报告？' },
  { title: '问人数', say: '常务会议要多少人到会才能开？' },
];

/** Acts first, then questions. */
export function examplesFor(person: Person, roster: Roster, today: Day): Example[] {
  const first = tuesdayAhead(today);
  const third = addDays(first, 2);
  if (isHead(person) || isDeputyMayor(person)) {
    const acting = `外出期间由${actingFor(person, roster)}代为主持工作`;
    return [
      { title: '报告外出', say: `我${short(first)}至${short(third)}赴南京参加会议，${acting}。` },
      { title: '超过3天', say: `我${short(first)}至${short(addDays(first, 3))}赴南京参加会议，${acting}。` },
      { title: '时间太紧', say: `我明天到济南开会，当天返回，${acting}。` },
      ...QUESTIONS,
    ];
  }
  if (person.position === 'mayor') {
    const name = WEEKDAY_NAMES[weekday(third) - 1];
    return [
      {
        title: '召集会议',
        say: `定于${short(third)}（星期${name}）上午9点在区政府第一会议室召开区政府常务会议，由我主持，议题是研究防汛准备工作，请通知参会。`,
      },
      { title: '外出期间', say: `我${short(first)}至${short(third)}赴济南参加会议。` },
      ...QUESTIONS,
    ];
  }
  return [
    { title: '登记外出', say: `登记外出：我${short(first)}至${short(third)}赴济南参加业务培训。` },
    ...QUESTIONS,
    { title: '问附件', say: '外出超过3天要附什么材料？' },
  ];
}
