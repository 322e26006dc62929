import { decode, fingerprint } from './bytes.ts';

/**
 * Gives equal byte strings one small number each; memory grows with the distinct ones only. Strings are told apart by
 * length and a fingerprint of 64 bits.
 */
export class ByteInterner {
  count = 0;
  #arena = new Uint8Array(1 << 12);
  #used = 0;
  #ends = new Uint32Array(1 << 8);
  #high = new Uint32Array(1 << 8);
  #low = new Uint32Array(1 << 8);
  #slots = new Int32Array(1 << 9).fill(-1);

  intern(bytes: Uint8Array, start: number, end: number): number {
    // Both halves at once, for every row of a log comes by here.
    let high = 0x811c_9dc5;
    let low = 0x2545_f491;
    let i = start;
    for (; i + 4 <= end; i += 4) {
      const word =
        (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
      high = Math.imul(high ^ word, 0x9e37_79b1);
      high ^= high >>> 15;
      low = Math.imul((low + word) | 0, 0x85eb_ca77);
      low ^= low >>> 13;
    }
    let rest = end - start;
    for (; i < end; i++) rest = (rest << 8) | (bytes[i] ?? 0);
    high = mixed(high ^ rest);
    low = mixed(low + rest);
    const mask = this.#slots.length - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot] ?? -1;
      if (index < 0) {
        this.#slots[slot] = this.count;
        return this.#add(bytes, start, end, high, low);
      }
      if (this.#high[index] === high && this.#low[index] === low) return index;
    }
  }

  text(index: number): string {
    return decode(this.#arena, index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }

  #add(bytes: Uint8Array, start: number, end: number, high: number, low: number): number {
    const index = this.count++;
    const needed = this.#used + end - start;
    if (needed > this.#arena.length) this.#arena = grown(this.#arena, new Uint8Array(needed * 2));
    if (index >= this.#ends.length) {
      this.#ends = grown(this.#ends, new Uint32Array(index * 2));
      this.#high = grown(this.#high, new Uint32Array(index * 2));
      this.#low = grown(this.#low, new Uint32Array(index * 2));
    }
    this.#arena.set(bytes.subarray(start, end), this.#used);
    this.#used = needed;
    this.#ends[index] = needed;
    this.#high[index] = high;
    this.#low[index] = low;
    if (this.count * 2 > this.#slots.length) this.#rehash();
    return index;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = (this.#high[index] ?? 0) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.#slots = slots;
  }
}

/** Remembers 64-bit fingerprints: whether a message id was there before, for 8 bytes each instead of the id. */
export class FingerprintSet {
  #size = 0;
  #high = new Uint32Array(1 << 10);
  #low = new Uint32Array(1 << 10);

  /** True where the fingerprint is new. */
  add(bytes: Uint8Array, start: number, end: number): boolean {
    // The pair 0, 0 marks a free place.
    const high = fingerprint(bytes, start, end) || 1;
    const low = fingerprint(bytes, start, end, SECOND_SEED);
    if (!this.#place(high, low)) return false;
    this.#size++;
    if (this.#size * 4 > this.#high.length * 3) this.#rehash();
    return true;
  }

  #place(high: number, low: number): boolean {
    const mask = this.#high.length - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      if (this.#high[slot] === 0) {
        this.#high[slot] = high;
        this.#low[slot] = low;
        return true;
      }
      if (this.#high[slot] === high && this.#low[slot] === low) return false;
    }
  }

  #rehash(): void {
    const high = this.#high;
    const low = this.#low;
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(high.length * 2);
    for (let slot = 0; slot < high.length; slot++) {
      const value = high[slot] ?? 0;
      if (value !== 0) this.#place(value, low[slot] ?? 0);
    }
  }
}

/** Starts a second fingerprint that has nothing to do with the first. */
const SECOND_SEED = 0x2545_f491;

function mixed(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0xc2b2_ae3d);
  return (half ^ (half >>> 15)) >>> 0;
}

function grown<T extends Uint8Array | Uint32Array>(old: T, bigger: T): T {
  bigger.set(old);
  return bigger;
}
