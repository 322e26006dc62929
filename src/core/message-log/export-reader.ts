import { CR, decode, encode, LF } from './bytes.ts';
import { senderName } from './chat-names.ts';
import { DateOrderWatch } from './date-order.ts';
import { exportHeader } from './export-header.ts';
import { isSystemText, messageText } from './export-phrases.ts';
import { EITHER_ORDER, SENDERS, senderBits, stopBits, WALL } from './flags.ts';
import type { LineTexts } from './line-texts.ts';
import { PushBuffer } from './push-buffer.ts';
import type { Reading } from './reading.ts';
import { ReplyScan } from './reply-scan.ts';
import { TextScan } from './text-scan.ts';
import type { TimeFault } from './time-reader.ts';
import { TimeReader } from './time-reader.ts';

/** The message at hand; its text may go on in the next line. */
interface Message {
  line: number;
  seconds: number;
  flags: number;
  sender: string;
  text: string;
}

/** Reads one chat as WhatsApp exports it. Who of the senders is the number itself is found when all files are read. */
export class ExportReader {
  readonly dates = new DateOrderWatch();
  readonly hasWallTimes = true;
  readonly hasLocalDates = true;
  readonly #reading: Reading;
  readonly #file: number;
  readonly #chat: number;
  readonly #buffer = new PushBuffer();
  readonly #times = new TimeReader();
  readonly #texts: TextScan;
  readonly #lineTexts: LineTexts | undefined;
  readonly #replies: ReplyScan;
  readonly #senders = new Set<number>();
  #line = 1;
  #isTooLong = false;
  #message: Message | undefined;
  /** What a line that begins no message belongs to. */
  #after: 'message' | 'other' | 'nothing' = 'nothing';

  constructor(reading: Reading, file: number, chatName: string, texts?: LineTexts) {
    this.#lineTexts = texts;
    this.#reading = reading;
    this.#file = file;
    // Who of the senders is the number itself may be said, or said anew, long after reading.
    reading.store.keepAll();
    reading.store.hasWallTimes = true;
    // Each file is one chat, even where two are named alike.
    const key = encode(`${chatName}\0export ${file}`);
    this.#chat = reading.store.chats.intern(key, 0, key.length);
    this.#texts = new TextScan(reading.words);
    this.#replies = new ReplyScan(reading.words);
  }

  feed(chunk: Uint8Array): void {
    for (const _ of this.#buffer.append(chunk)) this.#read(false);
  }

  end(): void {
    this.#read(true);
    this.#keepMessage();
    const { store } = this.#reading;
    if (this.#senders.size >= SENDERS_OF_GROUP) store.markGroup(this.#chat);
    const stored = store.files[this.#file];
    if (stored) stored.senders = [...this.#senders];
  }

  #read(isLast: boolean): void {
    const buffer = this.#buffer;
    const { bytes } = buffer;
    for (let i = buffer.from; i <= buffer.end; i++) {
      const isEnd = i === buffer.end;
      if (isEnd ? !isLast || i === buffer.from : bytes[i] !== LF && bytes[i] !== CR) continue;
      if (bytes[i] === CR && i + 1 === buffer.end && !isLast) break;
      if (!this.#isTooLong) this.#takeLine(decode(bytes, buffer.from, Math.min(i, buffer.from + LONGEST_LINE)));
      this.#isTooLong = false;
      this.#line++;
      if (bytes[i] === CR && i + 1 < buffer.end && bytes[i + 1] === LF) i++;
      buffer.from = Math.min(i + 1, buffer.end);
    }
    if (buffer.end - buffer.from <= LONGEST_LINE) return;
    if (!this.#isTooLong) this.#takeLine(decode(bytes, buffer.from, buffer.from + LONGEST_LINE));
    this.#isTooLong = true;
    buffer.from = buffer.end;
  }

  #takeLine(line: string): void {
    const header = MAY_BE_HEADER.test(line) ? exportHeader(line) : undefined;
    if (header) {
      this.#keepMessage();
      this.#begin(line, header.time, header.rest);
    } else if (this.#message) {
      const { text } = this.#message;
      if (text.length < LONGEST_LINE) this.#message.text = `${text}\n${line}`;
    } else if (this.#after === 'nothing' && line.trim() !== '') {
      this.#bad('not-a-message', line);
    }
  }

  #begin(line: string, time: Uint8Array, rest: string): void {
    this.#after = 'other';
    const kind = this.#times.read(time, 0, time.length);
    if (kind !== 'wall' && kind !== 'local') {
      this.#bad(kind === 'instant' || kind === 'clock' ? 'bad-time' : kind, line);
      return;
    }
    const { first, second, year, seconds } = this.#times;
    if (kind === 'local') this.dates.see(first, second, year);
    const [, sender, text = ''] = SENDER.exec(rest) ?? [];
    if (sender === undefined || isSystemText(rest) || isSystemText(text)) return;
    const isEitherOrder = kind === 'local' && first <= 12 && second <= 12;
    const flags = WALL | (isEitherOrder ? EITHER_ORDER : 0);
    this.#message = { line: this.#line, seconds, flags, sender: senderName(sender), text };
  }

  #keepMessage(): void {
    const message = this.#message;
    if (!message) return;
    this.#message = undefined;
    const { store } = this.#reading;
    const name = encode(message.sender);
    const sender = Math.min(store.senders.intern(name, 0, name.length), SENDERS - 1);
    this.#senders.add(sender);
    // Which way the message went is not known yet, so that its text is looked at both ways.
    const text = encode(messageText(message.text));
    this.#lineTexts?.see(message.line, text, 0, text.length);
    this.#texts.scan(text, 0, text.length);
    const { flags, shapeA, shapeB } = this.#texts;
    const reply = stopBits(this.#replies.kind(text, 0, text.length));
    store.add(
      message.seconds,
      0,
      this.#chat,
      message.flags | flags | reply | senderBits(sender),
      message.line,
      shapeA,
      shapeB,
    );
  }

  #bad(reason: TimeFault | 'not-a-message', line: string): void {
    const found = encode(line);
    this.#reading.faults.add(this.#file, this.#line, reason, found, 0, found.length);
  }
}

const SENDERS_OF_GROUP = 3;
const LONGEST_LINE = 1 << 18;

/** Digits or a bracket, after direction marks. */
const MAY_BE_HEADER = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*\[?[\u200e]*\d/;
/** A name holds no quotation marks: those stand in notices about groups. */
const SENDER = /^([^:"“”«»]{1,100}?):(?:\s(.*)|)$/su;
