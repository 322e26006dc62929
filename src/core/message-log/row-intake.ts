import { decode, encode, trimEnd, trimStart } from './bytes.ts';
import { SECOND } from './civil.ts';
import { type ColumnRoles, ROLES, type Role, tellsOwn } from './columns.ts';
import { DateOrderWatch } from './date-order.ts';
import { type Direction, directionReader } from './directions.ts';
import type { RowFaultReason } from './faults.ts';
import { EITHER_ORDER, OUTGOING, stopBits, WALL } from './flags.ts';
import type { LineTexts } from './line-texts.ts';
import { NoticeReader } from './notices.ts';
import type { PlainColumns, PlainRows } from './plain-rows.ts';
import type { PushBuffer } from './push-buffer.ts';
import type { Reading } from './reading.ts';
import { ReplyScan } from './reply-scan.ts';
import { CHAT, CLOCK, DIRECTION, GROUP, ID, IN_MARK, NUMBER, OUT_MARK, RowFields, TEXT, TIME } from './row-fields.ts';
import { TextScan } from './text-scan.ts';
import { type TimeKind, TimeReader } from './time-reader.ts';
import type { WordReader } from './word-reader.ts';

/** Makes messages of rows, or says why a row is none. A reader fills `fields` and then calls `take`. */
export class RowIntake {
  readonly fields = new RowFields();
  readonly dates = new DateOrderWatch();
  /** Whether times came without a zone, and in dates of which only the whole file tells how they are to be read. */
  hasWallTimes = false;
  hasLocalDates = false;

  readonly #reading: Reading;
  readonly #file: number;
  readonly #directions: WordReader<Direction>;
  readonly #notices = new NoticeReader();
  readonly #times = new TimeReader();
  readonly #texts: TextScan;
  readonly #lineTexts: LineTexts | undefined;
  readonly #replies: ReplyScan;
  /** Which fields the rows can have at all: most have few. */
  readonly #hasKinds: boolean;
  readonly #hasClocks: boolean;
  readonly #hasIds: boolean;
  readonly #hasNumbers: boolean;
  readonly #hasMore: boolean;
  #plainRows: PlainRows | undefined;
  #key = new Uint8Array(256);

  constructor(reading: Reading, file: number, roles: ColumnRoles, texts?: LineTexts) {
    this.#lineTexts = texts;
    this.#reading = reading;
    this.#file = file;
    this.#directions = directionReader((roles.direction ?? []).some(tellsOwn));
    this.#texts = new TextScan(reading.words);
    this.#replies = new ReplyScan(reading.words);
    const has = (role: Role) => (roles[role] ?? []).length > 0;
    this.#hasKinds = has('kind') || has('notice');
    this.#hasClocks = has('clock');
    this.#hasIds = has('id');
    this.#hasNumbers = has('number');
    this.#hasMore = ROLES.some((role) => has(role) && !PLAIN_ROLES.includes(role));
  }

