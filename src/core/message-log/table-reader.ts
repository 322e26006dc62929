import { CR, isAsciiSpace, LF, trimStart } from './bytes.ts';
import type { ColumnRoles } from './columns.ts';
import { plainName, ROLES } from './columns.ts';
import type { PlainRows } from './plain-rows.ts';
import { PushBuffer } from './push-buffer.ts';
import { EMPTY_CELL, RecordScanner, undouble } from './record-scanner.ts';
import { CHAT, DIRECTION, placeOf, TEXT, TIME } from './row-fields.ts';
import type { RowIntake } from './row-intake.ts';

export interface TableLayout {
  delimiter: number;
  /** The names of the columns, in their order. */
  names: readonly string[];
  roles: ColumnRoles;
  /** Line of the first row. */
  line: number;
}

/** Reads the rows of a table: CSV, or the like with tabs or semicolons. */
export class TableReader {
  readonly #intake: RowIntake;
  readonly #scanner: RecordScanner;
  readonly #buffer: PushBuffer;
  readonly #plain: PlainRows | undefined;
  /** How many rows are read one by one before plain ones are looked for again. */
  #pause = 0;
  #nextPause = 1;
  /** The roles that several columns may fill, the preferred one first. */
  readonly #choices: readonly { place: number; columns: readonly number[] }[];
  #line: number;
  #isSkipping = false;

  constructor(intake: RowIntake, { delimiter, names, roles, line }: TableLayout) {
    this.#intake = intake;
    this.#scanner = new RecordScanner(delimiter);
    this.#line = line;
    const plain = names.map(plainName);
    const filled = ROLES.map((role) => ({
      place: placeOf(role),
      columns: (roles[role] ?? []).map((name) => plain.indexOf(name)).filter((column) => column >= 0),
    }));
    intake.fields.lookAt(this.#scanner.starts, this.#scanner.ends, EMPTY_CELL);
    for (const { place, columns } of filled) intake.fields.point(place, columns[0] ?? EMPTY_CELL);
    this.#choices = filled.filter(({ columns }) => columns.length > 1);
    this.#plain = this.#choices.length > 0 ? undefined : intake.beginPlain(plainColumns(delimiter, filled));
    this.#buffer = new PushBuffer(this.#plain?.room);
  }

  feed(chunk: Uint8Array): void {
    for (const part of this.#buffer.append(chunk)) if (part) this.#read(false);
  }

  end(): void {
    this.#read(true);
  }

  #read(isLast: boolean): void {
    const buffer = this.#buffer;
    const scanner = this.#scanner;
    if (this.#isSkipping && !this.#skipLine(isLast)) return;
    while (buffer.from < buffer.end) {
      this.#takePlain();
      if (buffer.from >= buffer.end) return;
      const end = scanner.scan(buffer, isLast);
      if (end === 'nul') {
        buffer.dropNul();
        continue;
      }
      const length = (end === 'complete' ? scanner.next : buffer.end) - buffer.from;
      if (end === 'incomplete' && length <= LONGEST_ROW) return;
      if (end === 'complete' && length <= LONGEST_ROW) {
        this.#take();
        this.#line += scanner.lines;
        buffer.from = scanner.next;
      } else if (!this.#giveUp(end === 'complete', isLast)) {
        return;
      }
    }
  }

  /** Takes the rows that need no closer look; where hardly any do, it is not tried at every row. */
  #takePlain(): void {
    const plain = this.#plain;
    const buffer = this.#buffer;
    if (plain === undefined || buffer.bytes !== plain.room) return;
    if (this.#pause > 0) {
      this.#pause--;
      return;
    }
    let count: number;
    do {
      count = this.#intake.takePlain(plain, buffer, this.#line);
      buffer.from = plain.next;
      this.#line = plain.line;
    } while (count === plain.most);
    this.#nextPause = count < FEW ? Math.min(this.#nextPause * 2, LONGEST_PAUSE) : 1;
    this.#pause = this.#nextPause - 1;
  }

  /** The row at hand cannot be read: reading goes on in the next line. False where that line is not there yet. */
  #giveUp(isWhole: boolean, isLast: boolean): boolean {
    const { bytes, from, end } = this.#buffer;
    const { lines, next } = this.#scanner;
    const breakAt = lineBreak(bytes, from, end);
    const isOneLine = isWhole ? lines === 1 : breakAt >= end;
    this.#intake.bad(
      this.#line,
      isOneLine && end - from > LONGEST_ROW ? 'too-long' : 'unclosed-quote',
      bytes,
      from,
      breakAt,
    );
    this.#line++;
    if (isWhole && isOneLine) {
      this.#buffer.from = next;
      return true;
    }
    this.#isSkipping = true;
    return this.#skipLine(isLast);
  }

  /** False where the line goes on beyond what is there. */
  #skipLine(isLast: boolean): boolean {
    const buffer = this.#buffer;
    const { bytes, end } = buffer;
    const breakAt = lineBreak(bytes, buffer.from, end);
    const isCut = bytes[breakAt] === CR && breakAt + 1 >= end && !isLast;
    this.#isSkipping = breakAt >= end || isCut;
    const isPair = bytes[breakAt] === CR && breakAt + 1 < end && bytes[breakAt + 1] === LF;
    buffer.from = this.#isSkipping ? breakAt : breakAt + (isPair ? 2 : 1);
    return !this.#isSkipping;
  }

  #take(): void {
    const { fields } = this.#intake;
    const { bytes } = this.#buffer;
    if (this.#scanner.doubled.length > 0) this.#undouble();
    for (const { place, columns } of this.#choices) this.#choose(place, columns);
    const hasTime = fields.has(TIME) && !isAsciiSpace(bytes[fields.start(TIME)] ?? 0);
    if (hasTime || !this.#isBlank()) this.#intake.take(bytes, this.#line);
  }

  #choose(place: number, columns: readonly number[]): void {
    const { starts, ends } = this.#scanner;
    const column = columns.find((one) => (starts[one] ?? 0) < (ends[one] ?? 0));
    this.#intake.fields.point(place, column ?? EMPTY_CELL);
  }

  #undouble(): void {
    const { starts, ends, doubled } = this.#scanner;
    for (const column of doubled) ends[column] = undouble(this.#buffer.bytes, starts[column] ?? 0, ends[column] ?? 0);
  }

  #isBlank(): boolean {
    const { starts, ends, count } = this.#scanner;
    const { bytes } = this.#buffer;
    for (let k = 0; k < count; k++) if (trimStart(bytes, starts[k] ?? 0, ends[k] ?? 0) < (ends[k] ?? 0)) return false;
    return true;
  }
}

/** Plain rows in a row that are worth having looked for them. */
const FEW = 4;
const LONGEST_PAUSE = 256;

/** A message has 65,536 characters at most. */
const LONGEST_ROW = 1 << 19;

function plainColumns(delimiter: number, filled: readonly { place: number; columns: readonly number[] }[]) {
  const column = (place: number) => filled.find((one) => one.place === place)?.columns[0] ?? -1;
  const text = column(TEXT);
  const columns = { delimiter, time: column(TIME), direction: column(DIRECTION), chat: column(CHAT) };
  return text < 0 ? columns : { ...columns, text };
}

function lineBreak(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) if (bytes[i] === LF || bytes[i] === CR) return i;
  return end;
}
