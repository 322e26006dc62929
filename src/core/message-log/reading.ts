import type { Locale } from '../../knowledge/schema.ts';
import { DAY } from './civil.ts';
import { RowFaults } from './faults.ts';
import { FingerprintSet } from './interner.ts';
import { MessageStore } from './message-store.ts';
import type { LogWords } from './words.ts';
import { type ZoneClock, zoneClock } from './zone.ts';

/** What all files of one log share while they are read. */
export interface Reading {
  readonly store: MessageStore;
  readonly faults: RowFaults;
  readonly ids: FingerprintSet;
  readonly words: LogWords;
  readonly language: Locale;
  readonly clock: ZoneClock;
  /** The first instant that a message may have, and the first that is too late. */
  readonly earliest: number;
  readonly end: number;
  /** Tomorrow, the last day that a message may have. */
  readonly lastDay: number;
}

export interface ReadingOptions {
  words: LogWords;
  /** Decides between day and month where the dates do not. */
  language: Locale;
  /** Zone of times that come without one. */
  timeZone: string;
  /** The present, in milliseconds since 1970. */
  now: number;
}

export function startReading({ words, language, timeZone, now }: ReadingOptions): Reading {
  const earliestWall = Date.UTC(EARLIEST_YEAR, 0, 1);
  const clock = zoneClock(timeZone, earliestWall, now + 4 * DAY);
  const today = Math.floor((now + clock.offsetAt(now)) / DAY);
  return {
    store: new MessageStore(),
    faults: new RowFaults(),
    ids: new FingerprintSet(),
    words,
    language,
    clock,
    earliest: clock.instantOf(earliestWall),
    end: clock.instantOf((today + 2) * DAY),
    lastDay: today + 1,
  };
}

/** WhatsApp is not older. */
const EARLIEST_YEAR = 2009;
