/** Who may put a unit's paper forward. */
import { type Decision, reply } from '../../src/core/decision.ts';
import { isHead, isLeader, sayPerson } from '../../src/core/roster.ts';
import type { About } from '../../src/core/vocabulary.ts';
import type { Context } from '../command.ts';
import { OFFICE_UNIT } from './units.ts';

const ON_BEHALF =
  /受[^,;，。；]{0,14}?(?:委托|指派|安排|嘱托|授权)|(?:代|替)(?:局|镇|主|单位|[一-鿿]{1,4}(?:局|镇)?长)[^,;，。；]{0,10}?(?:报|提|送|发起)|(?:主要负责(?:人|同志)|主要领导|(?<!副)(?:局长|镇长|主任))[^,;，。；]{0,6}?(?:已)?(?:同意|签发|签字|签批|审核|审定|安排|让我|要求)/;

/** A unit's head files for the unit, its staff on the head's behalf, the office for everybody; leaders what they oversee. */
export function standingFor(
  context: Context,
  about: About,
  unit: string | undefined,
  text: string,
): { owner: string } | Decision {
  const { sender, roster } = context;
  if (sender.unit === OFFICE_UNIT || isLeader(sender)) return { owner: sender.id };
  const own = unit === undefined || unit === sender.unit;
  if (own && isHead(sender)) return { owner: sender.id };
  const head = roster.headOf(sender.unit);
  if (own && !head) return { owner: sender.id };
  if (own && head && ON_BEHALF.test(text)) return { owner: head.id };
  const who =
    own && head
      ? `请由${sayPerson(head)}提出；受其委托代办的，请注明“受${head.name}委托”。`
      : `请由${unit}主要负责人或区政府办公室提出。`;
  return reply(about, 'not-allowed', `您不能代${own ? '本单位' : unit}提出此事项。${who}`);
}
