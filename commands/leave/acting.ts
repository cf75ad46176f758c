import type { Person } from '../../src/core/roster.ts';
import { matcher, mayMatch } from '../../src/language/matcher.ts';
import { onePerson, type PersonSpan } from '../../src/language/people.ts';
import type { Said } from '../command.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { isPersonName, type NameSpan, nameAtEnd, nameAtStart } from './names.ts';

/** What an acting person does, usual misspellings of 主持 included. */
const DUTY = matcher(
  /代为|代(?:我|本人|其)(?=主|负|管|理|班|行|[一几两三半这]|$)|(?<=[一-鿿]{2})管(?=$|[，,。；;])|代行|代理|代管|代班|代(?=主|住|管|一下|的|[:：-]|$)|主持|住持|主恃|负责(?!人|同志)|顶班|顶岗|顶替|顶(?=一下|[一两三半几]天|$)|[顶盯管守照]着|盯(?=[局镇街单]|一?下|[一两三半几]天|$)|照看|照应|看着|看家|管家|当家|坐镇|兜底|统筹|牵头|值守|打理|全权|(?<=[由托交请给让][^，。]{2,12})(?:处理|代|管)/g,
);
/** Words between the name and what that person does. */
const MANNER =
  /(?:在(?:[一-鿿]{0,2}(?:家|局|镇|街道|办事处|管委会|园区|单位|机关|办公室)[里内上]?|岗)|[那这](?:边|里|儿)|值班|值守|临时|暂时|全面|具体|统一|一并|帮忙|帮我|替我|为|来|先|暂|代(?:我|本人)|帮|替|也|都|仍|还|继续)+$/;
/** What leads up to the name and belongs to it. */
const LEAD =
  /(?:(?:其间|期间|外出期间|不在期间|离开期间|在此期间|请假期间)?(?:本人|我)?(?:的)?(?:区政府|[局镇委办区园街处][里内]?|家里|家中|机关|单位|街道|管委会|园区|镇政府|分管)?(?:[这那](?:边|里|儿))?(?:的)?(?:日常|全面|相关|各项|具体|行政)?(?:工作|事务|事情|事宜|的?事儿?|日常)?(?:现|已|拟|均|暂|暂时|临时|全权|全部|仍|也|还是)*(?:由|请|委托|安排|让|托付?给?|拜托|交由|交给|交|是)?(?:我)?(?:[一-鿿]{1,6}[局镇])?)$/;

/** 代管--副局长邱实, 代为主持的人员：高山: the name stands after what is done. */
const LABELLED =
  /(?:(?:代为?)?(?:主持|负责|代管|代班|代理|管理)?(?:日常|全面|[局镇]里|单位)?(?:工作)?(?:的)?(?:负责人|人员|负责同志|同志|人|的)?)(?:是|为|[:：]|-{1,3}|→)+$/;
/** 代主持人王磊, 代管李明: the name follows its label at once, and closes the clause. */
const BARE_LABEL =
  /^(?:(?:代为?)?(?:主持(?:工作)?|负责)(?:的)?(?:人员?|负责人|同志)|代(?:管|班|理)(?:人|人员|同志)?)(?=[一-鿿]{2,10}$)/;
/** 工作交副局长马志远: handed to somebody. */
const HANDED = matcher(
  /(?:工作|事务|事情|的事|[局镇家]里|单位|街道|园区|这边|这摊|一摊)[一-鿿]{0,6}?(?:交由|交给|委托给?|托付给?|托给|拜托|移交|交|给)(?=[一-鿿])/,
);
/** 代管人换成石磊. */
const REPLACED = matcher(
  /(?:(?:代|主持|负责)[一-鿿]{0,8}?(?:人|同志|的)?|人选|人)(?:换|换一下)?[，,]?(?:换成|改成|改为|改由|换为|调整为|变更为|改)(?:是|由)?(?=[一-鿿])|(?:换成|改由|换为|换(?:了|让|由)?(?![个时日地成为一到]))(?=[一-鿿])/,
);

/** 地点换成宁波: another item is replaced. */
const OF_ANOTHER = /^[^，,]{0,4}(?:地点|目的地|去向|时间|日期|事由|原因|理由|行程)/;

export interface Acting {
  acting?: string;
  actingId?: string;
  /** Where it is said, with the words that lead up to it; offsets into the message. */
  span?: { from: number; to: number };
}

/**
 * 代为主持工作的负责人: a person of the roster where one is named, else the name as written; never a word that is no name.
 * @example readActing('期间由副局长马志远代为主持') // { acting: '马志远', span: … }
 */
