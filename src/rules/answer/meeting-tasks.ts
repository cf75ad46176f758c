/** 这事上哪个会: the meetings' own lists of tasks, and the item of them that a matter is named in. */
import { MEETINGS } from '../../core/vocabulary.ts';
import { gather, KINDS, type Kind } from '../../language/question/evidence.ts';
import type { QuestionPart } from '../../language/question.ts';
import type { RuleBook } from '../book.ts';
import type { Provision } from '../schema.ts';
import { expandTopics } from '../topics.ts';
import type { Asked, Point } from './context.ts';
import { featuresOf } from './nearest.ts';

/** 上哪个会、由什么会议定, not 什么会议室. */
const MEETING_WANTED =
  /(?:[由在经到上开过去报进拿给放]|提交|列入|通过)*(?:区政府|区里|政府)?(?:的?是)?[哪什啥]么?(?:一?[个种类次场])?会议?(?!签|室|计|员|场|务|后|前)(?:上面?|里头?|的任务)?(?:来?(?:决?定|拍板|管|办))?/;
/** 有哪几种会 asks for all of them; 哪个会的纪要 for something that a meeting has. */
const OTHER_WANT = /几[种类个样]|种类|有(?:哪些|啥|什么)会|纪要|记要|列席|旁听|出席|参加|请假|主持|召集|多久|几次|督办/;
/** The paragraph that ends so is followed by its items. */
const LISTS = /主要任务是[:：]?$/;
/** 其他需…的事项 names nothing. */
const REST = /^其[他它]|其他重要事项$/;
const GENERAL: readonly string[] = ['decision.meeting', 'meeting.major-matters'];
/** 重大决策在哪个会上定: the matter is named as generally as the rule's own sentence on such matters names it. */
const MATTER_AT_LARGE = /重大行政决策|重大决策|行政决策|(?:重[大要]的?|大)(?:事[项情]?|问题)/;
const BESIDES = /区政府|区里|政府|最[后终]|必须|需要|应该|才能|[的该应得须要放到过拿去来里有是决定，。？?！!]/g;
const LITTLE = 2;
/** 须经区政府常务会议: a provision that says itself for which meeting its matter is. */
const NAMES = /全体会议|常务会议|区长办公会议?|专题会议?|党组会议/;
/** How much of the question's weight an item must cover, how near a second one is as good, what its own words add. */
const LEAST = 0.2;
const ALIKE = 0.03;
const OWN = 0.1;
const MOST = 2;

interface Task {
  provision: Provision;
  topic: string;
  features: ReadonlySet<string>;
}

