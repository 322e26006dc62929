import { code } from 'assembly:plain-rows';
import { piecesOf } from '../../browser/pieces.ts';
import { listZip, unzipEntry, type ZipEntry, type ZipFault } from '../../browser/zip.ts';
import { LineTexts } from '../../core/message-log/line-texts.ts';
import { type FileOutcome, LogReader } from '../../core/message-log/log-reader.ts';
import type { Columns, Shelved } from '../../core/message-log/message-store.ts';
import { findOwnSender, type OwnSender } from '../../core/message-log/own-sender.ts';
import { PlainRows } from '../../core/message-log/plain-rows.ts';
import { type Reading, startReading } from '../../core/message-log/reading.ts';
import { type FileFault, type LinesOfFile, type ReadTask, type Senders, type Texts, textKey } from './protocol.ts';

export interface ReadLog {
  reading: Reading;
  own: OwnSender;
  /** In the order of the store's files. */
  files: ReadFile[];
  /** Files of which nothing could be read at all. */
  faults: FileFault[];
}

interface ReadFile {
  name: string;
  archive?: string;
  outcome: FileOutcome;
  /** What a mapping by hand is kept under. */
  key: string;
  /** Where the text lies, to be read once more. */
  blob: Blob;
  entry?: ZipEntry;
}

export interface Watch {
  /** Whether somebody still waits for the result. */
  isWanted(): boolean;
  progress(progress: { done: number; total: number; rows: number }): void;
}

/** Reads the files one after another; nothing comes of it when nobody wants it any more. */
export async function readLog(task: ReadTask, watch: Watch): Promise<ReadLog | undefined> {
  const plainRows = takePlainRows();
  try {
    return await readWith(startReading(task.options, { plainRows, shelve }), task, watch);
  } finally {
    idlePlainRows = plainRows;
  }
}

async function readWith(reading: Reading, task: ReadTask, watch: Watch): Promise<ReadLog | undefined> {
  const log: ReadLog = { reading, own: { state: 'known' }, files: [], faults: [] };
  const total = task.files.reduce((bytes, { size }) => bytes + size, 0);
  let before = 0;
  let told = performance.now();
  const progress = (done: number) => {
    const now = performance.now();
    if (now - told < BETWEEN_TELLING) return;
    told = now;
    watch.progress({ done: before + done, total, rows: reading.store.count });
  };
  for (const file of task.files) {
    if (!watch.isWanted()) return undefined;
    const work = new FileWork(log, task, watch, progress);
    try {
      if (await isArchive(file)) await work.readArchive(file);
      else await work.readFile(file);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      log.faults.push({ name: file.name, reason: 'unreadable' });
    }
    before += file.size;
  }
  if (!watch.isWanted()) return undefined;
  log.own = findOwnSender(reading.store);
  return log;
}

/** What is wrong with whole files. */
export function faultsOf({ reading, files, faults }: ReadLog): FileFault[] {
  const ofFiles = files.flatMap(({ name, outcome }, file): FileFault[] => {
    if (outcome.state === 'no-log') return [{ name, reason: outcome.reason }];
    if (outcome.state !== 'read' || outcome.rows > 0) return [];
    const hasBadRows = reading.faults.first.some((fault) => fault.file === file);
    return [{ name, reason: hasBadRows ? 'no-rows' : 'empty' }];
  });
  return [...faults, ...ofFiles];
}

export function sendersOf({ reading: { store } }: ReadLog): Senders {
  const senders = new Set(store.files.flatMap(({ senders: ofFile = [] }) => ofFile));
  const own = store.files.find(({ self = -1 }) => self >= 0)?.self;
  return {
    senders: [...senders].map((sender) => store.senders.text(sender)),
    ...(own !== undefined && { own: store.senders.text(own) }),
  };
}

/** Texts of some rows, by reading their files once more. */
export async function textsOf(log: ReadLog, task: ReadTask, wanted: readonly LinesOfFile[]): Promise<Texts> {
  const texts: Record<string, string> = {};
  for (const { file, lines } of wanted) {
    const read = log.files[file];
    if (!read) continue;
    const found = new LineTexts(lines);
    const byHand = task.mappings[read.key];
    const reader = new LogReader(startReading(task.options), nameOf(read), { texts: found, ...(byHand && { byHand }) });
    const take = (piece: Uint8Array) => {
      reader.feed(piece);
      return found.found.size < lines.length;
    };
    if (read.entry) await unzipEntry(read.blob, read.entry, MOST_UNPACKED, take);
    else await feed(read.blob, take);
    reader.end();
    for (const [line, text] of found.found) texts[textKey(file, line)] = text;
  }
  return texts;
}

class FileWork {
  readonly #log: ReadLog;
  readonly #task: ReadTask;
  readonly #watch: Watch;
  readonly #progress: (done: number) => void;

  constructor(log: ReadLog, task: ReadTask, watch: Watch, progress: (done: number) => void) {
    this.#log = log;
    this.#task = task;
    this.#watch = watch;
    this.#progress = progress;
  }

