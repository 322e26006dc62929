import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

export interface StoredFile {
  type: string;
  hash: string;
  compressible: boolean;
  as(encoding: Encoding): Promise<Buffer>;
}

/** Files in memory, each compressed once, read anew when it has changed on the disk. */
export class FileStore {
  readonly #stored = new Map<string, { version: string; file: Promise<StoredFile> }>();

  async read(path: string): Promise<StoredFile | undefined> {
    const found = await statOf(path);
    if (!found?.isFile()) return undefined;
    const version = `${found.mtimeMs} ${found.size} ${found.ino}`;
    const stored = this.#stored.get(path);
    if (stored?.version === version) return stored.file;
    const file = load(path);
    this.#stored.set(path, { version, file });
    try {
      return await file;
    } catch {
      // a new build took the file away between our two looks at it
      this.#stored.delete(path);
      return undefined;
    }
  }

  async kindOf(path: string): Promise<'file' | 'folder' | 'missing'> {
    const found = await statOf(path);
    if (found?.isDirectory()) return 'folder';
    return found?.isFile() ? 'file' : 'missing';
  }
}

/** Brotli before gzip, whatever the order in which the browser names them. */
export function chooseEncoding(accepted = ''): Encoding {
  const names = accepted
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .filter(([, quality]) => quality === undefined || Number(quality.replace(/^q=/, '')) > 0)
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding)) ?? 'identity';
}

export function typeOf(path: string): string {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** What is not named here is sent as plain bytes, Pagefind's own packed files among it. */
const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

// The best level takes ten times as long for a few percent, and here nobody has compressed beforehand.
const brotli = (content: Buffer) =>
  promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
const ENCODERS: Record<Encoding, (content: Buffer) => Promise<Buffer>> = {
  br: brotli,
  gzip: (content) => promisify(gzip)(content),
  identity: async (content) => content,
};

async function load(path: string): Promise<StoredFile> {
  const content = await readFile(path);
  const type = typeOf(path);
  const encoded: Partial<Record<Encoding, Promise<Buffer>>> = {};
  return {
    type,
    hash: createHash('sha256').update(content).digest('base64url').slice(0, 22),
    compressible: type.includes('charset=utf-8') || type === 'application/wasm',
    as: (encoding) => (encoded[encoding] ??= ENCODERS[encoding](content)),
  };
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch {
    // whatever hinders us, for a visitor the file is not there
    return undefined;
  }
}
