import { DIGITS, OUTGOING, STOP_DIGIT, STOP_NONE, STOP_WORD, stopKind } from './flags.ts';
import type { MessageStore } from './message-store.ts';
import type { Timeline } from './timeline.ts';

/**
 * The messages sent to a chat after its stop word, until it wrote something else. What has the same time as another
 * message is neither before nor after it.
 */
export function ignoredStops(store: MessageStore, { at, message }: Timeline): number[] {
  const chats = new Map<number, ChatState>();
  const ignored: number[] = [];
  for (let k = 0; k < message.length; k++) {
    const index = message[k] ?? 0;
    const flags = store.flags[index] ?? 0;
    const chat = store.chat[index] ?? 0;
    const isOutgoing = (flags & OUTGOING) !== 0;
    const known = chats.get(chat);
    // Most chats never offer a digit and never say stop.
    if (!known && (isOutgoing ? (flags & DIGITS) === 0 : stopKind(flags) !== STOP_WORD)) continue;
    const state = known ?? new ChatState();
    if (!known) chats.set(chat, state);
    const instant = at[k] ?? 0;
    if (isOutgoing) {
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
