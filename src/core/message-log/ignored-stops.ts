import { DIGITS, STOP_DIGIT, STOP_NONE, STOP_WORD, stopKind } from './flags.ts';
import type { MessageStore } from './message-store.ts';
import { chatAt, isOutgoing, type Timeline } from './timeline.ts';

/**
 * The messages sent to a chat after its stop word, until it wrote something else. What has the same time as another
 * message is neither before nor after it.
 */
export function ignoredStops(store: MessageStore, timeline: Timeline): number[] {
  const chats = new Map<number, ChatState>();
  const isWatched = new Uint8Array(store.chats.count);
  const ignored: number[] = [];
  for (let k = 0; k < timeline.message.length; k++) {
    const flags = store.flags[timeline.message[k] ?? 0] ?? 0;
    const chat = chatAt(timeline, k);
    const isSent = isOutgoing(timeline, k);
    // Most chats never offer a digit and never say stop.
    const begins = isSent ? (flags & DIGITS) !== 0 : stopKind(flags) === STOP_WORD;
    if (isWatched[chat] === 0 && !begins) continue;
    isWatched[chat] = 1;
    const state = chats.get(chat) ?? new ChatState();
    chats.set(chat, state);
    const instant = timeline.at[k] ?? 0;
    if (isSent) {
      if (state.isStopped.before(instant)) ignored.push(k);
      if ((flags & DIGITS) !== 0) state.offered.set(instant, state.offered.now | (flags & DIGITS));
    } else {
      state.isStopped.set(instant, isStop(stopKind(flags), state.offered.before(instant)));
    }
  }
  return ignored;
}

function isStop(kind: number, offered: number): boolean {
  if (kind === STOP_NONE || kind === STOP_WORD) return kind === STOP_WORD;
  return (offered & (1 << (kind - STOP_DIGIT))) !== 0;
}

class ChatState {
  readonly isStopped = new Remembered(false);
  readonly offered = new Remembered(0);
}

/** A value that changes with time, and what it was before the present instant. */
class Remembered<Value> {
  now: Value;
  #earlier: Value;
  #since = Number.NEGATIVE_INFINITY;

  constructor(value: Value) {
    this.now = value;
    this.#earlier = value;
  }

  before(instant: number): Value {
    return instant > this.#since ? this.now : this.#earlier;
  }

  set(instant: number, value: Value): void {
    if (instant > this.#since) this.#earlier = this.now;
    this.#since = instant;
    this.now = value;
  }
}
