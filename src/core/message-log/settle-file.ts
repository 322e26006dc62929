import { civilFromDays, DAY, daysFromCivil, SECOND } from './civil.ts';
import type { DateOrderFinding } from './date-order.ts';
import { EITHER_ORDER, WALL } from './flags.ts';
import type { Reading } from './reading.ts';

/**
 * When a file has been read to its end, its local dates get their order, and times that only now are known to be out
 * of range make their rows bad. The messages of the file are the last ones in the store.
 */
export function settleFile(
  { store, faults, clock, earliest, end }: Reading,
  file: number,
  order?: DateOrderFinding,
): void {
  const start = store.files[file]?.start ?? store.count;
  const isMonthFirst = order?.order === 'month-first';
  let kept = start;
  for (let i = start; i < store.count; i++) {
    const flags = store.flags[i] ?? 0;
    if (isMonthFirst && (flags & EITHER_ORDER) !== 0) store.seconds[i] = withDayAndMonthSwapped(store.seconds[i] ?? 0);
    const time = store.time(i);
    const instant = (flags & WALL) === 0 ? time : clock.instantOf(time);
    if (instant < earliest || instant >= end) {
      faults.add(file, store.line[i] ?? 0, instant < earliest ? 'too-early' : 'too-late');
      continue;
    }
    if (kept !== i) store.move(i, kept);
    kept++;
  }
  store.count = kept;
}

const SECONDS_A_DAY = DAY / SECOND;

function withDayAndMonthSwapped(seconds: number): number {
  const days = Math.floor(seconds / SECONDS_A_DAY);
  const { year, month, day } = civilFromDays(days);
  return daysFromCivil(year, day, month) * SECONDS_A_DAY + (seconds - days * SECONDS_A_DAY);
}
