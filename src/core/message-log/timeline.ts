/** Messages in an order: when each one was, in milliseconds since 1970, and where it is in the store. */
export interface Timeline {
  at: Float64Array;
  message: Uint32Array;
}

export function emptyTimeline(length: number): Timeline {
  return { at: new Float64Array(length), message: new Uint32Array(length) };
}

/** Counts how often times go on, and back, from one to the next. */
export class Steps {
  on = 0;
  back = 0;
  #last = Number.NaN;

  see(time: number): void {
    if (time > this.#last) this.on++;
    else if (time < this.#last) this.back++;
    this.#last = time;
  }
}

/** Whether the times from the first up to the second more often go back than on. */
export function runsBackwards(at: Float64Array, from: number, to: number, { on, back }: Steps): boolean {
  return back > on || (back === on && (at[to - 1] ?? 0) < (at[from] ?? 0));
}

export function reverse({ at, message }: Timeline, from: number, to: number): void {
  for (const column of [at, message]) column.subarray(from, to).reverse();
}
