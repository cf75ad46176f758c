/** What one app's channel remembers while the process lives; without it everything still works, a little worse. */
import { Recent, RecentSet } from '../recent.ts';

export interface Memory {
  /** By delivery: the newest code (response_code) with which its card can be updated. */
  codes: Recent<string>;
  /** Deliveries whose card shows an outcome. */
  decided: RecentSet<number>;
  /** Deliveries whose card the platform refused: they go out as text. */
  asText: RecentSet<number>;
  /** Keys and codes of calls whose outcome is unknown. */
  doubtful: RecentSet<string>;
}

export const createMemory = (): Memory => ({
  codes: new Recent<string>(),
  decided: new RecentSet<number>(),
  asText: new RecentSet<number>(),
  doubtful: new RecentSet<string>(),
});