  async readFile(file: File): Promise<void> {
    let done = 0;
    await this.#read({ name: file.name }, { blob: file }, (take) =>
      feed(file, (piece) => {
        done += piece.length;
        this.#progress(done);
        return take(piece) && this.#watch.isWanted();
      }),
    );
  }

  async readArchive(archive: File): Promise<void> {
    const { faults, files } = this.#log;
    const listing = await listZip(archive);
    if (listing.state === 'fault') {
      faults.push({ name: archive.name, reason: listing.fault });
      return;
    }
    const before = files.length;
    let fault: ZipFault | undefined;
    let left = MOST_UNPACKED;
    let done = 0;
    for (const entry of listing.entries) {
      if (!this.#watch.isWanted()) return;
      let unpacked = 0;
      const place = { blob: archive, entry };
      await this.#read({ name: entry.name, archive: archive.name }, place, async (take) => {
        const end = await unzipEntry(archive, entry, left, (piece) => {
          unpacked += piece.length;
          this.#progress(done + Math.min(entry.compressedSize, unpacked / PACKING));
          return take(piece) && this.#watch.isWanted();
        });
        if (end === 'complete' || end === 'stopped') return true;
        fault ??= end;
        return false;
      });
      left -= unpacked;
      done += entry.compressedSize;
    }
    // Pictures and the like beside a chat are no news, but an archive without any chat is.
    const hasLog = this.#log.files.slice(before).some(({ outcome }) => outcome.state !== 'no-log');
    if (fault || !hasLog) faults.push({ name: archive.name, reason: fault ?? 'no-chat' });
  }

  async #read(
    name: { name: string; archive?: string },
    { blob, entry }: { blob: Blob; entry?: ZipEntry },
    push: (take: (piece: Uint8Array) => boolean) => Promise<boolean>,
  ): Promise<void> {
    const { reading, files } = this.#log;
    const { store } = reading;
    let byHand = this.#task.mappings[''];
    let key = '';
    for (let tries = 0; tries < 2; tries++) {
      const place = store.files.length;
      const reader = new LogReader(reading, name, byHand && { byHand });
      const isWhole = await push((piece) => {
        reader.feed(piece);
        return !reader.isDone;
      });
      const outcome = isWhole ? reader.end() : undefined;
      if (outcome?.state === 'needs-mapping') {
        key = outcome.columns.map((column) => column.name).join('\u0000');
        byHand = this.#task.mappings[key];
        if (byHand && tries === 0) {
          store.files.length = place;
          continue;
        }
      }
      const isKept = outcome && !(entry && outcome.state === 'no-log');
      if (!isKept) {
        store.files.length = place;
        return;
      }
      files.push({ ...name, outcome, key, blob, ...(entry && { entry }) });
      return;
    }
  }
}

/** Milliseconds: the bar need not move at every piece, and to draw it takes time from reading. */
const BETWEEN_TELLING = 150;
/** How many bytes of an archive may come out of it: a chat is far smaller, and what only pretends to be one is not. */
const MOST_UNPACKED = 1 << 29;
/** How much a chat shrinks when it is packed, for the bar. */
const PACKING = 4;

/** Hands a file over piece by piece. */
async function feed(file: Blob, take: (piece: Uint8Array) => boolean): Promise<boolean> {
  for await (const piece of piecesOf(file)) if (!take(piece)) break;
  return true;
}

async function isArchive(file: Blob): Promise<boolean> {
  const [p, k, third = 0] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return p === 0x50 && k === 0x4b && (third === 3 || third === 5);
}

function nameOf({ name, archive }: ReadFile): { name: string; archive?: string } {
  return { name, ...(archive !== undefined && { archive }) };
}

/** The browser keeps what is in a blob where it finds room, on the disk if need be, and drops it with the page. */
function shelve({ seconds, chat, flags, line, shapeA, shapeB, millis }: Columns): Shelved {
  const blob = new Blob([seconds, chat, flags, line, shapeA, shapeB, ...(millis ? [millis] : [])]);
  const { length } = seconds;
  return {
    async fetch() {
      const buffer = await blob.arrayBuffer();
      const column = (place: number) => new Uint32Array(buffer, place * length * 4, length);
      return {
        seconds: column(0),
        chat: column(1),
        flags: column(2),
        line: column(3),
        shapeA: column(4),
        shapeB: column(5),
        millis: millis && new Uint16Array(buffer, length * 24, length),
      };
    },
  };
}

/** What reads plain rows at once, while nobody uses it; undefined where the browser cannot run it. */
let idlePlainRows: PlainRows | undefined;
let module: WebAssembly.Module | undefined;
let isCompiled = false;

function takePlainRows(): PlainRows | undefined {
  if (!isCompiled) module = compiled();
  isCompiled = true;
  const rows = idlePlainRows ?? (module && new PlainRows(module));
  idlePlainRows = undefined;
  return rows;
}

function compiled(): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0)));
  } catch (error) {
    console.info('Rows are read one by one.', error);
    return undefined;
  }
}

/** A folder, or a file that was moved or changed since it was chosen. */
function isUnreadable(error: unknown): boolean {
  return error instanceof DOMException;
}
