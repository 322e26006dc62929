import { encode, isAsciiWordByte } from './bytes.ts';
import type { MessageStore } from './message-store.ts';
import { ReplyScan } from './reply-scan.ts';
import { PAIRS, PLAIN } from './shape-hash.ts';
import type { LogWords } from './words.ts';

/** Which columns of a table hold what. */
export interface PlainColumns {
  delimiter: number;
  time: number;
  direction: number;
  chat: number;
  text?: number;
}

/**
 * Reads the rows of a table that need no closer look, many at once, by the module that `src/assembly/` compiles to:
 * what it makes of a row is what `RowIntake` makes of it, some times faster. Rows it is not sure of it leaves alone.
 */
export class PlainRows {
  /** The most rows that one reading takes. */
  readonly most: number;
  /** Holds what is to be read. */
  readonly room: Uint8Array<ArrayBuffer>;
  /** Where reading stopped, and the line there. */
  next = 0;
  line = 0;
  /** Whether some of the rows read last had a time without a zone. */
  hasWallTimes = false;

  readonly #code: Code;
  readonly #input: number;
  readonly #columns: Columns;
  /** The numbers that the store gave to the chats numbered here. */
  #chats: number[] = [];

  constructor(module: WebAssembly.Module) {
    this.#code = new WebAssembly.Instance(module).exports as unknown as Code;
    const { memory, INPUT, INPUT_LENGTH, BLOCK } = this.#code;
    this.#input = INPUT.value;
    this.most = BLOCK.value;
    this.room = new Uint8Array(memory.buffer, INPUT.value, INPUT_LENGTH.value);
    this.#columns = columnsIn(this.#code, BLOCK.value);
    this.#writeTables();
  }

  /** Begins a new log, and forgets the last. */
  prepare(words: LogWords, { earliest, end }: { earliest: number; end: number }): void {
    this.#chats = [];
    this.#code.forget();
    this.#learnWords(words);
    this.#code.setTimes(earliest, end);
  }

  begin({ delimiter, time, direction, chat, text = -1 }: PlainColumns): void {
    this.#code.begin(delimiter, time, direction, chat, text);
  }

  /** Puts the messages of plain rows into the store, as many as there are; `number` gives a chat met here its number. */
  read(
    store: MessageStore,
    { from, end }: { from: number; end: number },
    line: number,
    number: (start: number, end: number) => number,
  ): number {
    const code = this.#code;
    const count = code.readRows(this.#input + from, this.#input + end, line);
    this.next = code.next.value - this.#input;
    this.line = code.line.value;
    this.hasWallTimes = code.hasWallTimes.value !== 0;
    const { newChats, chat, ...columns } = this.#columns;
    for (let k = 0; k < code.newChats.value; k++) {
      this.#chats.push(number((newChats[2 * k] ?? 0) - this.#input, (newChats[2 * k + 1] ?? 0) - this.#input));
    }
    for (let k = 0; k < count; k++) chat[k] = this.#chats[chat[k] ?? 0] ?? 0;
    const millis = code.hasMillis.value === 0 ? undefined : columns.millis;
    store.addBlock(count, { ...columns, chat, millis });
    return count;
  }

  /** What the word for the direction of a row turned out to mean. */
  learnDirection(bytes: Uint8Array, start: number, end: number, flags: number): void {
    if (bytes === this.room) this.#code.learnDirection(this.#input + start, this.#input + end, flags);
  }

  #writeTables(): void {
    const { memory, WORD_BYTES, PLAIN: plain, PAIRS: pairs, MASKS } = this.#code;
    const bytes = new Uint8Array(memory.buffer);
    for (let byte = 0; byte < 256; byte++) bytes[WORD_BYTES.value + byte] = isAsciiWordByte(byte) ? 1 : 0;
    bytes.set(PLAIN, plain.value);
    new Uint16Array(memory.buffer, pairs.value, PAIRS.length).set(PAIRS);
    for (let length = 0; length <= 16; length++) {
      bytes.fill(0xff, MASKS.value + 16 * length, MASKS.value + 17 * length);
    }
  }

  #learnWords(words: LogWords): void {
    const { telling, longest, spellings } = new ReplyScan(words);
    this.#code.setReplies(telling, longest);
    for (const word of spellings) this.#code.learnBeginning(...this.#written(word));
    for (const domain of words.shorteners) this.#code.learnShortener(...this.#written(encode(domain.toLowerCase())));
  }

  #written(word: Uint8Array): [start: number, end: number] {
    this.room.set(word);
    return [this.#input, this.#input + word.length];
  }
}

function columnsIn(code: Code, length: number) {
  const { buffer } = code.memory;
  const words = ({ value }: Place) => new Uint32Array(buffer, value, length);
  return {
    seconds: words(code.SECONDS),
    chat: words(code.CHATS),
    flags: words(code.FLAGS),
    line: words(code.LINES),
    shapeA: words(code.SHAPES_A),
    shapeB: words(code.SHAPES_B),
    millis: new Uint16Array(buffer, code.MILLIS.value, length),
    newChats: new Int32Array(buffer, code.NEW_CHATS.value, 2 * code.MOST_NEW_CHATS.value),
  };
}

type Columns = ReturnType<typeof columnsIn>;

interface Place {
  readonly value: number;
}

/** What the module offers; addresses are in bytes. */
interface Code {
  readonly memory: WebAssembly.Memory;
  readonly INPUT: Place;
  readonly INPUT_LENGTH: Place;
  readonly BLOCK: Place;
  readonly SECONDS: Place;
  readonly CHATS: Place;
  readonly FLAGS: Place;
  readonly LINES: Place;
  readonly SHAPES_A: Place;
  readonly SHAPES_B: Place;
  readonly MILLIS: Place;
  readonly NEW_CHATS: Place;
  readonly MOST_NEW_CHATS: Place;
  readonly WORD_BYTES: Place;
  readonly PLAIN: Place;
  readonly PAIRS: Place;
  readonly MASKS: Place;
  readonly next: Place;
  readonly line: Place;
  readonly newChats: Place;
  readonly hasWallTimes: Place;
  readonly hasMillis: Place;
  forget(): void;
  begin(delimiter: number, time: number, direction: number, chat: number, text: number): void;
  readRows(from: number, end: number, line: number): number;
  learnDirection(start: number, end: number, flags: number): void;
  learnBeginning(at: number, end: number): void;
  learnShortener(start: number, end: number): void;
  setReplies(telling: number, longest: number): void;
  setTimes(earliest: number, end: number): void;
}
