import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { listZip, unzipEntry } from './zip.ts';

interface Packed {
  name: string | Uint8Array;
  content?: string | Uint8Array;
  method?: number;
  flags?: number;
  /** Instead of what packing the content gives. */
  packed?: Uint8Array;
}

/** An archive as phones write it: sizes only in the directory. */
function zipOf(files: readonly Packed[], comment = ''): Blob {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content = '', method = 8, flags = 0x0808, packed } of files) {
    const nameBytes = typeof name === 'string' ? new TextEncoder().encode(name) : name;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const data = packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const local = Buffer.alloc(30 + 4);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(nameBytes.length, 26);
    local.writeUInt16LE(4, 28);
    const heading = Buffer.concat([local.subarray(0, 30), nameBytes, local.subarray(30)]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, nameBytes);
    parts.push(heading, data);
    offset += heading.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Blob([Buffer.concat([...parts, list, end]), comment]);
}

async function unpacked(archive: Blob, place = 0, limit = 1e9, enough = Number.POSITIVE_INFINITY) {
  const listing = await listZip(archive);
  if (listing.state === 'fault') return { end: listing.fault, text: '', pieces: [] };
  const entry = listing.entries[place];
  if (!entry) throw new Error('no such entry');
  const pieces: Uint8Array[] = [];
  const end = await unzipEntry(archive, entry, limit, (piece) => {
    pieces.push(piece);
    return pieces.length < enough;
  });
  return { end, text: Buffer.concat(pieces).toString(), pieces };
}

async function namesIn(archive: Blob) {
  const listing = await listZip(archive);
  return listing.state === 'listed' ? listing.entries.map(({ name }) => name) : listing.fault;
}

describe('an archive', () => {
  it('lists its files, without folders and without what a Mac adds', async () => {
    const names = ['_chat.txt', 'photos/', 'photos/1.jpg', '__MACOSX/._chat.txt', 'Чат.txt'];
    expect(await namesIn(zipOf(names.map((name) => ({ name }))))).toEqual(['_chat.txt', 'photos/1.jpg', 'Чат.txt']);
  });

  it('may carry a comment', async () => {
    expect(await namesIn(zipOf([{ name: 'a.txt' }], 'x'.repeat(3000)))).toEqual(['a.txt']);
  });

  it('may name a file in an old code page', async () => {
    expect(await namesIn(zipOf([{ name: Uint8Array.from([0x61, 0xe9]) }]))).toEqual(['aé']);
  });

  it('may be empty', async () => {
    expect(await namesIn(zipOf([]))).toEqual([]);
  });

  test.each<[string, Blob, string]>([
    ['nothing', new Blob([]), 'broken'],
    ['something else', new Blob(['PK\u0003\u0004 but no archive'.repeat(100)]), 'broken'],
    ['cut off at its end', zipOf([{ name: 'a.txt', content: 'x' }]).slice(0, 40), 'broken'],
    ['cut off at its beginning', zipOf([{ name: 'a.txt', content: 'x'.repeat(50) }]).slice(20), 'broken'],
  ])('%s is %s', async (_, archive, fault) => expect(await namesIn(archive)).toBe(fault));
});

describe('a file in an archive', () => {
  const long = Array.from({ length: 50_000 }, (_, k) => `line ${k}`).join('\n');

  it.each([0, 8])('comes out whole, packed by method %i', async (method) => {
    const archive = zipOf([
      { name: 'first', content: 'other' },
      { name: 'second', content: long, method },
      { name: 'third' },
    ]);
    expect(await unpacked(archive, 1)).toMatchObject({ end: 'complete', text: long });
    expect(await unpacked(archive, 2)).toMatchObject({ end: 'complete', text: '' });
  });

  it('stops when enough was seen', async () => {
    const { end, pieces } = await unpacked(zipOf([{ name: 'a', content: long }]), 0, 1e9, 1);
    expect(end).toBe('stopped');
    expect(pieces).toHaveLength(1);
  });

  it('stops at the limit', async () => {
    expect(await unpacked(zipOf([{ name: 'a', content: 'x'.repeat(100) }]), 0, 100)).toMatchObject({ end: 'complete' });
    expect(await unpacked(zipOf([{ name: 'a', content: 'x'.repeat(101) }]), 0, 100)).toMatchObject({
      end: 'too-large',
    });
  });

  it('comes in bounded pieces, however small a bomb is packed', { timeout: 30_000 }, async () => {
    const bomb = zipOf([{ name: 'a', content: new Uint8Array(100_000_000) }]);
    expect(bomb.size).toBeLessThan(200_000);
    const { end, pieces } = await unpacked(bomb, 0, 20_000_000);
    expect(end).toBe('too-large');
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(5_000_000);
  });

  test.each<[string, Packed, string]>([
    ['encrypted', { name: 'a', content: 'x', flags: 1 }, 'unsupported'],
    ['packed in another way', { name: 'a', content: 'x', method: 12 }, 'unsupported'],
    ['broken', { name: 'a', packed: Uint8Array.from([0xff, 0xff, 0xff]) }, 'broken'],
    ['cut off', { name: 'a', packed: deflateRawSync(long).subarray(0, 5000) }, 'broken'],
  ])('%s: %s', async (_, file, end) => expect(await unpacked(zipOf([file]))).toMatchObject({ end }));
});
