import type { Locale } from '../../knowledge/schema.ts';
import { daysFromCivil, isDate } from './civil.ts';

export type DateOrder = 'day-first' | 'month-first';

export interface DateOrderFinding {
  order: DateOrder;
  /** Only one order makes real dates of all; only one keeps them in sequence; or the language had to decide. */
  decidedBy: 'dates' | 'sequence' | 'language';
}

/** Watches the local dates of a file, to tell at its end whether the day or the month comes first. */
export class DateOrderWatch {
  readonly #dayFirst = new Track();
  readonly #monthFirst = new Track();
  #isSeen = false;
  #makesDifference = false;

  see(first: number, second: number, year: number): void {
    this.#isSeen = true;
    if (first !== second) this.#makesDifference = true;
    this.#dayFirst.see(year, second, first);
    this.#monthFirst.see(year, first, second);
  }

  /** `mayRunBackwards`: the file may as well be sorted from the newest to the oldest. */
  decide(language: Locale, lastDay: number, mayRunBackwards: boolean): DateOrderFinding | undefined {
    const [day, month] = [this.#dayFirst, this.#monthFirst];
    if (!this.#isSeen) return undefined;
    if (!this.#makesDifference) return { order: 'day-first', decidedBy: 'dates' };
    const found =
      choose('dates', day.missing, month.missing) ??
      choose('sequence', day.steps(mayRunBackwards), month.steps(mayRunBackwards)) ??
      choose('dates', Number(day.latest > lastDay), Number(month.latest > lastDay));
    return found ?? { order: language === 'en' ? 'month-first' : 'day-first', decidedBy: 'language' };
  }
}

function choose(
  decidedBy: DateOrderFinding['decidedBy'],
  againstDay: number,
  againstMonth: number,
): DateOrderFinding | undefined {
  if (againstDay === againstMonth) return undefined;
  return { order: againstDay < againstMonth ? 'day-first' : 'month-first', decidedBy };
}

class Track {
  missing = 0;
  latest = Number.NEGATIVE_INFINITY;
  #forward = 0;
  #backward = 0;
  #last = Number.NaN;

  see(year: number, month: number, day: number): void {
    if (!isDate(year, month, day)) {
      this.missing++;
      return;
    }
    const days = daysFromCivil(year, month, day);
    if (days > this.#last) this.#forward++;
    if (days < this.#last) this.#backward++;
    this.#last = days;
    if (days > this.latest) this.latest = days;
  }

  /** How often the dates go against their sequence. */
  steps(mayRunBackwards: boolean): number {
    return mayRunBackwards ? Math.min(this.#forward, this.#backward) : this.#backward;
  }
}
