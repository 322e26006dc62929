import type { Rows, Spot } from './rows.ts';

type Column = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/**
 * The outgoing messages of a sliding stretch of time. Each has a number, counted from the first that was ever added;
 * the last bits of the number are its place in the columns.
 */
export class Ring {
  /** The number of the first message that is in it, and of the next that will be. */
  first = 0;
  end = 0;
  mask = FIRST_CAPACITY - 1;
  at = new Float64Array(FIRST_CAPACITY);
  /** Three things that the owner notes of a message. */
  noteA = new Uint32Array(FIRST_CAPACITY);
  noteB = new Uint32Array(FIRST_CAPACITY);
  noteC = new Uint32Array(FIRST_CAPACITY);
  #message = new Uint32Array(FIRST_CAPACITY);

  /** Makes room for so many messages more. */
  reserve(count: number): void {
    while (this.end - this.first + count > this.mask + 1) this.#grow();
  }

  /** Adds a message, for which there is room; its place. */
  add({ at, message }: Rows, k: number): number {
    const i = this.end++ & this.mask;
    this.at[i] = at[k] ?? 0;
    this.#message[i] = message[k] ?? 0;
    return i;
  }

  spot(number: number): Spot {
    const i = number & this.mask;
    return { message: this.#message[i] ?? 0, at: this.at[i] ?? 0 };
  }

  #grow(): void {
    const capacity = this.at.length * 2;
    this.at = this.#moved(this.at, new Float64Array(capacity));
    this.noteA = this.#moved(this.noteA, new Uint32Array(capacity));
    this.noteB = this.#moved(this.noteB, new Uint32Array(capacity));
    this.noteC = this.#moved(this.noteC, new Uint32Array(capacity));
    this.#message = this.#moved(this.#message, new Uint32Array(capacity));
    this.mask = capacity - 1;
  }

  #moved<Own extends Column>(old: Own, bigger: Own): Own {
    for (let n = this.first; n < this.end; n++) bigger[n & (bigger.length - 1)] = old[n & this.mask] ?? 0;
    return bigger;
  }
}

const FIRST_CAPACITY = 1 << 8;
