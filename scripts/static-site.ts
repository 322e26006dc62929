import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { chooseEncoding, FileStore, type StoredFile } from './file-store.ts';
import { type HeaderRule, headersFor, parseHeadersFile } from './headers-file.ts';

export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body?: Buffer | string;
}

const FOREVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';
/** Read by the host, never sent. */
const HOST_FILES = ['_headers', '_redirects'];

/** Answers requests for the files of a folder as static hosts do. */
export class StaticSite {
  readonly #root: string;
  readonly #base: string;
  readonly #files = new FileStore();
  #rules: { from: StoredFile | undefined; list: HeaderRule[] } = { from: undefined, list: [] };

  constructor(root: string, base: string) {
    this.#root = root;
    this.#base = base;
  }

  async answer(request: IncomingMessage): Promise<Answer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return { ...plain(405, 'Only GET and HEAD are answered.'), headers: { Allow: 'GET, HEAD' } };
    }
    const [rawPath = '', ...query] = (request.url ?? '').split('?');
    const path = decodePath(rawPath);
    if (path === undefined) return plain(400, 'This is no address of a page.');
    if (`${path}/` === this.#base) return redirect(this.#base, query);
    const inside = path.startsWith(this.#base) ? path.slice(this.#base.length) : undefined;
    const kind = inside === undefined ? 'missing' : await this.#files.kindOf(join(this.#root, inside));
    if (kind === 'folder' && !path.endsWith('/')) return redirect(`${rawPath}/`, query);
    const file = inside === undefined || HOST_FILES.includes(inside) ? undefined : await this.#fileAt(inside);
    return file ? this.#found(request, path, file) : this.#notFound(request, path);
  }

  #fileAt(inside: string): Promise<StoredFile | undefined> {
    const isFolder = inside === '' || inside.endsWith('/');
    return this.#files.read(join(this.#root, inside, isFolder ? 'index.html' : ''));
  }

  async #found(request: IncomingMessage, path: string, file: StoredFile): Promise<Answer> {
    const answer = await this.#withFile(request, path, file);
    const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (!known.includes(String(answer.headers['ETag'])) && !known.includes('*')) return { status: 200, ...answer };
    const { 'Content-Length': _, 'Content-Encoding': __, ...headers } = answer.headers;
    return { status: 304, headers };
  }

  async #notFound(request: IncomingMessage, path: string): Promise<Answer> {
    const page = await this.#files.read(join(this.#root, '404.html'));
    if (!page) return plain(404, 'There is no such page.');
    const { headers, ...answer } = await this.#withFile(request, path, page);
    return { status: 404, ...answer, headers: { ...headers, 'Cache-Control': ASK_EACH_TIME } };
  }

  async #withFile(request: IncomingMessage, path: string, file: StoredFile): Promise<Omit<Answer, 'status'>> {
    const encoding = file.compressible ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    const body = await file.as(encoding);
    const own = {
      'Content-Type': file.type,
      'Content-Length': body.length,
      'Cache-Control': path.startsWith(`${this.#base}_astro/`) ? FOREVER : ASK_EACH_TIME,
      ETag: `"${file.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`,
      ...(file.compressible && { Vary: 'Accept-Encoding' }),
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    };
    const headers = override(own, headersFor(await this.#headerRules(), path));
    return request.method === 'HEAD' ? { headers } : { headers, body };
  }

  async #headerRules(): Promise<HeaderRule[]> {
    const file = await this.#files.read(join(this.#root, '_headers'));
    if (file !== this.#rules.from) {
      const text = file ? String(await file.as('identity')) : '';
      this.#rules = { from: file, list: parseHeadersFile(text) };
    }
    return this.#rules.list;
  }
}

/** The path as the file system will see it, or nothing when it could lead out of the folder. */
function decodePath(raw: string): string | undefined {
  try {
    const path = decodeURIComponent(raw);
    const isHarmless =
      path.startsWith('/') &&
      !['\\', '\0', '//'].some((trick) => path.includes(trick)) &&
      !path.split('/').some(isDots);
    return isHarmless ? path : undefined;
  } catch {
    // a percent sign without two digits
    return undefined;
  }
}

/** A header's name is the same in capitals and without. */
function override(own: OutgoingHttpHeaders, ruled: Record<string, string>): OutgoingHttpHeaders {
  const names = Object.keys(ruled).map((name) => name.toLowerCase());
  const kept = Object.entries(own).filter(([name]) => !names.includes(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...ruled };
}

function isDots(segment: string): boolean {
  return segment === '.' || segment === '..';
}

function redirect(path: string, query: string[]): Answer {
  const location = [path, ...query].join('?');
  return { status: 301, headers: { Location: location, 'Cache-Control': ASK_EACH_TIME } };
}

function plain(status: number, sentence: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${sentence}\n` };
}
