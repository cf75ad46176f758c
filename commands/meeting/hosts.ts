/** Under whom a meeting is held: who convenes it, who presides, by whose commission. */
import type { Person } from '../../src/core/roster.ts';
import type { Said } from '../command.ts';

/** Who convenes and presides, and by whose commission, as the message says. */
export interface Hosts {
  convener?: Person;
  presider?: Person;
  /** 受X委托, X委托: `true` where nobody is named. */
  mandator?: Person | true;
  /** In whose name the notice goes out: 代区长发通知. */
  onBehalfOf?: Person;
}

interface Subject {
  person: Person;
  from: number;
  to: number;
}

const CLAUSE_ENDS = /[,。;\n]/;

/** Reads the subjects of 召集, 主持 and 召开: the nearest person before each in the same clause. */
export function readHosts(said: Said, sender: Person): Hosts {
  const { text } = said.marked;
  const subjects = subjectsIn(said, sender);
  const mandator = readMandator(text, subjects);
  const acting = subjects.filter((s) => s !== mandator?.subject && !isMandated(text, s));
  const before = (verb: RegExp): Person | undefined => {
    for (const found of text.matchAll(verb)) {
      const nearest = acting
        .filter((s) => s.to <= found.index && !CLAUSE_ENDS.test(text.slice(s.to, found.index)))
        .at(-1);
      if (nearest) return nearest.person;
    }
    return undefined;
  };
  const labelled = (label: RegExp): Person | undefined => {
    const at = label.exec(text);
    return at ? subjects.find((s) => s.from >= at.index && s.from <= at.index + at[0].length + 2)?.person : undefined;
  };
  const holder = before(/召开|举行|(?:开|组织)(?=个|一个|一次|区政府|区长办公|常务|专题|全体|党组)/g);
  const presider = before(/主持/g) ?? labelled(/主持人(?:是|为|:)+/) ?? before(/召集/g) ?? holder;
  const convener = before(/召集/g) ?? labelled(/召集人(?:是|为|:)+/) ?? presider;
  const behalf = subjects.find(
    (s) =>
      /^(?:区长|副区长|同志)?(?:决定|定于|拟于)[,于]?/.test(text.slice(s.to)) ||
      (/(?:代|替|为|受)$/.test(text.slice(0, s.from)) &&
        /^(?:区长|副区长|同志)?(?:委托)?[^,。;]{0,6}(?:发|通知|拟|送|登记|下发|印发)/.test(text.slice(s.to))) ||
      (/(?:按照?|根据|遵照|经|报请?|请示|接到?|奉)$/.test(text.slice(0, s.from)) &&
        /^(?:区长|副区长|同志)?(?:的)?(?:要求|安排|指示|同意|批准|部署|意见|通知|之?命)/.test(text.slice(s.to))),
  );
  return {
    ...(convener && { convener }),
    ...(presider && { presider }),
    ...(mandator && { mandator: mandator.subject?.person ?? true }),
    ...(behalf && { onBehalfOf: behalf.person }),
  };
}

function subjectsIn(said: Said, sender: Person): Subject[] {
  const named = said.marked.people.flatMap((span) => {
    const [person] = span.candidates;
    return person && span.candidates.length === 1 ? [{ person, from: span.from, to: span.to }] : [];
  });
  const self = [...said.marked.text.matchAll(/我(?![局镇区县办市省们国]|委(?!托))/g)].map((m) => ({
    person: sender,
    from: m.index,
    to: m.index + 1,
  }));
  return [...named, ...self].sort((a, b) => a.from - b.from);
}

const COMMISSION = '(?:委托|授权|指派|指定|交代|安排)';

/** 区长出差，委托我…, 让我来主持: the commission is told of oneself. */
const COMMISSIONS_ME =
  /(?:委托|授权|指派|指定|交代|安排|让|叫)我(?:来|去|代|替|把|主持|召集|召?开|于|在|,|\d|[下本这周明后今上])/;

/** 区长没有委托我, 未受委托: said not to be there; 没空 is why somebody is commissioned. */
const NOT_COMMISSIONED = new RegExp(
  `(?:没(?!空|法|时间|在)(?!有(?:空|时间|办法))|未|不曾|无人?)[^,。;]{0,8}?${COMMISSION}`,
  'g',
);

function readMandator(whole: string, subjects: readonly Subject[]): { subject?: Subject } | null {
  const text = whole.replace(NOT_COMMISSIONED, (denied) => '无'.repeat(denied.length));
  const own = COMMISSIONS_ME.exec(text);
  for (const subject of subjects) {
    const after = text.slice(subject.to, subject.to + 12);
    if (new RegExp(`^(?:区长|副区长|主任|同志|因故|因事|不能出席|外出|[,]|现|已){0,4}${COMMISSION}`).test(after))
      return { subject };
    if (
      own &&
      subject.to <= own.index &&
      !/[。;]/.test(text.slice(subject.to, own.index)) &&
      text[subject.from] !== '我'
    )
      return { subject };
  }
  return own || new RegExp(`受(?:[一-鿿]{0,6})${COMMISSION}|按委托`).test(text) ? {} : null;
}

/** 孙丽华 in 区长委托孙丽华召集 is no mandator though a 委托 stands near. */
function isMandated(text: string, subject: Subject): boolean {
  return (
    /受$/.test(text.slice(0, subject.from)) &&
    new RegExp(`^(?:区长|副区长|同志)?${COMMISSION}`).test(text.slice(subject.to))
  );
}
