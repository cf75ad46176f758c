import { addDays, type Day, dayOfEpoch, epochDay } from '../core/day.ts';
import { festivalDay, plainFestivalName } from './festivals.ts';
import type { Notice } from './notice.ts';
import { NOTICES } from './notices/index.ts';

/** A run of days on which the calendar differs from the plain week. */
export interface Skipped {
  /** `off`: a holiday (放假); `shifted`: a day of a weekend that is worked (调休上班). */
  kind: 'off' | 'shifted';
  /** 国庆节、中秋节 */
  name: string;
  first: Day;
  last: Day;
}

/** Days off of a holiday; `provisional` where the year is not announced and only the statutory days are known. */
export interface DaysOff {
  first: Day;
  last: Day;
  provisional: boolean;
}

/** 法定节假日 by law (全国年节及纪念日放假办法, 2025 on): days before the festival itself, and days in all. */
const STATUTORY: Record<string, [before: number, days: number]> = {
  元旦: [0, 1],
  春节: [1, 4],
  清明节: [0, 1],
  劳动节: [0, 2],
  端午节: [0, 1],
  中秋节: [0, 1],
  国庆节: [0, 3],
};

/** The holidays that bring days off, under the names of the notices. */
export const PUBLIC_HOLIDAYS: readonly string[] = Object.keys(STATUTORY);

/**
 * Working days (工作日) of the official calendar, made from the announced years.
 * Outside of them the plain week holds and answers are provisional. Immutable.
 */
export class Calendar {
  readonly notices: readonly Notice[];
  /** The last day of the last announced year. */
  readonly coveredUntil: Day;
  private readonly years = new Set<number>();
  private readonly special = new Map<number, Skipped>();

  /** A notice replaces an earlier one of the same year. */
  constructor(notices: readonly Notice[]) {
    const byYear = new Map(notices.map((notice) => [notice.year, notice]));
    this.notices = [...byYear.values()].sort((a, b) => a.year - b.year);
    for (const notice of this.notices) {
      this.years.add(notice.year);
      for (const { names, first, last, workdays } of notice.holidays) {
        const name = names.join('、');
        const off: Skipped = { kind: 'off', name, first, last };
        for (let n = epochDay(first); n <= epochDay(last); n++) this.special.set(n, off);
        for (const day of workdays) this.special.set(epochDay(day), { kind: 'shifted', name, first: day, last: day });
      }
    }
    this.coveredUntil = `${this.notices.at(-1)?.year ?? 1969}-12-31`;
  }

  /** The year whose notice is needed by now and missing: this year's, and from November on next year's. Null where none is. */
  missingYear(today: Day): number | null {
    const year = Number(today.slice(0, 4));
    if (!this.years.has(year)) return year;
    return today.slice(5, 7) >= '11' && !this.years.has(year + 1) ? year + 1 : null;
  }

  private worked(n: number): boolean {
    const special = this.special.get(n);
    if (special) return special.kind === 'shifted';
    return (((n + 3) % 7) + 7) % 7 < 5;
  }

  isWorkday(day: Day): boolean {
    return this.worked(epochDay(day));
  }

  /** Whether no notice covers the day, so that it may still be changed by 调休. */
  isProvisional(day: Day): boolean {
    return !this.years.has(Number(day.slice(0, 4)));
  }

  /**
   * The n-th working day after a day that is not counted itself; before it where n is negative.
   * @example calendar.addWorkdays('2026-09-30', 1) // '2026-10-08'
   */
  addWorkdays(day: Day, n: number): Day {
    const step = Math.sign(n);
    let at = epochDay(day);
    for (let left = Math.abs(n); left > 0; ) {
      at += step;
      if (this.worked(at)) left--;
    }
    return dayOfEpoch(at);
  }

  /** The first working day after a day. */
  nextWorkday(day: Day): Day {
    return this.addWorkdays(day, 1);
  }

  /** The last working day before a day. */
  previousWorkday(day: Day): Day {
    return this.addWorkdays(day, -1);
  }

  /** Working days from one day (counted) to another (not counted). */
  workdaysBetween(from: Day, to: Day): number {
    let count = 0;
    for (let n = epochDay(from); n < epochDay(to); n++) if (this.worked(n)) count++;
    return count;
  }

  /** Holidays and shifted working days from one day to another, both included, to explain a deadline. */
  skipped(from: Day, to: Day): Skipped[] {
    const found: Skipped[] = [];
    for (let n = epochDay(from); n <= epochDay(to); n++) {
      const special = this.special.get(n);
      if (special && special !== found.at(-1)) found.push(special);
    }
    return found;
  }

  /**
   * The official days off of a holiday (国庆节, 五一…) of a year, `null` where it brings none.
   * @example calendar.daysOff('国庆', 2026) // { first: '2026-10-01', last: '2026-10-07', provisional: false }
   */
  daysOff(holiday: string, year: number): DaysOff | null {
    const name = plainFestivalName(holiday);
    const notice = this.notices.find((n) => n.year === year);
    const announced = notice?.holidays.find((h) => h.names.includes(name));
    if (announced) return { first: announced.first, last: announced.last, provisional: false };
    const statutory = STATUTORY[name];
    const day = festivalDay(name, year);
    if (!statutory || !day) return null;
    const first = addDays(day, -statutory[0]);
    return { first, last: addDays(first, statutory[1] - 1), provisional: true };
  }
}

/** The calendar of the years that ship with the project. */
export const announcedCalendar = new Calendar(NOTICES);
