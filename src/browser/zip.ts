import { chunksOf } from './chunks.ts';

/** Reads archives from a file on disk, without ever holding one of their files as a whole. */

export interface ZipEntry {
  name: string;
  /** Bytes in the archive. */
  compressedSize: number;
  method: number;
  isEncrypted: boolean;
  /** Where in the archive its own heading begins. */
  offset: number;
}

/** `unsupported`: larger than 4 GB, encrypted, or compressed in an unusual way. */
export type ZipFault = 'broken' | 'unsupported' | 'too-large';

export type ZipListing = { state: 'listed'; entries: ZipEntry[] } | { state: 'fault'; fault: ZipFault };

/** The files in an archive, without folders and without what a Mac adds. */
export async function listZip(archive: Blob): Promise<ZipListing> {
  const tail = await viewOf(archive, archive.size - LONGEST_TAIL, archive.size);
  const end = findEnd(tail);
  if (end < 0) return { state: 'fault', fault: 'broken' };
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (start === NEEDS_64_BITS || size === NEEDS_64_BITS) return { state: 'fault', fault: 'unsupported' };
  if (size > LONGEST_DIRECTORY) return { state: 'fault', fault: 'too-large' };
  const entries = readDirectory(await viewOf(archive, start, start + size), tail.getUint16(end + 10, true));
  return entries ? { state: 'listed', entries: entries.filter(isFile) } : { state: 'fault', fault: 'broken' };
}

/**
 * Unpacks one file, handing it over in pieces; `take` answers false when it has seen enough. No more than `limit`
 * bytes come out, whatever the archive claims.
 */
export async function unzipEntry(
  archive: Blob,
  entry: ZipEntry,
  limit: number,
  take: (piece: Uint8Array) => boolean,
): Promise<'complete' | 'stopped' | ZipFault> {
  if (entry.isEncrypted || (entry.method !== STORED && entry.method !== DEFLATED)) return 'unsupported';
  const heading = await viewOf(archive, entry.offset, entry.offset + HEADING);
  if (heading.byteLength < HEADING || heading.getUint32(0, true) !== HEADING_MARK) return 'broken';
  const start = entry.offset + HEADING + heading.getUint16(26, true) + heading.getUint16(28, true);
  const packed = slicesOf(archive, start, start + entry.compressedSize);
  const pieces = entry.method === STORED ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  let left = limit;
  try {
    for await (const piece of chunksOf(pieces)) {
      if (piece.length > left) return 'too-large';
      left -= piece.length;
      if (!take(piece)) return 'stopped';
    }
    return 'complete';
  } catch {
    return 'broken';
  }
}

const STORED = 0;
const DEFLATED = 8;
const HEADING = 30;
const HEADING_MARK = 0x0403_4b50;
const DIRECTORY_MARK = 0x0201_4b50;
const END_MARK = 0x0605_4b50;
const END = 22;
const LONGEST_TAIL = END + 0xffff;
const LONGEST_DIRECTORY = 1 << 25;
const NEEDS_64_BITS = 0xffff_ffff;

async function viewOf(archive: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await archive.slice(Math.max(0, start), Math.max(0, end)).arrayBuffer());
}

/** The end of the directory stands at the end of the archive, before a comment. */
function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END; at >= 0; at--) if (tail.getUint32(at, true) === END_MARK) return at;
  return -1;
}

function readDirectory(directory: DataView, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let k = 0; k < count; k++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== DIRECTORY_MARK) return undefined;
    const nameLength = directory.getUint16(at + 28, true);
    const next = at + 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) return undefined;
    entries.push({
      name: nameOf(new Uint8Array(directory.buffer, at + 46, nameLength)),
      compressedSize: directory.getUint32(at + 20, true),
      method: directory.getUint16(at + 10, true),
      isEncrypted: (directory.getUint16(at + 8, true) & 1) === 1,
      offset: directory.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** Old archives name their files in the code page of some system; a name is only shown. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isFile({ name }: ZipEntry): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/');
}

/**
 * A stretch of the archive in small slices: the browser turns each into all of its output at once, a thousand times
 * as much at worst.
 */
function slicesOf(archive: Blob, start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = start;
  let block = new Uint8Array();
  let used = 0;
  return new ReadableStream({
    async pull(controller) {
      if (used === block.length) {
        block = new Uint8Array(await archive.slice(at, Math.min(at + BLOCK, end)).arrayBuffer());
        at += block.length;
        used = 0;
        if (block.length === 0) {
          controller.close();
          return;
        }
      }
      controller.enqueue(block.slice(used, used + SLICE));
      used = Math.min(block.length, used + SLICE);
    },
  });
}

const BLOCK = 1 << 18;
const SLICE = 1 << 12;
