import type { PlannedStage } from '../src/core/matter.ts';
import type { Quote } from '../src/core/message.ts';
import type { Stage } from '../src/rules/value.ts';

/** What a message says is done already, or asks for; it decides which stages of a rule's route run. */
export interface Said {
  done?: readonly NonNullable<Stage['unlessSaid']>[];
  needed?: boolean;
  named?: boolean;
}

/** Plans the stages of a rule's route: those that pass because they are said to be done, or that nobody asked for, fall away. */
export function planRoute(route: readonly Stage[], quotes: Quote[], said: Said = {}): PlannedStage[] {
  return route
    .filter((s) => !(s.unlessSaid && said.done?.includes(s.unlessSaid)))
    .filter((s) => !(s.if === 'needed' && !said.needed) && !(s.if === 'named' && !said.named))
    .map((s) => ({ ask: s.ask, who: [...s.who], ...(s.word && { word: s.word }), quotes }));
}
