import { civilFromDays, DAY, daysFromCivil, SECOND } from './civil.ts';
import type { DateOrderFinding } from './date-order.ts';
import { EITHER_ORDER, WALL } from './flags.ts';
import type { Reading } from './reading.ts';
import { Steps } from './timeline.ts';

/**
 * When a file has been read to its end, its local dates get their order, and times that only now are known to be out
 * of range make their rows bad. The messages of the file are the last ones in the store.
 */
export function settleFile(
  { store, faults, clock, earliest, end }: Reading,
  file: number,
  order?: DateOrderFinding,
): void {
  const stored = store.files[file];
  if (!stored) return;
  const start = store.firstInMemory(stored.start);
  const isMonthFirst = order?.order === 'month-first';
  const steps = new Steps();
  let kept = start;
  for (let index = start; index < store.count; index++) {
    const { columns, at } = store.columnsOf(index);
    const flags = columns.flags[at] ?? 0;
    if (isMonthFirst && (flags & EITHER_ORDER) !== 0) {
      columns.seconds[at] = withDayAndMonthSwapped(columns.seconds[at] ?? 0);
    }
    const time = store.time(index);
    const instant = (flags & WALL) === 0 ? time : clock.instantOf(time);
    if (instant < earliest || instant >= end) {
      faults.add(file, columns.line[at] ?? 0, instant < earliest ? 'too-early' : 'too-late');
      continue;
    }
    steps.see(time);
    if (kept !== index) store.move(index, kept);
    kept++;
  }
  store.cutAt(kept);
  // What was put aside is not looked at again: it counts as being in no order.
  stored.on = start > stored.start ? 1 : steps.on;
  stored.back = start > stored.start ? 1 : steps.back;
}

const SECONDS_A_DAY = DAY / SECOND;

function withDayAndMonthSwapped(seconds: number): number {
  const days = Math.floor(seconds / SECONDS_A_DAY);
  const { year, month, day } = civilFromDays(days);
  return daysFromCivil(year, day, month) * SECONDS_A_DAY + (seconds - days * SECONDS_A_DAY);
}
