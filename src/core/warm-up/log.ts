import { dropTrailingEmpty, hasNoDigit, pastedLines } from '../pasted-lines.ts';
import { type NumberFault, type Range, readWholeNumber } from '../whole-number.ts';

/** What really happened on a day of the plan. A day that was held appears once for each date. */
export interface LoggedDay {
  day: number;
  sent: number;
  replies: number;
}

export type BadLogLine = { line: number; text: string } & LogLineFault;

export type LogLineFault =
  | { reason: 'too-few' | 'too-many' }
  | { reason: 'bad-number'; column: keyof LoggedDay; fault: NumberFault };

export interface WarmUpLog {
  /** In the order of the plan's days, the same day as typed. */
  days: readonly LoggedDay[];
  badLines: readonly BadLogLine[];
}

export const LOG_RANGES: Record<keyof LoggedDay, Range> = {
  day: { min: 0, max: 36_500 },
  sent: { min: 0, max: 10_000_000 },
  replies: { min: 0, max: 10_000_000 },
};

/** Reads rows of `day, sent, replies`; a bad row is named and does not stop the others. */
export function readWarmUpLog(pasted: string): WarmUpLog {
  const days: LoggedDay[] = [];
  const badLines: BadLogLine[] = [];
  for (const { line, text, cells } of pastedLines(pasted, hasNoDigit)) {
    const read = readRow(dropTrailingEmpty(cells));
    if ('reason' in read) badLines.push({ line, text, ...read });
    else days.push(read);
  }
  return { days: days.toSorted((a, b) => a.day - b.day), badLines };
}

function readRow(cells: string[]): LoggedDay | LogLineFault {
  const [day, sent, replies, ...more] = cells;
  if (day === undefined || sent === undefined || replies === undefined) return { reason: 'too-few' };
  if (more.length > 0) return { reason: 'too-many' };
  const read: LoggedDay = { day: 0, sent: 0, replies: 0 };
  for (const [column, typed] of Object.entries({ day, sent, replies }) as [keyof LoggedDay, string][]) {
    const number = readWholeNumber(typed, LOG_RANGES[column]);
    if (number.state !== 'good') return { reason: 'bad-number', column, fault: faultOf(number) };
    read[column] = number.value;
  }
  return read;
}

function faultOf(number: { state: 'empty' } | { state: 'bad'; fault: NumberFault }): NumberFault {
  return number.state === 'bad' ? number.fault : { reason: 'not-whole' };
}
