import { formatDay } from '../../core/calendar/day.ts';
import { DAY_RANGE, type DayFault } from '../../core/calendar/read-day.ts';
import type { Format } from '../../core/format.ts';
import type { SourceFault } from '../../core/source-choice.ts';
import type { NumberFault, Range } from '../../core/whole-number.ts';
import { fill } from '../../core/words.ts';

export interface FaultWords {
  notWhole: string;
  outOfRange: string;
  notADate: string;
  noSuchDay: string;
  dateOutOfRange: string;
  noneChosen: string;
  unknownSource: string;
}

/** What is wrong with a number, and how to write it. */
export function numberFault(words: FaultWords, format: Format, { reason }: NumberFault, { min, max }: Range): string {
  if (reason === 'not-whole') return words.notWhole;
  return fill(words.outOfRange, { min: format.number(min), max: format.number(max) });
}

export function dayFault(words: FaultWords, { reason }: DayFault): string {
  if (reason === 'not-a-date') return words.notADate;
  if (reason === 'no-such-day') return words.noSuchDay;
  return fill(words.dateOutOfRange, { min: formatDay(DAY_RANGE.min), max: formatDay(DAY_RANGE.max) });
}

export function sourceFault(words: FaultWords, fault: SourceFault): string {
  return fault.reason === 'none-chosen' ? words.noneChosen : fill(words.unknownSource, { id: fault.id });
}
