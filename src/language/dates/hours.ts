/** From a clock phrase to seconds of its day: parts of the day, and what a span or list takes over. */
import { type ClockPhrase, type DayPart, HOUR, WINDOWS } from './clock.ts';

export interface ClockTime {
  /** Seconds from the day's midnight; past 24 hours on the next day. */
  start: number;
  /** End of a window. */
  end?: number;
}

const EVENING_NIGHT = 5;

/** Applies the part of the day; without one 1 to 6 o'clock are in the afternoon. */
function placeHour(seconds: number, part: DayPart | undefined, open: boolean): number {
  const hour = Math.floor(seconds / HOUR);
  if (hour > 12 || (hour === 12 && part !== 'evening' && part !== 'dawn')) return seconds;
  switch (part) {
    case 'afternoon':
    case 'dusk':
      return hour === 0 ? seconds : seconds + 12 * HOUR;
    case 'noon':
      return hour >= 1 && hour <= 6 ? seconds + 12 * HOUR : seconds;
    case 'evening':
      if (hour === 12) return seconds + 12 * HOUR;
      return hour < EVENING_NIGHT ? seconds + 24 * HOUR : seconds + 12 * HOUR;
    case 'dawn':
      return hour === 12 ? seconds - 12 * HOUR : hour === 11 ? seconds + 12 * HOUR : seconds;
    case 'daytime':
    case undefined:
      return open && hour >= 1 && hour <= 6 ? seconds + 12 * HOUR : seconds;
    default:
      return seconds;
  }
}

/** The time before, in a span or list; `sameDay` unless the second names a day of its own. */
export interface FirstTime {
  clock: ClockPhrase;
  start: number;
  sameDay: boolean;
}

/**
 * Resolves a clock phrase to seconds of its day. In a span or list it takes the first time's part of day where
 * it has none, and does not come before it (上午9点到3点 ends at 15:00).
 */
export function resolveClock(phrase: ClockPhrase, first?: FirstTime): ClockTime {
  if (phrase.seconds === undefined) {
    const [from, to] = WINDOWS[phrase.part ?? 'daytime'];
    return { start: from * HOUR, end: to * HOUR };
  }
  const fullDay = first && !first.sameDay && (first.clock.seconds ?? 0) >= 13 * HOUR;
  if (fullDay && !phrase.part) return { start: phrase.seconds };
  if (!first?.sameDay || phrase.part || !phrase.open) {
    return { start: placeHour(phrase.seconds, phrase.part, phrase.open) };
  }
  const choices = [
    placeHour(phrase.seconds, first.clock.part, true),
    placeHour(phrase.seconds, undefined, true),
    phrase.seconds,
    phrase.seconds + 12 * HOUR,
    phrase.seconds + 24 * HOUR,
  ];
  const later = choices.find((s) => s > first.start && (s < 24 * HOUR || s - first.start < 12 * HOUR));
  return { start: later ?? choices[0] ?? phrase.seconds };
}
