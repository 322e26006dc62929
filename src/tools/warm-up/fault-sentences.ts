import { formatDay } from '../../core/calendar/day.ts';
import type { DayFault } from '../../core/calendar/read-day.ts';
import { DAY_RANGE } from '../../core/calendar/read-day.ts';
import { formatFor } from '../../core/format.ts';
import { TARGET_RANGE, type WarmUpFaults } from '../../core/warm-up/input.ts';
import { fill, plural } from '../../core/words.ts';
import type { WarmUpProps } from './warm-up.view.ts';

/** What is wrong with each input and what to do, by its name. */
export function faultSentences(props: WarmUpProps, faults: WarmUpFaults): Record<string, string> {
  const { words, errors, locale } = props;
  const format = formatFor(locale);
  const { start, sources, connect, target, log, moved } = faults;
  const movedOn = faults['moved-on'];
  const range = { min: format.number(TARGET_RANGE.min), max: format.number(TARGET_RANGE.max) };
  return {
    ...(start && { start: dayFault(props, start) }),
    ...(movedOn && { 'moved-on': dayFault(props, movedOn) }),
    ...(target && { target: target.reason === 'not-whole' ? errors.notWhole : fill(errors.outOfRange, range) }),
    ...(sources && {
      sources:
        sources.reason === 'none-chosen'
          ? errors.noneChosen
          : fill(errors.unknownSource, { id: sources.id.slice(0, 40) }),
    }),
    ...(connect && { connect: fill(words.faults['unknown-way'], { typed: connect.typed.slice(0, 40) }) }),
    ...(moved && { moved: words.faults['unknown-answer'] }),
    ...(log && { log: plural(words.faults['bad-lines'], locale, log.lines.length, format.number(log.lines.length)) }),
  };
}

function dayFault({ errors }: WarmUpProps, { reason }: DayFault): string {
  if (reason === 'not-a-date') return errors.notADate;
  if (reason === 'no-such-day') return errors.noSuchDay;
  return fill(errors.dateOutOfRange, { min: formatDay(DAY_RANGE.min), max: formatDay(DAY_RANGE.max) });
}
