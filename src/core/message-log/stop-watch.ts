import { DIGITS, OUTGOING, STOP_DIGIT, STOP_NONE, STOP_WORD, stopBits, stopKind } from './flags.ts';
import { EXAMPLES, type Rows, type Spot, spotAt } from './rows.ts';

/**
 * The messages sent to a chat after its stop word, until it wrote something else. What has the same time as another
 * message is neither before nor after it.
 */
export class StopWatch {
  ignored = 0;
  readonly spots: Spot[] = [];
  readonly #chats = new Map<number, ChatState>();
  /** Most chats never offer a digit and never say stop. */
  readonly #isWatched: Uint8Array;

  constructor(chats: number) {
    this.#isWatched = new Uint8Array(chats);
  }

  see(rows: Rows): void {
    const { flags, chat, count } = rows;
    const isWatched = this.#isWatched;
    for (let k = 0; k < count; k++) {
      const bits = flags[k] ?? 0;
      const theirs = chat[k] ?? 0;
      if (isWatched[theirs] === 0) {
        if ((bits & MAY_BEGIN) === 0) continue;
        const begins = (bits & OUTGOING) !== 0 ? (bits & DIGITS) !== 0 : stopKind(bits) === STOP_WORD;
        if (!begins) continue;
        isWatched[theirs] = 1;
        this.#chats.set(theirs, new ChatState());
      }
      this.#look(rows, k, bits, this.#chats.get(theirs) ?? new ChatState());
    }
  }

  #look(rows: Rows, k: number, bits: number, state: ChatState): void {
    const instant = rows.at[k] ?? 0;
    if ((bits & OUTGOING) === 0) {
      state.isStopped.set(instant, isStop(stopKind(bits), state.offered.before(instant)));
      return;
    }
    if (state.isStopped.before(instant) && k >= rows.from && k < rows.to) {
      this.ignored++;
      if (this.spots.length < EXAMPLES) this.spots.push(spotAt(rows, k));
    }
    if ((bits & DIGITS) !== 0) state.offered.set(instant, state.offered.now | (bits & DIGITS));
  }
}

const MAY_BEGIN = DIGITS | stopBits(STOP_WORD);

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
