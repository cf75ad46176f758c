import type { Clock } from '../../src/sender/sender.ts';

interface Timer {
  at: number;
  seq: number;
  run: () => void;
}

/** A clock that moves only when told, running what falls due on the way in order. */
export class VirtualClock implements Clock {
  private readonly timers = new Set<Timer>();
  private at: number;
  private seq = 0;

  constructor(at: number) {
    this.at = at;
  }

  now = (): number => this.at;

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.at + Math.max(0, ms), seq: this.seq++, run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  };

  /** Moves forward; after each timer whatever it set going without timers runs to its end. */
  async advance(ms: number): Promise<void> {
    const end = this.at + ms;
    await settled();
    for (;;) {
      const next = [...this.timers].filter((t) => t.at <= end).sort((a, b) => a.at - b.at || a.seq - b.seq)[0];
      if (!next) break;
      this.timers.delete(next);
      this.at = Math.max(this.at, next.at);
      next.run();
      await settled();
    }
    this.at = end;
  }
}

/** Lets every promise that waits for nothing real resolve. */
async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}
