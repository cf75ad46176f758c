import type { MeetingKind } from '../core/vocabulary.ts';

export interface MeetingSpan {
  kind: MeetingKind;
  text: string;
  from: number;
  to: number;
}

/** How people write each kind of meeting, misspellings that sound alike included. */
const SPELLINGS: readonly [MeetingKind, RegExp][] = [
  ['plenary', /(?:区政府|政府)?(?:全体会议|全体会|(?<!安)全会)/g],
  [
    'executive',
    /(?:区政府|政府)?(?:第[\d一二三四五六七八九十百]{1,5}次)?(?:常务会议|常务会|常物会议|常物会|长务会)(?!议?[室厅])/g,
  ],
  ['mayor-office', /(?:区政府)?区长办公会议?|(?<![局镇市县省委院校]长|主任|书记|经理)办公会议?(?!室)/g],
  ['party-group', /(?:区政府)?党组会议?/g],
  ['special', /(?:区政府|政府)?专题(?:协调)?会议?/g],
  [
    'district-wide',
    /(?<=以区政府(?:办公室)?(?:的)?名义[^,。;]{0,8}?(?:召开|开)(?:个|一个|一次|一场)?)(?!个|一)[一-鿿]{2,12}?会议?(?=[,。;上请]|$)|全区(?:性)?[一-鿿]{0,12}?(?:会议|大会|现场会|推进会|动员会|会(?=[,，。;；!！?？、]|$|上|的|部署|想|要|请|计划))/g,
  ],
];

/** The meetings that a text names, in order. */
export function readMeetings(text: string): MeetingSpan[] {
  if (!text.includes('会')) return [];
  const found: MeetingSpan[] = [];
  for (const [kind, spelling] of SPELLINGS) {
    for (const m of text.matchAll(spelling)) {
      const span = { kind, text: m[0], from: m.index, to: m.index + m[0].length };
      if (!found.some((s) => span.from < s.to && span.to > s.from)) found.push(span);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
