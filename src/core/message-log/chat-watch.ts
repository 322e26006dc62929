import { countOutgoing } from './flags.ts';
import type { MessageStore } from './message-store.ts';
import { EXAMPLES, type Rows, type Spot, spotAt } from './rows.ts';

/** What each chat had. */
export class ChatWatch {
  /** Chats with messages that count. */
  chats = 0;

  readonly #store: MessageStore;
  readonly #meet: (spot: Spot, day: number) => void;
  /** Messages that count: two numbers for each chat, of those received and of those sent. */
  readonly #counts: Uint32Array;
  readonly #isKnown: Uint8Array;
  /** The first message that counts: its place in the order of time, and itself. */
  readonly #firstPlace: Float64Array;
  readonly #firstAt: Float64Array;
  readonly #firstMessage: Uint32Array;

  /** `meet` is told of each first message to somebody who had never been written to nor written; groups are never new. */
  constructor(store: MessageStore, meet: (spot: Spot, day: number) => void) {
    const { count } = store.chats;
    this.#store = store;
    this.#meet = meet;
    this.#counts = new Uint32Array(2 * count);
    this.#isKnown = new Uint8Array(count);
    this.#firstPlace = new Float64Array(count);
    this.#firstAt = new Float64Array(count);
    this.#firstMessage = new Uint32Array(count);
  }

  see(rows: Rows): void {
    const counts = this.#counts;
    const isKnown = this.#isKnown;
    const { chat, flags, from, to } = rows;
    for (let k = 0; k < to; k++) {
      const theirs = chat[k] ?? 0;
      const own = countOutgoing(flags[k] ?? 0);
      if ((isKnown[theirs] ?? 0) < COUNTED) this.#begin(rows, k, theirs, own === 1);
      if (k < from) continue;
      const place = 2 * theirs + own;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }

  /** Incoming messages of chats that were written to, and the first message to some of those who did not write back. */
  replies(): { received: number; silent: Spot[] } {
    const counts = this.#counts;
    const sent = (chat: number) => counts[2 * chat + 1] ?? 0;
    let total = 0;
    const silent: number[] = [];
    for (let chat = 0; chat < this.#isKnown.length; chat++) {
      if (sent(chat) === 0) continue;
      total += counts[2 * chat] ?? 0;
      if (counts[2 * chat] === 0) silent.push(chat);
    }
    silent.sort((a, b) => sent(b) - sent(a));
    const first = silent.slice(0, EXAMPLES);
    first.sort((a, b) => (this.#firstPlace[a] ?? 0) - (this.#firstPlace[b] ?? 0));
    return {
      received: total,
      silent: first.map((chat) => ({ message: this.#firstMessage[chat] ?? 0, at: this.#firstAt[chat] ?? 0 })),
    };
  }

  /** The first message of a chat at all, or the first that counts. */
  #begin(rows: Rows, k: number, chat: number, own: boolean): void {
    const counts = k >= rows.from;
    const spot = spotAt(rows, k);
    if (own && counts && this.#isKnown[chat] === 0 && !this.#store.isGroup(chat)) {
      this.#meet(spot, rows.day[k] ?? 0);
    }
    this.#isKnown[chat] = counts ? COUNTED : SEEN;
    if (!counts) return;
    this.chats++;
    this.#firstPlace[chat] = rows.first + k;
    this.#firstAt[chat] = spot.at;
    this.#firstMessage[chat] = spot.message;
  }
}

/** A chat may have had messages, and some that count. */
const SEEN = 1;
const COUNTED = 2;
