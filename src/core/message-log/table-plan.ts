import { decode } from './bytes.ts';
import { type ColumnSample, isComplete, looksLikeTime, mayHoldMessages } from './column-samples.ts';
import { type ColumnMapping, type ColumnRoles, recogniseColumns, rolesIn } from './columns.ts';
import { PushBuffer } from './push-buffer.ts';
import { RecordScanner } from './record-scanner.ts';
import type { TableLayout } from './table-reader.ts';

export type TablePlan =
  | { state: 'ready'; layout: TableLayout; skip: number }
  | { state: 'needs-mapping'; columns: readonly ColumnSample[]; roles: ColumnRoles }
  | { state: 'no-table' };

/** Finds delimiter, heading and columns of a table by its beginning; `skip` bytes come before the first row. */
export function planTable(beginning: Uint8Array, byHand: ColumnMapping): TablePlan {
  const { delimiter: told, skip: preamble } = separatorLine(beginning);
  const tables = (told === undefined ? DELIMITERS : [told]).map((delimiter) =>
    readSample(beginning, preamble, delimiter),
  );
  const table = tables.toSorted((a, b) => score(b, byHand) - score(a, byHand))[0];
  if (!table || table.records.length === 0) return { state: 'no-table' };
  const { names, columns, heading } = columnsOf(table);
  const roles = recogniseColumns(names, byHand);
  if (!isComplete(columns, roles)) {
    return mayHoldMessages(columns) ? { state: 'needs-mapping', columns, roles } : { state: 'no-table' };
  }
  const line = heading ? table.line + heading.lines : table.firstLine;
  return {
    state: 'ready',
    layout: { delimiter: table.delimiter, names, roles: rolesIn(names, roles), line },
    skip: heading?.next ?? table.start,
  };
}

interface Sample {
  delimiter: number;
  start: number;
  /** The line at which the sample begins, and the one of its first record. */
  firstLine: number;
  line: number;
  records: { cells: string[]; next: number; lines: number }[];
}

const DELIMITERS = [',', ';', '\t', '|'].map((mark) => mark.charCodeAt(0));
const MOST_RECORDS = 20;

/** A spreadsheet's own line such as `sep=;`. */
function separatorLine(beginning: Uint8Array): { delimiter?: number; skip: number } {
  const [line = '', mark] = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(decode(beginning, 0, 16)) ?? [];
  return mark === undefined ? { skip: 0 } : { delimiter: mark.charCodeAt(0), skip: line.length };
}

function readSample(beginning: Uint8Array, start: number, delimiter: number): Sample {
  const buffer = new PushBuffer();
  for (const _ of buffer.append(beginning.subarray(start))) break;
  const scanner = new RecordScanner(delimiter);
  const records: Sample['records'] = [];
  const firstLine = start > 0 ? 2 : 1;
  let line = firstLine;
  while (buffer.from < buffer.end && records.length < MOST_RECORDS) {
    const end = scanner.scan(buffer, true);
    if (end !== 'complete') break;
    const cells = Array.from({ length: scanner.count }, (_, k) => cellText(buffer.bytes, scanner, k));
    buffer.from = scanner.next;
    if (cells.some((cell) => cell !== '')) records.push({ cells, next: start + scanner.next, lines: scanner.lines });
    else if (records.length === 0) line += scanner.lines;
  }
  return { delimiter, start, firstLine, line, records };
}

function cellText(bytes: Uint8Array, { starts, ends, doubled }: RecordScanner, k: number): string {
  const text = decode(bytes, starts[k], ends[k]).trim();
  return doubled.includes(k) ? text.replaceAll('""', '"') : text;
}

/** The right delimiter makes known columns; failing that, many. */
function score(table: Sample, byHand: ColumnMapping): number {
  const { names, columns } = columnsOf(table);
  return (isComplete(columns, recogniseColumns(names, byHand)) ? 1000 : 0) + Math.min(names.length, 100);
}

/** Without a heading the columns are named by their numbers. */
function columnsOf({ records }: Sample) {
  const hasHeading = !(records[0]?.cells ?? []).some(looksLikeTime);
  const heading = hasHeading ? records[0] : undefined;
  const rows = hasHeading ? records.slice(1) : records;
  const width = heading?.cells.length ?? Math.max(0, ...rows.map(({ cells }) => cells.length));
  const names = Array.from({ length: width }, (_, k) => heading?.cells[k] || String(k + 1));
  const columns = names.map((name, k) => ({ name, samples: rows.map(({ cells }) => cells[k] ?? '') }));
  return { names, columns, heading };
}
