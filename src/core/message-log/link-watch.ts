import type { LogLinks } from './figures.ts';
import { LINK, NOT_HTTPS, SHORTENER } from './flags.ts';
import { EXAMPLES, type Rows, type Spot, spotAt } from './rows.ts';

/** Outgoing messages with links. */
export class LinkWatch {
  readonly links: LogLinks = { messages: 0, notHttps: 0, shorteners: 0 };
  readonly #shorteners: Spot[] = [];
  readonly #notHttps: Spot[] = [];
  readonly #others: Spot[] = [];

  see(rows: Rows): void {
    const { flags, out, sent } = rows;
    for (let n = 0; n < sent; n++) {
      const k = out[n] ?? 0;
      const bits = flags[k] ?? 0;
      if ((bits & LINK) === 0) continue;
      this.links.messages++;
      if ((bits & NOT_HTTPS) !== 0) this.links.notHttps++;
      if ((bits & SHORTENER) !== 0) this.links.shorteners++;
      const spots =
        (bits & SHORTENER) !== 0 ? this.#shorteners : (bits & NOT_HTTPS) !== 0 ? this.#notHttps : this.#others;
      if (spots.length < EXAMPLES) spots.push(spotAt(rows, k));
    }
  }

  /** Shorteners first, then links that are not https, then the rest. */
  get worstFirst(): Spot[] {
    return [...this.#shorteners, ...this.#notHttps, ...this.#others].slice(0, EXAMPLES);
  }
}
