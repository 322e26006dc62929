import { decode, fingerprint } from './bytes.ts';

/** Gives equal byte strings one small number each; memory grows with the distinct ones only. */
export class ByteInterner {
  count = 0;
  #arena = new Uint8Array(1 << 12);
  #used = 0;
  #ends = new Uint32Array(1 << 8);
  #hashes = new Uint32Array(1 << 8);
  #slots = new Int32Array(1 << 9).fill(-1);

  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = fingerprint(bytes, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot] ?? -1;
      if (index < 0) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[index] === hash && this.#equals(index, bytes, start, end)) return index;
    }
  }

  text(index: number): string {
    return decode(this.#arena, this.#start(index), this.#ends[index] ?? 0);
  }

  #start(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }

  #equals(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#start(index);
    if ((this.#ends[index] ?? 0) - from !== end - start) return false;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== this.#arena[j]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const index = this.count++;
    const needed = this.#used + end - start;
    if (needed > this.#arena.length) this.#arena = grown(this.#arena, new Uint8Array(Math.max(needed, needed * 2)));
    if (index >= this.#ends.length) {
      this.#ends = grown(this.#ends, new Uint32Array(index * 2));
      this.#hashes = grown(this.#hashes, new Uint32Array(index * 2));
    }
    this.#arena.set(bytes.subarray(start, end), this.#used);
    this.#used = needed;
    this.#ends[index] = needed;
    this.#hashes[index] = hash;
    this.#slots[slot] = index;
    if (this.count * 2 > this.#slots.length) this.#rehash();
    return index;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = (this.#hashes[index] ?? 0) & mask;
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
    const low = fingerprint(bytes, start, end, 0x2545_f491);
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

function grown<T extends Uint8Array | Uint32Array>(old: T, bigger: T): T {
  bigger.set(old);
  return bigger;
}
