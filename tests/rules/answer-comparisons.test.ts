/**
 * A yes or no agrees with the provision: of every number that a rule states, and of everybody whom it names, less and
 * more, the right one and another are asked about in several ways.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { type Answer, answer } from '../../src/rules/answer.ts';
import type { RuleBook } from '../../src/rules/book.ts';
import { Library } from '../../src/rules/library.ts';
import type { Value } from '../../src/rules/value.ts';

const library = new Library(new RuleFiles([PROJECT_RULES]));
const now = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;
const districts = DISTRICTS.map((district) => ({
  book: library.inForce(district, '2026-04-13').book,
  roster: new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8'))),
}));

const ask = (book: RuleBook, roster: Roster, text: string): Answer =>
  answer({ text, now }, { book, roster, calendar: announcedCalendar, library });

const NO = /^(?:一般|原则上|未经批准)?(?:不|未)|^来不及/;
const YES = /^(?:是|对|可以|来得及|算|需要|要附|够)/;
const verdictOf = ({ text }: Answer): 'yes' | 'no' | 'neither' =>
  NO.test(text) ? 'no' : YES.test(text) ? 'yes' : 'neither';

interface Asked {
  ask: string;
  /** What the rule's number makes of it. */
  yes: boolean;
}

const around = (n: number): number[] => [n - 1, n, n + 1, n + 4].filter((x) => x > 0);

const POSITIONS: Partial<Record<string, string>> = {
  'deputy-mayor': '副区长',
  'department-head': '局长',
  'town-mayor': '镇长',
  'zone-head': '开发区管委会主任',
};
const KINDS: Partial<Record<string, string>> = {
  plenary: '全体会议',
  executive: '常务会',
  'mayor-office': '区长办公会',
  'party-group': '政府党组会',
};
const RHYTHMS: readonly [days: number, words: string][] = [
  [7, '每周一次'],
  [14, '每两周一次'],
  [30, '每月一次'],
  [90, '每季度一次'],
  [180, '半年一次'],
];