/** The kind of meeting that an article is on: the one that it begins with. */
const kindOf = (text: string): Kind | undefined =>
  KINDS.map((kind) => ({ kind, at: text.indexOf(MEETINGS[kind]) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.kind;

/** Each item of the lists, and each of several in one item, as a provision of its own: 区政府常务会议讨论规范性文件草案。 */
function listed({ clauses }: RuleBook): Provision[] {
  return clauses.text.articles.flatMap(({ article, paragraphs }) => {
    const kind = kindOf(paragraphs[0]?.text ?? '');
    return paragraphs.flatMap(({ text, items }, i) => {
      if (!kind || !LISTS.test(text)) return [];
      return items.flatMap(({ item, text: words }) =>
        words
          .split(/[；;。]/)
          .filter((matter) => matter && !REST.test(matter))
          .map((matter, n) => taskOf(kind, `${article}.${i + 1}(${item})`, matter, n)),
      );
    });
  });
}

const taskOf = (kind: Kind, ref: string, matter: string, n: number): Provision => ({
  id: `text.${ref}.${n + 1}`,
  family: 'meeting',
  clauses: [ref],
  phrase: matter,
  says: `${MEETINGS[kind]}${matter.replaceAll(',', '，')}。`,
  topics: [`meeting.${kind}.scope`],
  value: { kind: 'meeting-scope', meeting: kind, matters: [matter] },
});

const readyTask = (provision: Provision, topic: string): Task => ({
  provision,
  topic,
  features: new Set(featuresOf(gather(`${provision.says}${provision.phrase}`, [])).keys()),
});

const known = new WeakMap<RuleBook, readonly Task[]>();

/** What a book says is for which meeting: the items listed, and the articles that name matters and their meeting. */
function tasksOf(book: RuleBook): readonly Task[] {
  const tasks = known.get(book);
  if (tasks) return tasks;
  const items = listed(book);
  const places = new Set(items.flatMap(({ clauses: [ref] }) => [ref, ref?.replace(/\(.*$/, '')]));
  const articles = book.provisions.filter(
    ({ value, topics, clauses: [ref] }) =>
      !places.has(ref) &&
      (value.kind === 'meeting-scope' || topics.flatMap(expandTopics).some((topic) => GENERAL.includes(topic))),
  );
  const made = [...items, ...articles].map((provision) =>
    readyTask(provision, provision.topics.flatMap(expandTopics)[0] ?? ''),
  );
  known.set(book, made);
  return made;
}

/** One list is cited once. */
const paragraphOf = ({ provision: { clauses } }: Task): string => clauses[0]?.replace(/\(.*$/, '') ?? '';

/** How much of a question's weight the words of each task cover; rare words among a book's own tasks weigh most. */
class Coverage {
  private readonly worths = new Map<string, number>();
  private readonly whole: number = 0;

  constructor(question: string, tasks: readonly Task[]) {
    for (const [name, weight] of featuresOf(gather(question, []))) {
      const having = tasks.filter(({ features }) => features.has(name)).length;
      const worth = weight * Math.log(1 + tasks.length / (having + 1));
      this.worths.set(name, worth);
      this.whole += worth;
    }
  }

  /** 0 to 1, and a little for what names hardly anything else. */
  of({ features }: Task): number {
    let [shared, said] = [0, 0];
    for (const [name, worth] of this.worths) {
      if (!features.has(name)) continue;
      shared += worth;
      said++;
    }
    return this.whole > 0 ? shared / this.whole + (OWN * said) / Math.max(features.size, 1) : 0;
  }
}

/** 党组会定还是常务会定 asks as much which as 哪个会定. */
const wanted = (words: string, { kinds }: QuestionPart): RegExpExecArray | null =>
  MEETING_WANTED.exec(words) ?? (kinds.length > 1 ? /还是[^，。？?]*/.exec(words) : null);

/**
 * The tasks whose words cover most of what is asked; none where no meeting is asked for, or none names the matter.
 * `read`: what was found otherwise, which stands beside them where it names a meeting itself.
 */
export function meetingTasks(part: QuestionPart, read: readonly Point[], asked: Asked): Point[] {
  const words = part.evidence.text.slice(part.from);
  const want = wanted(words, part);
  if (!want || OTHER_WANT.test(words)) return [];
  const matter = words.replace(want[0], '').replace(MATTER_AT_LARGE, '').replace(BESIDES, '');
  if (read.length > 0 && MATTER_AT_LARGE.test(words) && matter.length <= LITTLE) return [];
  const tasks = tasksOf(asked.book);
  const coverage = new Coverage(words.replace(want[0], ' '), tasks);
  const others = read.filter(
    ({ provision: p }) => NAMES.test(p.says) && !tasks.some(({ provision }) => provision === p),
  );
  const found = [...tasks, ...others.map(({ provision, topic }) => readyTask(provision, topic))].map((task) => ({
    task,
    share: coverage.of(task),
  }));
  const best = Math.max(...found.map(({ share }) => share));
  if (best < LEAST) return [];
  return found
    .filter(({ share }) => share >= best - ALIKE)
    .sort((a, b) => b.share - a.share)
    .filter(({ task }, i, all) => all.findIndex((other) => paragraphOf(other.task) === paragraphOf(task)) === i)
    .slice(0, MOST)
    .map(({ task: { provision, topic } }) => ({ asked, part, topic, provision }));
}
