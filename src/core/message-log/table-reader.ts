import { CR, isAsciiSpace, LF, trimStart } from './bytes.ts';
import type { ColumnRoles } from './columns.ts';
import { plainName, ROLES } from './columns.ts';
import { PushBuffer } from './push-buffer.ts';
import { RecordScanner, undouble } from './record-scanner.ts';
import { placeOf, TIME } from './row-fields.ts';
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
  readonly #buffer = new PushBuffer();
  /** Pairs of a place in the fields of a row and the column that fills it, the preferred column first. */
  readonly #places: Int32Array;
  readonly #columns: Int32Array;
  #line: number;
  #isSkipping = false;

  constructor(intake: RowIntake, { delimiter, names, roles, line }: TableLayout) {
    this.#intake = intake;
    this.#scanner = new RecordScanner(delimiter);
    this.#line = line;
    const plain = names.map(plainName);
    const pairs = ROLES.flatMap((role) =>
      (roles[role] ?? []).flatMap((name) => {
        const column = plain.indexOf(name);
        return column < 0 ? [] : [{ place: placeOf(role), column }];
      }),
    );
    this.#places = Int32Array.from(pairs, ({ place }) => place);
    this.#columns = Int32Array.from(pairs, ({ column }) => column);
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
    if (this.#isSkipping && !this.#skipLine()) return;
    while (buffer.from < buffer.end) {
      const end = scanner.scan(buffer, isLast);
      const length = (end === 'complete' ? scanner.next : buffer.end) - buffer.from;
      if (end === 'incomplete' && length <= LONGEST_ROW) return;
      if (end === 'complete' && length <= LONGEST_ROW) {
        this.#take();
        this.#line += scanner.lines;
        buffer.from = scanner.next;
      } else if (!this.#giveUp(end === 'complete')) {
        return;
      }
    }
  }

  /** The row at hand cannot be read: reading goes on in the next line. False where that line is not there yet. */
  #giveUp(isWhole: boolean): boolean {
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
    return this.#skipLine();
  }

  #skipLine(): boolean {
    const buffer = this.#buffer;
    const breakAt = lineBreak(buffer.bytes, buffer.from, buffer.end);
    const isCarriage = buffer.bytes[breakAt] === CR && breakAt + 1 < buffer.end && buffer.bytes[breakAt + 1] === LF;
    this.#isSkipping = breakAt >= buffer.end;
    buffer.from = Math.min(buffer.end, breakAt + (isCarriage ? 2 : 1));
    return !this.#isSkipping;
  }

  #take(): void {
    const { fields } = this.#intake;
    const { starts, ends, doubled, count } = this.#scanner;
    const { bytes } = this.#buffer;
    for (let k = 0; k < this.#places.length; k++) {
      const place = this.#places[k] ?? 0;
      const column = this.#columns[k] ?? 0;
      const isFirst = k === 0 || place !== this.#places[k - 1];
      if (!isFirst && fields.has(place)) continue;
      const start = column < count ? (starts[column] ?? 0) : 0;
      const end = column < count ? (ends[column] ?? 0) : 0;
      fields.set(place, start, doubled[column] === 1 && start < end ? undouble(bytes, start, end) : end);
    }
    const hasTime = fields.has(TIME) && !isAsciiSpace(bytes[fields.start(TIME)] ?? 0);
    if (hasTime || !this.#isBlank()) this.#intake.take(bytes, this.#line);
  }

  #isBlank(): boolean {
    const { starts, ends, count } = this.#scanner;
    const { bytes } = this.#buffer;
    for (let k = 0; k < count; k++) if (trimStart(bytes, starts[k] ?? 0, ends[k] ?? 0) < (ends[k] ?? 0)) return false;
    return true;
  }
}

/** A message has 65,536 characters at most. */
const LONGEST_ROW = 1 << 19;

function lineBreak(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) if (bytes[i] === LF || bytes[i] === CR) return i;
  return end;
}
