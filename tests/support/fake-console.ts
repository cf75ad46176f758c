/** A console port over made-up people, a short made-up text and a bot that knows three sentences. */
import type { ChatEntry, ConsolePort, HeardEntry, RegisteredQuestion, StepInput } from '../../src/console/port.ts';
import { type Instant, instantOf, isoBeijing } from '../../src/core/day.ts';
import type { Matter, Step } from '../../src/core/matter.ts';
import type { Delivery } from '../../src/core/message.ts';
import { Roster } from '../../src/core/roster.ts';
import { BUTTONS } from '../../src/core/vocabulary.ts';
import { consoleFiles } from '../../src/hosts/console-files.ts';
import { Clauses } from '../../src/rules/clauses.ts';
import { parseText } from '../../src/rules/text/parse.ts';

export const NOON: Instant = instantOf('2026-03-02', '12:00');

const roster = new Roster({
  district: 'linzi',
  name: '临淄区',
  people: [
    { id: 'secretary', name: '甲一', position: 'party-secretary', unit: '区委' },
    { id: 'mayor', name: '乙二', position: 'mayor', unit: '区政府' },
    {
      id: 'exec',
      name: '丙三',
      position: 'executive-deputy-mayor',
      unit: '区政府',
      oversees: ['财政局'],
      standIn: 'dep',
    },
    { id: 'dep', name: '丁四', position: 'deputy-mayor', unit: '区政府', oversees: ['水利局'], standIn: 'exec' },
    { id: 'office', name: '戊五', position: 'office-director', unit: '区政府办公室' },
    { id: 'head-cz', name: '己六', position: 'department-head', unit: '财政局' },
    { id: 'head-sl', name: '庚七', position: 'department-head', unit: '水利局' },
    { id: 'town', name: '辛八', position: 'town-mayor', unit: '东岭镇' },
    { id: 'clerk', name: '壬九', position: 'staff', unit: '水利局' },
  ],
  bodies: { 'government-office': ['office'] },
});

const LEAVE = '副区长、部门主要负责人外出，应提前3天向区委书记、区长报告。';
const MINUTES = '区政府常务会议纪要由区政府办公室主任审核，报区长签发。';

const TEXT = `临淄区人民政府工作规则

第一章 总则
第一条 为规范区政府工作，制定本规则。
第二章 纪律
第二条 区政府领导同志外出，遵守下列规定：
（一）事先报告；
（二）按时销假。
${LEAVE}
第三章 会议
第三条 ${MINUTES}
`;

/** What is said → what is told to whom. */
function replies(input: StepInput, at: string): Delivery[] {
  const base = { at, about: 'leave' as const, clauses: ['2.2'], quotes: [{ ref: '2.2', text: LEAVE }], buttons: [] };
  const to = input.in ?? input.as;
  if (input.press)
    return [
      { ...base, to: input.as, status: 'recorded', text: `已记录：${input.press}。`, clauses: [], quotes: [] },
      {
        ...base,
        to: 'head-cz',
        status: input.press === '不同意' ? 'declined' : 'approved',
        text: input.press === '不同意' ? `乙二区长未同意：${input.note}` : '乙二区长已同意您外出。',
        request: 'leave-1',
      },
    ];
  const words = input.say ?? '';
  if (words.includes('签发'))
    return [
      {
        ...base,
        to,
        status: 'answered',
        about: 'rule',
        text: '由区长签发，现为乙二。\n区政府办公室主任戊五先审核。',
        clauses: ['3'],
        quotes: [{ ref: '3', text: MINUTES }],
      },
    ];
  if (words.includes('明天'))
    return [{ ...base, to, status: 'refused', text: '外出应提前3天报告，最早可从3月5日（周四）起外出。' }];
  if (words.includes('赴') || input.attach)
    return [
      {
        ...base,
        to: input.as,
        status: 'submitted',
        text: '已报区委书记、区长。',
        request: 'leave-1',
        due: '2026-03-09',
      },
      {
        ...base,
        to: 'mayor',
        status: 'to-approve',
        text: '己六3月10日至3月12日赴南京参加会议，由副局长代为主持工作。',
        buttons: [...BUTTONS.approve],
        request: 'leave-1',
        attachments: input.attach ? [{ name: input.attach, type: 'application/pdf' }] : undefined,
      },
      {
        ...base,
        to: 'secretary',
        status: 'to-note',
        text: '己六3月10日起外出。',
        buttons: [...BUTTONS.note],
        request: 'leave-1',
      },
    ];
  if (words.includes('请假'))
    return [
      {
        ...base,
        to,
        status: 'incomplete',
        text: '请补充后再报。',
        missing: ['dates', 'reason'],
        clauses: ['2.2'],
      },
    ];
  return [
    {
      ...base,
      to,
      status: 'not-understood',
      about: 'help',
      text: `没看懂“${words}”。可以说：请假3月5日至3月7日…`,
      clauses: [],
      quotes: [],
    },
  ];
}

const matter: Matter = {
  id: 'leave-1',
  seq: 1,
  about: 'leave',
  kind: 'leave',
  title: '己六外出',
  owner: 'head-cz',
  filedBy: 'head-cz',
  edition: '2025-01-01',
  state: 'open',
  day: '2026-03-10',
  data: { body: '己六3月10日至12日赴南京参加会议', publicBody: '己六3月10日至12日外出', warnings: [] },
  route: [],
  quotes: [{ ref: '2.2', text: LEAVE }],
  stage: 0,
  openedAt: NOON,
  closedAt: null,
  cause: null,
};

