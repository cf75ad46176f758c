import type { Person } from '../../src/core/roster.ts';
import { onePerson } from '../../src/language/people.ts';
import type { Said } from '../command.ts';

/** What an acting person does, usual misspellings of 主持 included. */
const DUTY =
  /(?:临时|暂时|暂|全面|具体|牵头)?(?:代为|代(?:我|本人)(?=主|负|管)|代行|代理|代管|代班|代(?=主|住|管|[，,。；;\s]|$)|主持|住持|主恃|负责(?!人|同志)|顶班|顶岗|顶替|顶着|顶上|盯着|盯(?=[局镇街单])|盯一?下|照看|照应|看着|坐镇|兜底|统筹|管着|牵头)/g;
const OFFICE =
  '(?:常务副局长|副局长|党组副书记|党组成员|副镇长|镇长助理|副书记|副主任科员|副主任|副区长|副科长|总工程师|总工|科长|主任|局长|镇长|书记|同志)';
const OFFICES_AT_END = new RegExp(`(?:${OFFICE})+$`);
/** What may stand before the name of an acting person. */
const BEFORE = new RegExp(
  `(?:^|由|请|委托|安排|让|给|托|${OFFICE}|[局镇区办处所站家]里|街道|单位|机关|日常|工作|事务|的事|那边|这边|园区|期间|[，,。；;、：:\\s])$`,
);
const NO_NAME = /代为|[由请我他她其的是在和与等去到期间工作单位会议谁]/;

const LABELLED = new RegExp(
  `(?:代为主持(?:工作)?的?(?:负责人|人员|负责同志|同志)?|主持工作(?:的)?(?:负责人|同志)?|代班人|代理人)[:：是为]+(?:[一-鿿]{0,6}?${OFFICE})?([一-鿿]{2,3}?)(?:${OFFICE})?(?=[，,。；;\\s]|$)`,
);
const HANDED = new RegExp(
  `(?:工作|[局镇]里|单位|街道)[一-鿿]{0,6}?(?:由|交给|交由|托付给?|委托给?)(?:[一-鿿]{0,6}?${OFFICE})?([一-鿿]{2,3}?)(?:${OFFICE})?(?=[，,。；;\\s负主]|$)`,
);

/** 代为主持工作的负责人: a person of the roster if one stands before 代为/主持/负责, else the name as written. */
export function readActing(said: Said, sender: Person): { acting?: string; actingId?: string } {
  const { text, people } = said.marked;
  for (const duty of text.matchAll(DUTY)) {
    const before = text.slice(0, duty.index).replace(OFFICES_AT_END, '');
    const known = people.find((span) => span.to >= before.length && span.to <= duty.index && span.from < before.length);
    const person = onePerson(known);
    if (person && person.id !== sender.id) return { acting: person.name, actingId: person.id };
    const name = nameAtEnd(before);
    if (name) return { acting: name };
  }
  const name = LABELLED.exec(text)?.[1] ?? HANDED.exec(text)?.[1];
  return name && !NO_NAME.test(name) ? { acting: name } : {};
}

/** Two to four characters that stand where a name stands. */
function nameAtEnd(text: string): string | undefined {
  for (const length of [3, 2, 4]) {
    const name = text.slice(-length);
    if (name.length === length && /^[一-鿿]+$/.test(name) && !NO_NAME.test(name) && BEFORE.test(text.slice(0, -length)))
      return name;
  }
  return undefined;
}