/** Questions on a provision's number, with what it makes of them. */
function numbersOf(value: Value, book: RuleBook): Asked[] {
  switch (value.kind) {
    case 'leave': {
      const who = POSITIONS[value.of[0] ?? ''];
      const n = value.noticeDays;
      if (!n || !who) return [];
      return around(n).flatMap((x) => [
        { ask: `${who}外出提前${x}天报告，行吗？`, yes: x >= n },
        { ask: `${who}出差前${x}天打报告来得及吧`, yes: x >= n },
        { ask: `${who}外出要提前${x}天报告，对吧？`, yes: x === n },
        { ask: `${who}外出是不是提前${x}天报告就行`, yes: x >= n },
      ]);
    }
    case 'leave-attachments': {
      const who = POSITIONS[value.of[0] ?? ''];
      return around(value.overDays).flatMap((x) => [
        { ask: `${who}外出${x}天，要附日程安排吗？`, yes: x > value.overDays },
        { ask: `${who}外出超过${x}天才要附日程安排吧`, yes: x === value.overDays },
      ]);
    }
    case 'agenda-deadline':
      return around(value.workingDays).flatMap((x) => [
        { ask: `常务会材料会前${x}个工作日送审，行吗？`, yes: x >= value.workingDays },
        { ask: `常务会材料要提前${x}个工作日送区政府办公室审核，对吧`, yes: x === value.workingDays },
        { ask: `会前${x}个工作日才送常务会材料，来得及吗`, yes: x >= value.workingDays },
      ]);
    case 'countersign': {
      const n = value.days;
      if (!n) return [];
      const unit = value.unit === 'working' ? '个工作日' : '天';
      const silence = book.find('countersign-silence') !== undefined;
      return around(n).flatMap((x) => [
        { ask: `会签意见${x}${unit}内回复行吗？`, yes: x <= n },
        { ask: `会签要在${x}${unit}内回复，对吧`, yes: x === n },
        ...(silence
          ? [
              { ask: `会签${x}${unit}不回就算同意了吧？`, yes: x >= n },
              { ask: `会签只要${x}${unit}没回，就能当作没意见了，是不是？`, yes: x >= n },
            ]
          : []),
      ]);
    }
    case 'printing':
      if (value.revised) return [];
      return around(value.workingDays).flatMap((x) => [
        { ask: `常务会通过的文件，会后${x}个工作日内印发行吗`, yes: x <= value.workingDays },
        { ask: `常务会通过的文件要在会后${x}个工作日内印发，对吗？`, yes: x === value.workingDays },
      ]);
    case 'event': {
      const n = value.noticeDays;
      if (!n || !value.events.includes('invite-leader')) return [];
      const unit = value.unit === 'working' ? '个工作日' : '天';
      return around(n).flatMap((x) => [
        { ask: `请区政府领导出席活动，提前${x}${unit}报行吗`, yes: x >= n },
        { ask: `请区政府领导出席活动要提前${x}${unit}报，对吧`, yes: x === n },
      ]);
    }
    case 'meeting-limit': {
      const n = value.perYear;
      const what = value.meeting === 'department' ? '我们系统的全区性会议' : '以区政府名义召开的全区性会议';
      if (!n) return [];
      return around(n).flatMap((x) => [
        { ask: `${what}一年开${x}次没问题吧`, yes: x <= n },
        { ask: `${what}一年开${x}次可以吗？`, yes: x <= n },
      ]);
    }
    case 'meeting-frequency': {
      const name = KINDS[value.meeting];
      const days = value.weeks ? value.weeks * 7 : (value.months ?? 0) * 30;
      // 每年1至2次 is no single rhythm
      if (!name || value.timesAtMost || value.times > 1) return [];
      return RHYTHMS.flatMap(([x, words]) => [
        { ask: `${name}是${words}，对吧？`, yes: x === days },
        { ask: `${name}是不是${words}`, yes: x === days },
      ]);
    }
    case 'research': {
      const n = value.daysPerYear;
      if (!n) return [];
      return [n - 10, n, n + 10].flatMap((x) => [
        { ask: `区领导一年到基层调研${x}天行吗`, yes: x >= n },
        { ask: `区领导每年到基层调研不少于${x}天，对吧`, yes: x === n },
      ]);
    }
    case 'research-company': {
      const who = value.of === 'mayor' ? '区长' : '副区长';
      return around(value.companions).map((x) => ({
        ask: `${who}来镇里调研，去${x}个人陪同行吗`,
        yes: x <= value.companions,
      }));
    }
    case 'document-length':
      return [value.comprehensive - 500, value.comprehensive, value.comprehensive + 500].map((x) => ({
        ask: `综合性文稿写${x}字行吗`,
        yes: x <= value.comprehensive,
      }));
    case 'meeting-quorum':
      return [4, 5, 6].map((x) => ({
        ask: `${KINDS[value.meeting]}应到10人，到了${x}人，能开吗？`,
        yes: value.share === 'half' ? x >= 5 : x > 5,
      }));
    default:
      return [];
  }
}

describe('numbers', () => {
  const asked = districts.flatMap(({ book, roster }) =>
    book.provisions.flatMap((provision) =>
      numbersOf(provision.value, book).map((question) => ({ book, roster, provision, ...question })),
    ),
  );

  test('there are some of every kind', () => {
    expect(new Set(asked.map(({ provision }) => provision.value.kind)).size).toBeGreaterThanOrEqual(11);
    expect(asked.length).toBeGreaterThan(300);
  });

  test('less, as much and more', () => {
    const wrong = asked.flatMap(({ book, roster, provision, ask: text, yes }) => {
      const said = ask(book, roster, text);
      return verdictOf(said) === (yes ? 'yes' : 'no')
        ? []
        : [`${book.district} ${provision.id}: ${text} (${yes ? 'yes' : 'no'}) → ${said.text.slice(0, 40)}`];
    });
    expect(wrong).toEqual([]);
  });
});

const PEOPLE: readonly (readonly [who: string, positions: readonly string[]])[] = [
  ['区长', ['mayor']],
  ['分管副区长', ['overseeing-deputy-mayor', 'deputy-mayor']],
  ['区政府办公室主任', ['office-director']],
  ['局长', ['department-head', 'owner-head']],
];
/** Whom these stand for isn't told by the rule alone. */
const OPEN: readonly string[] = ['presider', 'named-leader', 'mandator'];

