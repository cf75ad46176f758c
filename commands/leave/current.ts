import type { Matter } from '../../src/core/matter.ts';

/** A leave that is not over: open, or agreed to and not yet closed by 销假. */
export const isCurrentLeave = (m: Matter): boolean =>
  m.kind === 'absence' && ['open', 'approved', 'effective'].includes(m.state);
