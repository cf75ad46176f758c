/** Consent put beside the matter's own words: 同意水利局邀请…, 灌区那个纪要我签了, 贺佳宁的假，我准了. */
import type { Matter } from '../../src/core/matter.ts';
import { ABOUT_IDS, type About } from '../../src/core/vocabulary.ts';
import { matcher } from '../../src/language/matcher.ts';
import { onePerson } from '../../src/language/people.ts';
import type { Context, Said } from '../command.ts';
import { once } from '../once.ts';
import { asks } from '../only-asks.ts';

const SELF = '(?:我|本人)(?:自己|个人|这边|先|已经?|都|也|就|来|给|替|代|他们?|她|批准|[，,])*';
const DEED = '(?:同意|批准|准假?|批|签发|签批|签字?|会签|审定|审签|印发)';
const END = '(?:了|过了|掉|吧|上会|印发|签发|发布|发|的)*(?=[，,。；;！!]|$)';

/** Words that decide, wherever they stand, by the button that they stand for. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['不同意', new RegExp(`^(?:我|本人)?不(?:同意|批准)(?=.{3})|(?:${SELF})不(?:同意|批准?|准)${END}`)],
  ['已阅', /[，,]已?(?:圈)?阅(?:了|过)?[。！!]?$/],
  ['无不同意见', /(?:我|局|镇|办|单位|[，,])(?:都|也|均)?(?:无|没有?)(?:不同|修改)?意见(?=[，,。！!]|$)/],
  [
    '同意',
    new RegExp(
      `^(?:我|本人)?(?:同意|批准)(?!后|之后|以后|前|之前|的话|权限|与否|程序|流程|手续)(?=.{3})|${SELF}${DEED}${END}|(?:我|本人)(?:代|替)[^，,。；;]{1,10}?(?:会签|签|同意|批准?)${END}|(?:[一-鿿》][，,:：](?:我看)?|纪要|议题|方案|通知|文件|请假|申请|接待|活动|会议|的事|》|稿)(?:同意|批准?|准|可以)(?:签发|印发|发布|上会|会签)?了?[。！!]?$`,
    ),
  ],
];
/** Somebody who wants something done does not decide. */
const WANTS =
  /(?<![邀申])请(?![假示]|[^，。；]{0,12}(?:这事|那事|的事))|提请|报(?![告名])|送|呈|(?<!请假|的)申请|拟|转(?!型)|征求|麻烦|帮|[？?吗]|建议|附/;
const LONGEST = 60;

/** The button's word that a message says of a matter which it names itself. */
export const consentIn = once(({ marked: { text }, files }: Said): string | null => {
  const plain = text.replace(/《[^》]*》/g, '《》');
  if (files.length > 0 || text.length > LONGEST || WANTS.test(plain) || asks(text)) return null;
  return WORDS.find(([, words]) => words.test(plain))?.[0] ?? null;
});

/** What kinds of matter are called, where nothing else of them is said. */
const CALLED: readonly (readonly [About, RegExp])[] = [
  ['leave', matcher(/请假|外出|的假/)],
  ['minutes', matcher(/纪要/)],
  ['agenda', matcher(/议题|上会/)],
  ['countersign', matcher(/会签/)],
  ['agreement', matcher(/协议|合同/)],
  ['reception', matcher(/接待/)],
];
const PAIR = /(?=([一-鿿]{2}))/g;
/** Words that every matter has. */
const COMMON =
  /同意|批准|签发|印发|会签|意见|不同|关于|做好|通知|请示|报告|方案|会议|纪要|工作|区政|政府|副区|区长|办公|请假|申请|的[一-鿿]|[一-鿿]的/;
/** So many pairs of characters of a matter's words make it the one that is meant. */
const NAMED_BY = 2;

/** Of some matters the one that a message names most of; `undefined` where it names none. `firmly`: not by its kind alone. */
export function mostNamed(
  said: Said,
  matters: readonly Matter[],
  { sender }: Context,
  firmly: boolean,
): Matter | undefined {
  const { text, titles } = said.marked;
  const called = CALLED.filter(([, words]) => words.test(text)).map(([about]) => about);
  const people = said.marked.people.flatMap((span) => onePerson(span)?.id ?? []);
  const owners = /我的|本人的|我自己/.test(text) ? [...people, sender.id] : people;
  const others = people.filter((id) => id !== sender.id).length;
  const pairs = new Set([...text.matchAll(PAIR)].map(([, pair]) => pair ?? ''));
  const telling = [...pairs].filter((pair) => !COMMON.test(pair));
  const points = (matter: Matter): number => {
    const words = `${matter.title}${matter.data.body}${matter.data.publicBody}`;
    if (titles.length > 0) return titles.some((title) => words.includes(title)) ? 1 : 0;
    const fits = called.includes(matter.about) ? 0.5 : 0;
    const whose = owners.includes(matter.owner) ? NAMED_BY : 0;
    const shared = telling.filter((pair) => words.includes(pair)).length;
    const named = whose + (shared >= NAMED_BY ? shared : 0);
    // Of somebody who is named, a matter of the same kind that is another's is not meant.
    return named > 0 || (!firmly && others === 0) ? named + fits : 0;
  };
  const [best] = matters
    .filter((matter) => matter.state !== 'withdrawn')
    .map((matter) => ({ matter, score: points(matter) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.matter.seq - a.matter.seq);
  return best?.matter;
}

/** Everything of late, whoever's. */
export const lately = ({ facts }: Context): Matter[] => ABOUT_IDS.flatMap((about) => facts.recent(about));