export function readActing(said: Said, sender: Person, standIn?: Person): Acting {
  for (const clause of clausesOf(said)) {
    const found =
      inDuty(clause, said.marked.people, sender) ??
      afterLabel(clause, said.marked.people, sender) ??
      partner(clause, standIn);
    if (found) return found;
  }
  return {};
}

/** 由补位副区长代为处理: whom the roster pairs with the one who goes away. */
function partner(clause: Clause, standIn: Person | undefined): Acting | null {
  const found = /由?(?:我的?)?补位(?:的)?(?:副区长|领导(?:同志)?)/.exec(clause.text);
  return found && standIn
    ? { acting: standIn.name, actingId: standIn.id, span: { from: clause.from + found.index, to: clause.to } }
    : null;
}

function inDuty(clause: Clause, people: readonly PersonSpan[], sender: Person): Acting | null {
  if (!mayMatch(DUTY, clause.text)) return null;
  for (const duty of clause.text.matchAll(DUTY)) {
    const name = nameBefore(clause.text.slice(0, duty.index).replace(MANNER, ''));
    const end = clause.from + duty.index;
    const known = people.findLast(
      (span) =>
        span.from >= clause.from &&
        span.to <= end &&
        (name ? span.to > clause.from + name.from : NEAR.test(clause.text.slice(span.to - clause.from, duty.index))) &&
        !isAddressed(clause, span),
    );
    const person = onePerson(known);
    if (person && person.id !== sender.id && known)
      return { acting: person.name, actingId: person.id, span: spanFrom(clause, known.from - clause.from) };
    if (name && !known) return { acting: name.name, span: spanFrom(clause, name.from) };
  }
  return null;
}

/** 吴副局长（吴敬）, 吴敬（副局长）: a name with words in brackets after it, or in them. */
function nameBefore(words: string): NameSpan | undefined {
  const aside = /[（(]([^（）()]{1,12})[）)]$/.exec(words);
  if (!aside) return nameAtEnd(words);
  const before = nameAtEnd(words.slice(0, aside.index));
  const inside = isPersonName(aside[1] ?? '');
  if (inside) return { name: inside, from: before?.from ?? aside.index, to: words.length };
  return before && { ...before, to: words.length };
}

/** Between a person of the roster and what that person does: 同志在此期间. */
const NEAR = /^(?![^去到赴回]*[去到赴回请])[^，。]{0,10}$/;

/** 向李国栋副区长请假: who is told or asked does not act. */
const isAddressed = (clause: Clause, span: PersonSpan): boolean =>
  /(?:向|跟|给|报|呈|经)$/.test(clause.text.slice(0, span.from - clause.from)) ||
  /^(?:副?区长|书记|局长)?(?:批准|审批|同意|请假)/.test(clause.text.slice(span.to - clause.from));

function afterLabel(clause: Clause, people: readonly PersonSpan[], sender: Person): Acting | null {
  const labels = [...clause.text.matchAll(/[:：是为]|-(?!-)|→/g)]
    .map((m) => m.index + 1)
    .filter((end) => isDutyLabel(clause.text.slice(0, end)))
    .map((end) => ({ at: end, start: LABELLED.exec(clause.text.slice(0, end))?.index ?? 0 }));
  const titled = BARE_LABEL.exec(clause.text);
  const handed = HANDED.exec(clause.text) ?? (OF_ANOTHER.test(clause.text) ? null : REPLACED.exec(clause.text));
  const places = [
    ...labels.reverse(),
    ...(titled ? [{ at: titled[0].length, start: 0 }] : []),
    ...(handed ? [{ at: handed.index + handed[0].length, start: handed.index }] : []),
  ];
  for (const { at, start } of places) {
    const from = clause.from + at;
    const known = people.find((span) => span.from >= from && span.from <= from + 8 && span.to <= clause.to);
    const person = onePerson(known);
    const span = { from: clause.from + start, to: clause.to };
    if (person && person.id !== sender.id) return { acting: person.name, actingId: person.id, span };
    const name = known ? undefined : nameAtStart(clause.text.slice(at));
    if (name) return { acting: name.name, span };
  }
  return null;
}

/** Whether words end in a label of the acting person; 时间为, 地点是 are none. */
function isDutyLabel(words: string): boolean {
  const label = LABELLED.exec(words);
  return label !== null && /代|主持|负责人/.test(label[0]);
}

/** From the words that lead up to the name to the end of the clause. */
function spanFrom(clause: Clause, at: number): { from: number; to: number } {
  const before = clause.text.slice(0, at).replace(/(?:副?(?:局长|镇长|主任|区长|书记)|党组成员|总工程师)$/, '');
  const lead = LEAD.exec(before)?.[0].length ?? 0;
  return { from: clause.from + before.length - lead, to: clause.to };
}
