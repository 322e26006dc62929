import { joinBytes } from '../join-bytes.ts';
import { encode, withoutNul } from './bytes.ts';
import { chatNameOf, type FileName } from './chat-names.ts';
import type { ColumnSample } from './column-samples.ts';
import type { ColumnMapping, ColumnRoles } from './columns.ts';
import type { DateOrderFinding, DateOrderWatch } from './date-order.ts';
import { type Encoding, Utf8Reader } from './encoding.ts';
import { ExportReader } from './export-reader.ts';
import { detectFormat, type LogFormat, type NoLogReason } from './format.ts';
import { JsonPaths } from './json-paths.ts';
import { planJson } from './json-plan.ts';
import { JsonReader } from './json-reader.ts';
import type { LineTexts } from './line-texts.ts';
import type { Reading } from './reading.ts';
import { RowIntake } from './row-intake.ts';
import { settleFile } from './settle-file.ts';
import { planTable } from './table-plan.ts';
import { TableReader } from './table-reader.ts';

/** What became of a file. */
export type FileOutcome =
  | {
      state: 'read';
      format: LogFormat;
      encoding: Encoding;
      rows: number;
      /** Whether some times came without a zone, and were read in that of the user. */
      hasWallTimes: boolean;
      dateOrder?: DateOrderFinding;
    }
  | { state: 'needs-mapping'; columns: readonly ColumnSample[]; roles: ColumnRoles }
  | { state: 'no-log'; reason: NoLogReason };

export interface LogReaderOptions {
  /** What somebody chose for columns of unknown names. */
  byHand?: ColumnMapping;
  /** Takes the texts of some lines. */
  texts?: LineTexts;
}

/** Reads one file that is pushed in, chunk by chunk, into the log that is being read. */
export class LogReader {
  readonly #reading: Reading;
  readonly #options: LogReaderOptions;
  readonly #file: number;
  readonly #name: FileName;
  readonly #text: Utf8Reader;
  #beginning: Uint8Array[] = [];
  #held = 0;
  #dropped = 0;
  #chosen: Chosen | undefined;
  #outcome: FileOutcome | undefined;

  constructor(reading: Reading, name: FileName, options: LogReaderOptions = {}) {
    this.#reading = reading;
    this.#options = options;
    this.#name = name;
    const { store } = reading;
    this.#file = store.files.length;
    store.beginFile(chatNameOf(name));
    this.#text = new Utf8Reader(reading.language);
  }

  /** Whether more of the file is of any use. */
  get isDone(): boolean {
    return this.#outcome !== undefined;
  }

  feed(chunk: Uint8Array | string): void {
    if (this.#outcome) return;
    this.#take(this.#text.feed(typeof chunk === 'string' ? encode(chunk) : chunk));
  }

  end(): FileOutcome {
    if (this.#outcome) return this.#outcome;
    this.#take(this.#text.end());
    if (!this.#chosen) this.#begin(true);
    this.#outcome ??= this.#chosen ? this.#finish(this.#chosen) : { state: 'no-log', reason: 'empty' };
    return this.#outcome;
  }

  #take(text: Uint8Array): void {
    if (this.#outcome || text.length === 0) return;
    if (this.#chosen) {
      // A table is read fastest where it drops NUL itself.
      this.#chosen.reader.feed(this.#chosen.format === 'table' ? text : withoutNul(text));
      return;
    }
    const part = withoutNul(text);
    this.#beginning.push(part.slice());
    this.#held += part.length;
    this.#dropped += text.length - part.length;
    if (this.#held >= BEGINNING) this.#begin(false);
    else if (this.#dropped > MOST_DROPPED) this.#outcome = { state: 'no-log', reason: 'binary' };
  }

  /** Chooses a reader by the beginning of the file. */
  #begin(isWhole: boolean): void {
    const beginning = joinBytes(this.#beginning, this.#held);
    this.#beginning = [beginning];
    const format = detectFormat(beginning);
    switch (format) {
      case 'table':
        this.#beginTable(beginning);
        break;
      case 'json':
        this.#beginJson(beginning, isWhole);
        break;
      case 'chat-export':
        this.#beginExport(beginning);
        break;
      default:
        this.#outcome = { state: 'no-log', reason: format };
    }
  }

  #beginTable(beginning: Uint8Array): void {
    const plan = planTable(beginning, this.#options.byHand ?? {});
    if (plan.state === 'ready') {
      const intake = this.#intake(plan.layout.roles);
      this.#start('table', new TableReader(intake, plan.layout), intake, beginning.subarray(plan.skip));
    } else {
      this.#outcome = plan.state === 'no-table' ? { state: 'no-log', reason: 'no-table' } : plan;
    }
  }

  #beginJson(beginning: Uint8Array, isWhole: boolean): void {
    const plan = planJson(beginning, isWhole, this.#options.byHand ?? {});
    if (plan.state === 'ready') {
      const intake = this.#intake(plan.roles);
      this.#start('json', new JsonReader(intake, new JsonPaths(plan.roles)), intake, beginning);
    } else if (plan.state !== 'unknown') {
      this.#outcome = plan.state === 'no-messages' ? { state: 'no-log', reason: 'no-messages' } : plan;
    } else if (isWhole || beginning.length > LONGEST_BEGINNING) {
      this.#outcome = { state: 'no-log', reason: plan.isSound && isWhole ? 'empty' : 'no-messages' };
    }
  }

  #beginExport(beginning: Uint8Array): void {
    const reader = new ExportReader(this.#reading, this.#file, chatNameOf(this.#name), this.#options.texts);
    this.#start('chat-export', reader, reader, beginning);
  }

  #intake(roles: ColumnRoles): RowIntake {
    return new RowIntake(this.#reading, this.#file, roles, this.#options.texts);
  }

  #start(format: LogFormat, reader: ByteReader, times: TimesSeen, rest: Uint8Array): void {
    this.#beginning = [];
    this.#chosen = { format, reader, times };
    reader.feed(rest);
  }

  #finish({ format, reader, times }: Chosen): FileOutcome {
    reader.end();
    const { language, lastDay, store } = this.#reading;
    const { hasWallTimes, hasLocalDates } = times;
    const order = times.dates.decide(language, lastDay, format !== 'chat-export');
    if (hasLocalDates) settleFile(this.#reading, this.#file, order);
    const file = store.files[this.#file];
    if (file) file.end = store.count;
    const rows = store.count - (file?.start ?? store.count);
    const encoding = this.#text.encoding ?? 'utf-8';
    return { state: 'read', format, encoding, rows, hasWallTimes, ...(order && { dateOrder: order }) };
  }
}

interface ByteReader {
  feed(chunk: Uint8Array): void;
  end(): void;
}

interface TimesSeen {
  readonly dates: DateOrderWatch;
  readonly hasWallTimes: boolean;
  /** Whether dates came of which only the whole file tells how they are to be read. */
  readonly hasLocalDates: boolean;
}

interface Chosen {
  format: LogFormat;
  reader: ByteReader;
  times: TimesSeen;
}

/** Enough to tell one format from another. */
const BEGINNING = 1 << 16;
const LONGEST_BEGINNING = 1 << 21;
/** What begins with so many NUL is no text that holds some by mistake. */
const MOST_DROPPED = 1 << 23;
