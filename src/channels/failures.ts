/** Platforms' failures by what to do about them: one way of classing for all, and a table of codes for each. */
import type { ChannelName } from '../core/roster.ts';
import type { Fault, SendResult } from './channel.ts';
import { CallFailure, nameOf } from './exchange.ts';

/** A platform's own code of a failure: a number here, a word there. */
export type Code = string | number;

/** A call that a platform answered with a code of its own, or with nothing that could be used. */
export class PlatformFailure extends CallFailure {
  readonly code: Code | undefined;

  constructor(what: ConstructorParameters<typeof CallFailure>[0] & { code?: Code | undefined }) {
    super(what);
    this.name = 'PlatformFailure';
    this.code = what.code;
  }
}

export const codeOf = (error: unknown): Code | undefined => (error instanceof PlatformFailure ? error.code : undefined);

/** Whether a failure has one of these codes. */
export function hasCode(error: unknown, codes: ReadonlySet<Code>): boolean {
  const code = codeOf(error);
  return code !== undefined && codes.has(code);
}

/** A failure before the message itself was sent, whatever became of it. */
export function unsent(error: unknown): unknown {
  if (!(error instanceof CallFailure)) return error;
  return new PlatformFailure({ ...error, code: codeOf(error), reason: `token: ${error.message}`, neverLeft: true });
}

export const MINUTE_MS = 60_000;
/** Settings that an administrator mends without touching the message: it waits for that. */
export const SETTINGS_WAIT_MS = 5 * MINUTE_MS;

export type Final = Omit<Fault, 'code'>;
export const final = (concerns: Fault['concerns'], text: string): Final => ({ concerns, text });
const REFUSED = final('content', '平台拒绝了此消息');

export interface FailureTable {
  platform: ChannelName;
  /** Surely not sent: when to try again in ms, `null` for the sender to choose. */
  later(code: Code): number | null | undefined;
  /** What no repetition mends. */
  final(code: Code): Final | undefined;
  isTokenRefused(error: unknown): boolean;
  /** Codes after which nobody can know what became of the message. */
  unknown?: ReadonlySet<Code>;
}

/** Turns whatever a call threw into what is known of the message. The same status has many meanings: the code decides. */
export function createClassifier(table: FailureTable): (error: unknown) => SendResult {
  return function classify(error) {
    if (!(error instanceof CallFailure)) return { kind: 'uncertain', reason: nameOf(error) };
    const { status, waitMs, message: reason } = error;
    const code = codeOf(error);
    const later = code === undefined ? undefined : table.later(code);
    if (error.neverLeft || later !== undefined || status === 429 || table.isTokenRefused(error))
      return { kind: 'retry', reason, afterMs: waitMs ?? later ?? undefined };
    const known = code === undefined ? undefined : table.final(code);
    if (known) return { kind: 'final', fault: { code: `${table.platform}-${code}`, ...known } };
    const isUnknown = code !== undefined && table.unknown?.has(code);
    if (isUnknown || status === undefined || status >= 500 || status === 408) return { kind: 'uncertain', reason };
    // An answer that isn't the platform's own comes from something in between: it may be mended, and nothing was sent.
    if (code === undefined) return { kind: 'retry', reason, afterMs: SETTINGS_WAIT_MS };
    return { kind: 'final', fault: { code: `${table.platform}-${code}`, ...REFUSED } };
  };
}
