import { normalise } from '../../src/language/normalise.ts';
import type { Said } from '../command.ts';
import { once } from '../once.ts';

/** A piece of a message between two stops; offsets into its text. */
export interface Clause {
  text: string;
  from: number;
  to: number;
}

const STOPS = '，,。；;！!？?\n';

/** 副主任李明 主持: a name and its duty are one clause. */
const DUTY_ALONE =
  /^(?:(?:代为?|全面|临时|暂时|来)?(?:主持|负责|代管|代班|代理|值班|值守|牵头|盯着?)(?:局里|镇里|单位|日常|全面)?(?:工作)?)$/;

/** Where a space was typed between two words: it stands for a comma, unless single characters are spaced out. */
function gaps({ marked }: Said): Set<number> {
  const found = new Set<number>();
  if (marked.original.length === marked.text.length) return found;
  const plain = normalise(marked.original);
  if (plain.text.length !== marked.text.length) return found;
  const spaced: number[] = [];
  for (let i = 1; i < plain.text.length; i++) if (plain.origin(i) - plain.origin(i - 1) > 1) spaced.push(i);
  const edges = [0, ...spaced, plain.text.length];
  for (let i = 1; i + 1 < edges.length; i++) {
    const [before = 0, at = 0, after = 0] = edges.slice(i - 1, i + 2);
    if (at - before > 1 && after - at > 1 && !DUTY_ALONE.test(plain.text.slice(at, after))) found.add(at);
  }
  return found;
}

/** A message cut at its stops, line ends and the spaces that stand for commas. */
export const clausesOf = once((said): Clause[] => {
  const { text } = said.marked;
  const breaks = gaps(said);
  const clauses: Clause[] = [];
  let from = 0;
  const cut = (to: number, next: number): void => {
    if (to > from) clauses.push({ text: text.slice(from, to), from, to });
    from = next;
  };
  for (let i = 0; i < text.length; i++) {
    if (STOPS.includes(text.charAt(i))) cut(i, i + 1);
    else if (breaks.has(i)) cut(i, i);
  }
  cut(text.length, text.length);
  return clauses;
});
