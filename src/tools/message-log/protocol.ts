import type { ColumnSample } from '../../core/message-log/column-samples.ts';
import type { ColumnMapping, ColumnRoles } from '../../core/message-log/columns.ts';
import type { RowFault } from '../../core/message-log/faults.ts';
import type { LogAnalysis, LogChoice, MessageLogRules } from '../../core/message-log/figures.ts';
import type { NoLogReason } from '../../core/message-log/format.ts';
import type { FileOutcome } from '../../core/message-log/log-reader.ts';
import type { ReadingOptions } from '../../core/message-log/reading.ts';

/** What page and worker say to each other. An answer carries the number of the task that it answers. */
export type Task =
  | ReadTask
  /** Another look at the log that was read. */
  | { kind: 'look'; task: number; choice: LogChoice }
  /** Who of the senders is the number itself. */
  | { kind: 'own-sender'; task: number; name: string; choice: LogChoice }
  | { kind: 'texts'; task: number; lines: readonly LinesOfFile[] }
  | { kind: 'stop'; task: number };

export interface ReadTask {
  /** A rehearsal is read like a log; of what comes of it nothing is shown. */
  kind: 'read' | 'rehearse';
  task: number;
  files: readonly File[];
  options: ReadingOptions;
  rules: MessageLogRules;
  choice: LogChoice;
  /** What somebody chose for the columns of files, by the names of these columns. */
  mappings: Readonly<Record<string, ColumnMapping>>;
}

export interface LinesOfFile {
  file: number;
  lines: readonly number[];
}

export type Answer = { task: number } & (
  | { kind: 'progress'; done: number; total: number; rows: number }
  | ({ kind: 'needs-mapping'; key: string; columns: readonly ColumnSample[]; roles: ColumnRoles; file: string } & Told)
  | ({ kind: 'needs-own-sender'; senders: readonly string[] } & Told)
  | ({ kind: 'shown' | 'rehearsed'; analysis: LogAnalysis } & Senders & Told)
  | ({ kind: 'numbers' } & ByNumber)
  | { kind: 'texts'; texts: Texts }
  | ({ kind: 'nothing' } & Told)
  | { kind: 'broken' }
);

/** Who wrote in the chat exports, and who of them is the number itself. */
export interface Senders {
  senders: readonly string[];
  own?: string;
}

/** How the files were read, as far as they were. */
export interface Told {
  files: readonly FileReport[];
  faults: readonly FileFault[];
  rowsBad: number;
  badRows: readonly RowFault[];
}

/** Files by the order in which they were read; those in archives one by one. */
export interface FileReport {
  name: string;
  archive?: string;
  outcome: FileOutcome;
}

export type FileFaultReason =
  | NoLogReason
  | 'no-rows'
  | 'unreadable'
  | 'broken'
  | 'unsupported'
  | 'too-large'
  | 'no-chat';

export interface FileFault {
  name: string;
  reason: FileFaultReason;
}

export interface ByNumber {
  numbers: readonly NumberAnalysis[];
  /** All numbers together, whichever is being looked at. */
  total: LogAnalysis;
}

export interface NumberAnalysis {
  number: string;
  analysis: LogAnalysis;
}

/** Texts by file and line. */
export type Texts = Readonly<Record<string, string>>;

export function textKey(file: number, line: number): string {
  return `${file}:${line}`;
}