interface Deciders {
  /** Who decides as a rule; who besides may, sometimes. */
  first: readonly string[];
  others: readonly string[];
}

const decidersOf = (value: Value): Deciders => {
  if (value.kind === 'meeting-convener') return { first: value.by, others: value.delegates ?? [] };
  if (value.kind !== 'minutes' && value.kind !== 'signing') return { first: [], others: [] };
  const last = value.route.findLastIndex((stage) => !stage.if);
  const others = value.route
    .filter((_, i) => i !== last)
    .flatMap((stage) => (stage.word?.includes('签发') ? stage.who : []));
  return {
    first: value.route[last]?.who ?? [],
    others: [
      ...others,
      ...value.route.slice(last + 1).flatMap(({ who }) => who),
      ...(value.kind === 'signing' ? (value.alternatives ?? []) : []),
    ],
  };
};

/** What a provision is on, and how somebody is asked about it. */
function waysOf(value: Value): readonly { about: string; ways: ((who: string) => string)[] }[] {
  switch (value.kind) {
    case 'minutes':
      return value.meetings.flatMap((meeting) => {
        const name = KINDS[meeting];
        if (!name) return [];
        return [
          {
            about: `minutes of ${meeting}`,
            ways: [
              (who) => `${name}的纪要由${who}签发，对吧？`,
              (who) => `${name}的纪要是不是${who}签发`,
              (who) => `${name}的纪要${who}能签发吗？`,
            ],
          },
        ];
      });
    case 'meeting-convener': {
      const name = KINDS[value.meeting];
      return name
        ? [
            {
              about: `convening ${value.meeting}`,
              ways: [(who) => `${name}是由${who}召集和主持，对吧？`, (who) => `${name}是不是由${who}主持`],
            },
          ]
        : [];
    }
    case 'signing': {
      const name = value.name === 'office' ? '区政府办公室' : '区政府';
      if (!value.sorts.includes('ordinary')) return [];
      return [
        {
          about: `signing for ${value.name}`,
          ways: [
            (who) => `以${name}名义发的通知，要${who}签发，对吧？`,
            (who) => `以${name}名义制发的公文是不是由${who}签发`,
            (who) => `以${name}名义发的通知${who}能签发吗`,
          ],
        },
      ];
    }
    default:
      return [];
  }
}

const isOnSame = (other: Value, value: Value, about: string): boolean =>
  other.kind === 'signing' && value.kind === 'signing'
    ? other.name === value.name
    : waysOf(other).some((way) => way.about === about);

describe('people', () => {
  const asked = districts.flatMap(({ book, roster }) =>
    book.provisions.flatMap(({ value }) =>
      waysOf(value).flatMap(({ about, ways }) => {
        // what another provision says of the same thing may let others do it
        const besides = book.provisions
          .map((other) => other.value)
          .filter((other) => other !== value && other.kind === value.kind && isOnSame(other, value, about))
          .map(decidersOf);
        const { first, others } = decidersOf(value);
        const may = [...others, ...besides.flatMap((d) => [...d.first, ...d.others])];
        if (first.some((party) => OPEN.includes(party))) return [];
        return PEOPLE.flatMap(([who, positions]) => {
          const right = first.some((party) => positions.includes(party));
          const maybe = may.some((party) => positions.includes(party) || OPEN.includes(party));
          return ways.map((way) => ({ book, roster, about, ask: way(who), right, maybe }));
        });
      }),
    ),
  );

  test('there are many', () => {
    expect(asked.length).toBeGreaterThan(200);
    expect(asked.filter(({ right }) => right).length).toBeGreaterThan(50);
  });

  test('the right one and another', () => {
    const wrong = asked.flatMap(({ book, roster, about, ask: text, right, maybe }) => {
      const said = ask(book, roster, text);
      const verdict = verdictOf(said);
      const agrees = right ? verdict === 'yes' : maybe || verdict === 'no' || said.text.startsWith('规则未规定');
      return agrees ? [] : [`${book.district} ${about}: ${text} (${right}) → ${said.text.slice(0, 40)}`];
    });
    expect(wrong).toEqual([]);
  });
});
