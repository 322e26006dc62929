import type { Hits } from '../../core/search/rank.ts';

/** What the engine exports; texts go in and come out as a place in its memory and a length in bytes. */
interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(bytes: number, alignment: number): number;
  __wbindgen_free(at: number, bytes: number, alignment: number): void;
  init_pagefind(at: number, bytes: number): number;
  set_ranking_weights(index: number, at: number, bytes: number): number;
  load_index_chunk(index: number, at: number, bytes: number): number;
  search(index: number, ...more: number[]): [at: number, bytes: number];
}

interface Answer {
  results: { p: string; s: number }[];
}

/**
 * Pagefind's engine without Pagefind's script around it: that one would weigh twelve kilobytes more, ask for its files
 * one after the other, and give no result for a question with one word too many.
 */
export class Engine {
  readonly #engine: Exports;
  #index: number;

  /** `pages` is the file that Pagefind calls its metadata. */
  constructor(instance: WebAssembly.Instance, pages: Uint8Array) {
    this.#engine = exportsOf(instance);
    this.#index = this.#engine.init_pagefind(...this.#give(pages));
    this.#index = this.#engine.set_ranking_weights(this.#index, ...this.#give(JSON.stringify(RANKING)));
  }

  load(words: Uint8Array): void {
    this.#index = this.#engine.load_index_chunk(this.#index, ...this.#give(words));
  }

  /** The pages that have the word, another form of it, or a word that begins with it. */
  find(word: string): Hits {
    const [at, bytes] = this.#engine.search(
      this.#index,
      ...this.#give(word),
      ...this.#give(word),
      ...this.#give('{}'),
      ...this.#give(''),
      0,
      0,
    );
    const answer: Answer = JSON.parse(new TextDecoder().decode(this.#memory().subarray(at, at + bytes)));
    this.#engine.__wbindgen_free(at, bytes, 1);
    return new Map(answer.results.map(({ p, s }) => [Number(p), s]));
  }

  #give(data: string | Uint8Array): [at: number, bytes: number] {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    const at = this.#engine.__wbindgen_malloc(bytes.length, 1) >>> 0;
    this.#memory().set(bytes, at);
    return [at, bytes.length];
  }

  /** Anew each time: the memory moves when it grows. */
  #memory(): Uint8Array {
    return new Uint8Array(this.#engine.memory.buffer);
  }
}

export async function startEngine(response: Response): Promise<WebAssembly.Instance> {
  const started: { instance?: WebAssembly.Instance } = {};
  const imports = {
    './pagefind_web_bg.js': {
      __wbindgen_init_externref_table() {
        if (!started.instance) return;
        const table = exportsOf(started.instance).__wbindgen_externrefs;
        const offset = table.grow(4);
        table.set(0, undefined);
        for (const [index, value] of [undefined, null, true, false].entries()) table.set(offset + index, value);
      },
    },
  };
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  started.instance = instance;
  exportsOf(instance).__wbindgen_start();
  return instance;
}

function exportsOf({ exports }: WebAssembly.Instance): Exports {
  return exports as unknown as Exports;
}

/** Other words that begin alike count little; how long a page is does not count: the weights of its words say it. */
const RANKING = {
  term_similarity: 4,
  page_length: 0,
  term_saturation: 1.4,
  term_frequency: 1,
  diacritic_similarity: 0,
  meta_weights: null,
};
