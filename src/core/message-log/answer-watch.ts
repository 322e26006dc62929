import { DAY } from './civil.ts';
import type { LogDay } from './day-watch.ts';
import { OUTGOING } from './flags.ts';
import { Ring } from './ring.ts';
import { EXAMPLES, type Rows, type Spot } from './rows.ts';

/**
 * Which outgoing messages were answered: an incoming message of the same chat has a later time, and comes within the
 * time given. One incoming message answers every earlier one. Only what can still be answered is kept.
 */
export class AnswerWatch {
  answered = 0;
  /** Of the last days: messages whose time has passed, and those of them without an answer. */
  considered = 0;
  unanswered = 0;
  readonly when: { from: number; to: number };
  /** The first messages without an answer. */
  readonly open: Spot[] = [];

  readonly #days: readonly LogDay[];
  readonly #within: number;
  /** Messages up to this instant have had their time. */
  readonly #passed: number;
  /** The notes of a message: one more than the number of the open one before it to the same chat; its day; its answer. */
  readonly #ring = new Ring();
  /** One more than the number of the last open message to each chat; 0 where there is none. */
  readonly #last: Uint32Array;
  /** The last messages without an answer whose time has passed, as they followed each other around. */
  readonly #latest: Spot[] = [];

  /** `end` is the last instant that counts, `last` that of the whole log. */
  constructor(
    chats: number,
    days: readonly LogDay[],
    { within, recentDays, end, last }: { within: number; recentDays: number; end: number; last: number },
  ) {
    this.#days = days;
    this.#within = within;
    this.#passed = last - within;
    this.#last = new Uint32Array(chats);
    this.when = { from: end - recentDays * DAY, to: end };
  }

  see(rows: Rows): void {
    const { at, chat, flags, day, from, to, count } = rows;
    const last = this.#last;
    const ring = this.#ring;
    this.#settle((at[0] ?? 0) - this.#within);
    ring.reserve(rows.sent);
    const { first, noteA, noteB, noteC } = ring;
    for (let k = 0; k < count; k++) {
      const theirs = chat[k] ?? 0;
      const before = last[theirs] ?? 0;
      if (((flags[k] ?? 0) & OUTGOING) === 0) {
        if (before > first) this.#answer(theirs, at[k] ?? 0);
      } else if (k >= from && k < to) {
        const i = ring.add(rows, k);
        noteA[i] = before;
        noteB[i] = day[k] ?? 0;
        noteC[i] = 0;
        last[theirs] = ring.end;
      }
    }
  }

  finish(): void {
    this.#settle(Number.POSITIVE_INFINITY);
  }

  /** In the order of time. */
  get latest(): readonly Spot[] {
    const oldest = this.unanswered % EXAMPLES;
    return this.unanswered <= EXAMPLES
      ? this.#latest
      : [...this.#latest.slice(oldest), ...this.#latest.slice(0, oldest)];
  }

  /** Answers what is open in the chat and older; what has the same time stays open. */
  #answer(chat: number, instant: number): void {
    const { at, mask, first, noteA, noteC } = this.#ring;
    const earliest = instant - this.#within;
    let next = this.#last[chat] ?? 0;
    let sameTime = -1;
    while (next > first && at[(next - 1) & mask] === instant) {
      sameTime = (next - 1) & mask;
      next = noteA[sameTime] ?? 0;
    }
    if (sameTime < 0) this.#last[chat] = 0;
    else noteA[sameTime] = 0;
    for (; next > first; next = noteA[(next - 1) & mask] ?? 0) {
      const i = (next - 1) & mask;
      if ((at[i] ?? 0) < earliest) return;
      noteC[i] = 1;
    }
  }

  /** Nothing can change any more about messages before this instant. */
  #settle(before: number): void {
    const ring = this.#ring;
    const { at, mask, noteB, noteC } = ring;
    let day: LogDay | undefined;
    let place = -1;
    for (; ring.first < ring.end; ring.first++) {
      const i = ring.first & mask;
      const instant = at[i] ?? 0;
      if (instant >= before) return;
      if (noteB[i] !== place) {
        place = noteB[i] ?? 0;
        day = this.#days[place];
      }
      const answered = noteC[i] ?? 0;
      const hasPassed = instant <= this.#passed ? 1 : 0;
      this.answered += answered;
      if (day) {
        day.answered += answered;
        day.considered += hasPassed;
        day.unanswered += hasPassed & ~answered;
      }
      if (this.open.length < EXAMPLES && answered === 0) this.open.push(ring.spot(ring.first));
      if (hasPassed === 0 || instant < this.when.from) continue;
      this.considered++;
      if (answered === 1) continue;
      this.#latest[this.unanswered % EXAMPLES] = ring.spot(ring.first);
      this.unanswered++;
    }
  }
}
