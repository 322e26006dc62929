import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesUnder } from './files-under.ts';
import { type Page, readPage } from './page.ts';

/** Stands for whatever host the site will have. */
const ANY_HOST = 'https://this-site.invalid';

export type Lead =
  | { to: 'file'; file: string; fragment: string }
  | { to: 'elsewhere'; protocol: string }
  | { to: 'no-address' | 'outside-base' | 'folder-without-slash' | 'nothing' };

/** The files of a built site, and where an address that stands in one of them leads. */
export class BuiltSite {
  readonly base: string;
  readonly pages: ReadonlyMap<string, Page>;
  readonly #folder: string;
  readonly #files: ReadonlySet<string>;

  constructor(folder: string, base: string) {
    this.base = base;
    this.#folder = folder;
    this.#files = new Set(filesUnder(folder));
    const html = [...this.#files].filter((file) => file.endsWith('.html'));
    this.pages = new Map(html.map((file) => [file, readPage(file, this.read(file))]));
  }

  read(file: string): string {
    return readFileSync(join(this.#folder, file), 'utf8');
  }

  filesEndingIn(ending: string): string[] {
    return [...this.#files].filter((file) => file.endsWith(ending));
  }

  lead(from: string, address: string): Lead {
    const url = URL.parse(address, ANY_HOST + this.base + from.replace(/(^|\/)index\.html$/, '$1'));
    if (!url) return { to: 'no-address' };
    if (url.origin !== ANY_HOST && url.origin !== this.#originOf(from)) {
      return { to: 'elsewhere', protocol: url.protocol };
    }
    if (!url.pathname.startsWith(this.base)) return { to: 'outside-base' };
    const path = decode(url.pathname.slice(this.base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (this.#files.has(file)) return { to: 'file', file, fragment: decode(url.hash.slice(1)) };
    return { to: this.#files.has(posix.join(path, 'index.html')) ? 'folder-without-slash' : 'nothing' };
  }

  /** A page that names its own full address thereby names the host that is ours. */
  #originOf(file: string): string | undefined {
    const canonical = this.pages.get(file)?.canonical;
    return canonical === undefined ? undefined : URL.parse(canonical)?.origin;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // a lone percent sign stands for itself
    return text;
  }
}