const step: Step & { people: string[] } = {
  id: 1,
  matter: 'leave-1',
  stage: 0,
  ask: 'approve',
  party: 'mayor',
  body: null,
  principal: null,
  state: 'open',
  due: null,
  openedAt: NOON,
  decidedAt: null,
  decidedBy: null,
  outcome: null,
  note: null,
  people: ['mayor'],
};

/** A port of its own for each test; `chat: false` is a server whose channels have keys. */
export function fakeConsole(
  options: { chat?: boolean; records?: boolean; settled?: [number, string][]; unbound?: string[] } = {},
): ConsolePort {
  const entries: { for: string; entry: ChatEntry }[] = [];
  const listeners = new Set<(delivery: Delivery) => void>();
  let ids = 0;
  const { settled = [], unbound = [] } = options;
  const questions: RegisteredQuestion[] = [
    { id: 3, outcome: 'not-found', text: '局长外出几天要附体检表', times: 2, day: '2026-03-01', handledOn: null },
    { id: 4, outcome: 'disputed', text: '会签几天回（意见：不对）', times: 1, day: '2026-02-27', handledOn: null },
  ];
  const heardBy = (person: string): HeardEntry[] =>
    entries.flatMap((e) => (e.for === person && 'heard' in e.entry ? [e.entry] : []));

  return {
    now: () => NOON,
    asset: consoleFiles(),
    districts: () => [
      { id: 'linzi', name: '临淄区', title: '临淄区人民政府工作规则', issued: '2025-01-01' },
      { id: 'laiwu', name: '莱芜区', title: '莱芜区人民政府工作规则', issued: '2026-02-24', inForceFrom: '2026-03-26' },
    ],
    rules: () => ({
      clauses: new Clauses(() => parseText(TEXT)),
      provisions: [
        {
          family: 'leave',
          clauses: ['2.2'],
          says: '副区长、部门主要负责人外出，提前3天报告。',
          leftOut: '何为紧急事项',
        },
      ],
    }),
    ...(options.chat !== false && {
      chat: {
        step(_district, input) {
          const said = {
            at: NOON,
            by: input.as,
            in: input.in ?? null,
            text: input.say,
            file: input.attach,
            press: input.press,
            note: input.note,
          };
          const readers = input.in ? roster.people.map((p) => p.id) : [input.as];
          for (const reader of readers) entries.push({ for: reader, entry: { said } });
          const pressed =
            input.press &&
            (input.delivery ? heardBy(input.as).find((e) => e.id === input.delivery) : heardBy(input.as).at(-1));
          if (pressed) pressed.outcome = `您已${input.press}`;
          const deliveries = replies(input, isoBeijing(NOON));
          for (const heard of deliveries) {
            ids += 1;
            const to = heard.to.startsWith('group:') ? roster.people.map((p) => p.id) : [heard.to];
            for (const reader of to) entries.push({ for: reader, entry: { id: ids, heard } });
            for (const listener of listeners) listener(heard);
          }
          return deliveries;
        },
        thread: (_district, person) => entries.filter((e) => e.for === person).map((e) => e.entry),
        boxes() {
          const group = heardBy('mayor').filter((e) => e.heard.to.startsWith('group:'));
          const newest = group.at(-1);
          const own = roster.people.flatMap((p) => {
            const heard = heardBy(p.id).filter((e) => !e.heard.to.startsWith('group:'));
            const last = heard.at(-1);
            return last ? [{ to: p.id, count: heard.length, last: last.heard }] : [];
          });
          return newest ? [...own, { to: newest.heard.to, count: group.length, last: newest.heard }] : own;
        },
        subscribe(_district, onDelivery) {
          listeners.add(onDelivery);
          return () => void listeners.delete(onDelivery);
        },
      },
    }),
    ...(options.records !== false && {
      records: {
        roster: () => roster,
        issueCode: async () => '20260302',
        unbind: async (_district, person, by) => void unbound.push(by ? `${person} by ${by}` : person),
        matters: (_district, filter) => (filter.state && filter.state !== 'open' ? [] : [matter]),
        matter: (_district, id) => (id === 'leave-1' ? { matter, steps: [step] } : undefined),
        document: async () => undefined,
        registers: () => ['leave', 'meeting'],
        register: (_district, about) =>
          about === 'leave'
            ? {
                columns: ['人员', '起止日期', '状态'],
                rows: [{ matter: 'leave-1', cells: ['己六', '3月10日至3月12日', '办理中'] }],
              }
            : { columns: ['会议', '时间'], rows: [] },
        audit: (_district, page) => ({
          rows: [
            {
              seq: 2,
              at: NOON,
              actor: 'bot',
              action: '提醒',
              subject: 'leave-1',
              detail: { 对象: '乙二' },
              hash: 'b'.repeat(64),
            },
            {
              seq: 1,
              at: NOON,
              actor: 'head-cz',
              action: '提出',
              subject: 'leave-1',
              detail: { 条款: '2.2' },
              hash: 'a'.repeat(64),
            },
          ],
          pages: page === 9 ? 9 : 2,
          broken: page === 2 ? 1 : null,
        }),
        questions: (_district, handled) => questions.filter((q) => (q.handledOn !== null) === handled),
        settleQuestion: async (_district, id, handled) => {
          for (const q of questions) if (q.id === id) q.handledOn = handled ? '2026-03-02' : null;
        },
        settleSend: async (_district, id, as) => void settled.push([id, as]),
        givenUp: () => [
          {
            district: 'linzi',
            id: 7,
            at: NOON,
            to: 'mayor',
            channel: 'feishu',
            state: 'uncertain',
            attempts: 3,
            error: '超时',
            matter: 'leave-1',
          },
        ],
      },
    }),
  };
}
