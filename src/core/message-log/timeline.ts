import { WALL } from './flags.ts';
import type { MessageStore, StoredFile } from './message-store.ts';
import { sortByTime } from './time-order.ts';
import type { ZoneClock } from './zone.ts';

/** Messages in the order of time; among equal times in that of their file, reversed where the file runs backwards. */
export interface Timeline {
  /** When each one was, in milliseconds since 1970. */
  at: Float64Array;
  /** Where it is in the store. */
  message: Uint32Array;
}

/** `number`: only the chats of this one of several numbers. */
export function timelineOf(store: MessageStore, clock: ZoneClock, number?: number): Timeline {
  const at = new Float64Array(store.count);
  const message = new Uint32Array(store.count);
  let count = 0;
  for (const file of store.files) {
    const from = count;
    for (let i = file.start; i < file.end; i++) {
      if (number !== undefined && store.numberOf(store.chat[i] ?? 0) !== number) continue;
      const time = store.time(i);
      at[count] = ((store.flags[i] ?? 0) & WALL) === 0 ? time : clock.instantOf(time);
      message[count] = i;
      count++;
    }
    if (runsBackwards(at, from, count)) {
      at.subarray(from, count).reverse();
      message.subarray(from, count).reverse();
    }
  }
  return sortByTime({ at: at.subarray(0, count), message: message.subarray(0, count) });
}

/** The file that a message came in. */
export function fileOf(files: readonly StoredFile[], message: number): number {
  return files.findIndex(({ start, end }) => message >= start && message < end);
}

function runsBackwards(at: Float64Array, from: number, to: number): boolean {
  let steps = 0;
  for (let k = from + 1; k < to; k++) {
    const before = at[k - 1] ?? 0;
    const after = at[k] ?? 0;
    if (after > before) steps++;
    else if (after < before) steps--;
  }
  return steps === 0 ? (at[to - 1] ?? 0) < (at[from] ?? 0) : steps < 0;
}