  /** What reads plain rows at once; none where rows hold more than a plain one does. */
  beginPlain(columns: PlainColumns): PlainRows | undefined {
    if (this.#hasMore || this.#lineTexts) return undefined;
    this.#plainRows = this.#reading.plainRows;
    this.#plainRows?.begin(columns);
    return this.#plainRows;
  }

  /** Takes as many plain rows as there are, and says how many. */
  takePlain(rows: PlainRows, buffer: PushBuffer, line: number): number {
    const { store } = this.#reading;
    const count = rows.read(store, buffer, line, (start, end) => this.#chat(buffer.bytes, start, end));
    if (rows.hasWallTimes) this.#wall();
    return count;
  }

  bad(line: number, reason: RowFaultReason, bytes?: Uint8Array, start?: number, end?: number): void {
    this.#reading.faults.add(this.#file, line, reason, bytes, start, end);
  }

  take(bytes: Uint8Array, line: number): void {
    const { fields } = this;
    if (this.#hasKinds && this.#notices.isNotice(bytes, fields)) return;
    const wall = this.#readTime(bytes, line);
    if (wall < 0) return;
    const direction = this.#readDirection(bytes, line);
    if (direction < 0) return;
    const chatStart = trimStart(bytes, fields.start(CHAT), fields.end(CHAT));
    const chatEnd = trimEnd(bytes, chatStart, fields.end(CHAT));
    if (chatStart >= chatEnd) {
      this.bad(line, 'no-chat');
      return;
    }
    if (this.#hasIds && fields.has(ID) && !this.#reading.ids.add(bytes, fields.start(ID), fields.end(ID))) return;
    this.#store(bytes, line, wall | direction, this.#chat(bytes, chatStart, chatEnd));
  }

  #store(bytes: Uint8Array, line: number, flags: number, chat: number): void {
    const { seconds, millis } = this.#times;
    const { store } = this.#reading;
    const start = this.fields.start(TEXT);
    const end = this.fields.end(TEXT);
    this.#lineTexts?.see(line, bytes, start, end);
    if ((flags & OUTGOING) === 0) {
      const reply = start < end ? stopBits(this.#replies.kind(bytes, start, end)) : 0;
      store.add(seconds, millis, chat, flags | reply, line, 0, 0);
    } else if (start < end) {
      const texts = this.#texts;
      texts.scan(bytes, start, end);
      store.add(seconds, millis, chat, flags | texts.flags, line, texts.shapeA, texts.shapeB);
    } else {
      store.add(seconds, millis, chat, flags, line, 0, 0);
    }
  }

  /** The flags that the time adds; -1 where it makes the row bad. */
  #readTime(bytes: Uint8Array, line: number): number {
    const { fields } = this;
    const times = this.#times;
    const start = fields.start(TIME);
    const end = fields.end(TIME);
    const kind = this.#hasClocks ? this.#readTimeAndClock(bytes) : times.read(bytes, start, end);
    switch (kind) {
      case 'instant':
      case 'wall': {
        const time = times.seconds * SECOND + times.millis;
        const { earliest, end: tooLate, clock } = this.#reading;
        const instant = kind === 'instant' ? time : clock.instantOf(time);
        if (instant >= earliest && instant < tooLate) return kind === 'instant' ? 0 : this.#wall();
        this.bad(line, instant < earliest ? 'too-early' : 'too-late', bytes, start, end);
        return -1;
      }
      case 'local':
        this.hasLocalDates = true;
        this.#reading.store.keepFile();
        this.dates.see(times.first, times.second, times.year);
        return times.first <= 12 && times.second <= 12 ? this.#wall() | EITHER_ORDER : this.#wall();
      case 'clock':
        this.bad(line, 'bad-time', bytes, start, end);
        return -1;
      default:
        this.bad(line, kind, bytes, start, end);
        return -1;
    }
  }

  #wall(): number {
    this.hasWallTimes = true;
    this.#reading.store.hasWallTimes = true;
    return WALL;
  }

  /** One column may hold the date and another the time of day, or either of them both. */
  #readTimeAndClock(bytes: Uint8Array): TimeKind {
    const { fields } = this;
    const times = this.#times;
    const clock = times.read(bytes, fields.start(CLOCK), fields.end(CLOCK));
    if (isTime(clock)) return clock;
    if (clock !== 'clock') return times.read(bytes, fields.start(TIME), fields.end(TIME));
    return times.readBoth(bytes, fields.start(TIME), fields.end(TIME), fields.start(CLOCK), fields.end(CLOCK));
  }

  #readDirection(bytes: Uint8Array, line: number): number {
    const { fields } = this;
    const start = trimStart(bytes, fields.start(DIRECTION), fields.end(DIRECTION));
    const end = trimEnd(bytes, start, fields.end(DIRECTION));
    if (start >= end) {
      if (fields.has(OUT_MARK)) return OUTGOING;
      if (fields.has(IN_MARK)) return 0;
      this.bad(line, 'no-direction');
      return -1;
    }
    const direction = this.#directions.read(bytes, start, end);
    if (direction === 'unknown') {
      this.bad(line, 'unknown-direction', bytes, start, end);
      return -1;
    }
    const flags = direction === 'out' ? OUTGOING : 0;
    this.#plainRows?.learnDirection(bytes, start, end, flags);
    return flags;
  }

  #chat(bytes: Uint8Array, start: number, end: number): number {
    const { store } = this.#reading;
    const known = store.chats.count;
    const chat =
      this.#hasNumbers && this.fields.has(NUMBER)
        ? this.#chatOfNumber(bytes, start, end)
        : store.chats.intern(bytes, start, end);
    if (chat === known && (endsLikeGroup(bytes, start, end) || this.#saysGroup(bytes))) store.markGroup(chat);
    return chat;
  }

  /** The same person is a chat of its own for each number written to. */
  #chatOfNumber(bytes: Uint8Array, start: number, end: number): number {
    const { store } = this.#reading;
    const number = store.numbers.intern(bytes, this.fields.start(NUMBER), this.fields.end(NUMBER));
    const length = end - start + NUMBER_BYTES;
    if (this.#key.length < length) this.#key = new Uint8Array(length * 2);
    this.#key.set(bytes.subarray(start, end));
    for (let k = 0; k < NUMBER_BYTES; k++) this.#key[end - start + k] = k === 0 ? 0 : (number >>> (8 * (k - 1))) & 0xff;
    const chat = store.chats.intern(this.#key, 0, length);
    store.setNumber(chat, number);
    return chat;
  }

  #saysGroup(bytes: Uint8Array): boolean {
    return this.fields.has(GROUP) && decode(bytes, this.fields.start(GROUP), this.fields.end(GROUP)) === 'true';
  }
}

const PLAIN_ROLES: readonly Role[] = ['time', 'direction', 'chat', 'text'];

/** A zero byte, which no text holds, and the number of the number. */
const NUMBER_BYTES = 5;

function isTime(kind: TimeKind): boolean {
  return kind === 'instant' || kind === 'wall' || kind === 'local';
}

const GROUP_ENDINGS = ['@g.us', '@broadcast', '@newsletter', '-group'].map(encode);

/** Compared as bytes: to decode the names of twenty thousand chats takes longer than all else about them. */
function endsLikeGroup(bytes: Uint8Array, start: number, end: number): boolean {
  return GROUP_ENDINGS.some((ending) => {
    const first = end - ending.length;
    return first >= start && ending.every((byte, k) => bytes[first + k] === byte);
  });
}
