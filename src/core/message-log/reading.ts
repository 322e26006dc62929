import type { Locale } from '../../knowledge/schema.ts';
import { DAY } from './civil.ts';
import { RowFaults } from './faults.ts';
import { FingerprintSet } from './interner.ts';
import { MessageStore, type Shelve } from './message-store.ts';
import type { PlainRows } from './plain-rows.ts';
import type { LogWords } from './words.ts';
import { type ZoneClock, zoneClock } from './zone.ts';

/** What all files of one log share while they are read. */
export interface Reading {
  readonly store: MessageStore;
  readonly faults: RowFaults;
  readonly ids: FingerprintSet;
  readonly words: LogWords;
  /** Reads plain rows of tables at once, where the browser can. */
  readonly plainRows: PlainRows | undefined;
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

/** What the surroundings offer to a reading. */
export interface ReadingHelp {
  /** Reads plain rows of tables at once, and for nobody else meanwhile; without it they are read one by one. */
  plainRows?: PlainRows | undefined;
  /** Takes what shall not stay in memory; without it all does. */
  shelve?: Shelve | undefined;
}

export function startReading(
  { words, language, timeZone, now }: ReadingOptions,
  { plainRows, shelve }: ReadingHelp = {},
): Reading {
  const earliestWall = Date.UTC(EARLIEST_YEAR, 0, 1);
  const clock = zoneClock(timeZone, earliestWall, now + 4 * DAY);
  const today = Math.floor((now + clock.offsetAt(now)) / DAY);
  const earliest = clock.instantOf(earliestWall);
  const end = clock.instantOf((today + 2) * DAY);
  plainRows?.prepare(words, { earliest, end });
  return {
    store: new MessageStore(shelve),
    faults: new RowFaults(),
    ids: new FingerprintSet(),
    words,
    plainRows,
    language,
    clock,
    earliest,
    end,
    lastDay: today + 1,
  };
}

/** WhatsApp is not older. */
const EARLIEST_YEAR = 2009;
