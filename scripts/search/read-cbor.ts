/** The part of CBOR in which Pagefind's files are written: whole numbers, texts and arrays. */
export type Cbor = number | string | readonly Cbor[];

export function readCbor(bytes: Uint8Array): Cbor {
  const reader = new Reader(bytes);
  return reader.item();
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  item(): Cbor {
    const head = this.#byte();
    const size = this.#size(head & 31);
    switch (head >> 5) {
      case 0:
        return size;
      case 1:
        return -1 - size;
      case 3:
        return this.#text(size);
      case 4:
        return Array.from({ length: size }, () => this.item());
      default:
        throw new Error(`Expected a number, a text or an array in Pagefind's file, found type ${head >> 5}.`);
    }
  }

  #byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  /** A small size stands in the head itself, a larger one in the bytes after it. */
  #size(short: number): number {
    if (short < 24) return short;
    const length = 1 << (short - 24);
    return Array.from({ length }, () => this.#byte()).reduce((value, byte) => value * 256 + byte, 0);
  }

  #text(size: number): string {
    const text = new TextDecoder().decode(this.#bytes.subarray(this.#at, this.#at + size));
    this.#at += size;
    return text;
  }
}
