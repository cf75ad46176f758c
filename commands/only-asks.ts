import { matcher } from '../src/language/matcher.ts';
import { pleads } from './leave/pleads.ts';
import { topicAside } from './meeting/topic-asks.ts';
import { once } from './once.ts';
import { DONE_ANYWAY, statesAside } from './papers/wording.ts';
import { isQuestion } from './punctuation.ts';

const QUOTED = matcher(/《[^》]*》|“[^”]*”/g);
/** 还是让李明顶, 请几天假: what is preferred and how long about, no question. */
const PREFERS = matcher(/还是(?=[让由请换去改])|(?<=[请休去待住歇陪走我代顶盯])个?几天(?![内前后])/g);
/** 还没定、改天: unsettled is not asked. */
const UNSETTLED = /(?:哪天|几号|时间|日期|日子|哪里?|谁)[^，。？?,]{0,6}(?:没|未|待)(?:最后)?(?:定|确定)/;

/** Whoever asks for consent says for when; 请假没批能不能先走 asks. */
const DATED = /\d|[今明那当]天|后天|[今明]晚|周|星期|礼拜|[一二两三四五](?:个)?(?:工作日|天)/;

/**
 * Whether a message, sentence by sentence, asks and wants nothing done: consent asked for politely, the subject of a
 * meeting put as a question and words inside titles are no such questions.
 */
export const onlyAsks = once((said) => asks(said.marked.text));

/** Whether a stretch of a message only asks. */
export function asks(text: string): boolean {
  if (DONE_ANYWAY.test(text)) return false;
  const plain = statesAside(topicAside(text.replace(QUOTED, '《》').replace(PREFERS, '')));
  return isQuestion(plain) && !(pleads(text) && DATED.test(text)) && !UNSETTLED.test(text);
}
