import { withoutNul } from './bytes.ts';

/** Holds what was fed and not yet read, as one stretch of bytes with room for one byte more. */
export class PushBuffer {
  bytes: Uint8Array<ArrayBuffer>;
  /** The same bytes, four at a time. */
  words: Int32Array;
  /** What is to be read lies between these two. */
  from = 0;
  end = 0;

  /** `room` is used as long as it is large enough. */
  constructor(room = new Uint8Array(1 << 16)) {
    this.bytes = room;
    this.words = wordsOf(room);
  }

  /** Takes a chunk in parts of bounded size; the reader reads after each. */
  *append(chunk: Uint8Array): Generator<true> {
    for (let at = 0; at < chunk.length; at += LARGEST_PART) {
      this.#add(chunk.subarray(at, at + LARGEST_PART));
      yield true;
    }
  }

  dropNul(): void {
    const rest = withoutNul(this.bytes.subarray(this.from, this.end));
    this.bytes.set(rest, this.from);
    this.end = this.from + rest.length;
  }

  #add(part: Uint8Array): void {
    const kept = this.end - this.from;
    const needed = kept + part.length + 1;
    if (needed > this.bytes.length) {
      const bigger = new Uint8Array((needed * 2 + 3) & ~3);
      bigger.set(this.bytes.subarray(this.from, this.end));
      this.bytes = bigger;
      this.words = wordsOf(bigger);
    } else if (this.from > 0) {
      this.bytes.copyWithin(0, this.from, this.end);
    }
    this.bytes.set(part, kept);
    this.from = 0;
    this.end = kept + part.length;
  }
}

const LARGEST_PART = 1 << 18;

function wordsOf({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): Int32Array {
  return new Int32Array(buffer, byteOffset, length >> 2);
}
