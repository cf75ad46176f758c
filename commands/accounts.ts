/** 账号绑定: the office hands out one-time codes, takes accounts away, and sees who has none. */
import { type Decision, reply } from '../src/core/decision.ts';
import type { Person } from '../src/core/roster.ts';
import { matcher } from '../src/language/matcher.ts';
import { onePerson } from '../src/language/people.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { isOffice } from './office.ts';

const CODE = matcher(/绑定码/);
const UNBIND = matcher(/(?:解除|取消|撤销|注销)[^，。]{0,30}(?:账号)?绑定|解绑/);
const STATUS = matcher(
  /(?:谁|哪些人?|哪几个人?|还有谁)[^，。]{0,6}(?:没有?|未)绑定|^(?:查看|查询)?(?:账号)?绑定情况[。？?]?$/,
);
/** As many as a message names. */
const SHOWN = 60;

export const accounts: Command = {
  about: 'help',
  name: '账号绑定',
  examples: ['给马志远发绑定码', '解除马志远的绑定', '谁还没有绑定'],

  weigh(said: Said): Weight | null {
    const { text } = said.marked;
    const found = CODE.exec(text) ?? UNBIND.exec(text) ?? STATUS.exec(text);
    return found ? { score: 9, evidence: [found[0]] } : null;
  },

  read: (said) => ({ people: peopleIn(said).map((p) => p.name) }),

  decide(said: Said, context: Context): Decision {
    const { text } = said.marked;
    if (!isOffice(context))
      return reply(
        'help',
        'not-allowed',
        '账号绑定由区政府办公室办理：请联系其索取绑定码，收到后在单聊中直接发给本助手。',
      );
    if (STATUS.test(text)) return unboundPeople(context);
    const people = peopleIn(said);
    if (people.length === 0)
      return reply(
        'help',
        'not-understood',
        '请写明给名册中的哪一位办理，例如：“给马志远发绑定码”“解除马志远的绑定”。',
      );
    const names = people.map((p) => `${p.name}（${p.unit}）`).join('、');
    if (UNBIND.test(text))
      return {
        ...reply('help', 'recorded', `已解除${names}在各办公平台的账号绑定，其账号不能再使用本助手。`),
        effects: people.map((p) => ({ do: 'unbind', person: p.id })),
      };
    return {
      ...reply(
        'help',
        'recorded',
        '绑定码24小时内有效，只能使用一次，请告知本人，由其在办公平台的单聊中直接发给本助手：',
      ),
      effects: people.map((p) => ({ do: 'bind-code', person: p.id })),
    };
  },
};

const peopleIn = ({ marked }: Said): Person[] => [
  ...new Map(marked.people.flatMap((span) => onePerson(span) ?? []).map((p) => [p.id, p])).values(),
];

function unboundPeople({ roster }: Context): Decision {
  const bound = new Set(Object.values(roster.file.channels ?? {}).flatMap((ids) => Object.values(ids ?? {})));
  const rest = roster.people.filter((p) => !bound.has(p.id));
  if (rest.length === 0) return reply('help', 'answered', `名册中${roster.people.length}人均已绑定账号。`);
  const names = rest.slice(0, SHOWN).map((p) => p.name);
  const more = rest.length > SHOWN ? '等' : '';
  return reply(
    'help',
    'answered',
    `名册共${roster.people.length}人，尚未绑定账号的${rest.length}人：${names.join('、')}${more}。`,
  );
}
