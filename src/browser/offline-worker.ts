/** Files of one build by kind: `shared` and one for each language, each in one pack. */
export type Packs = Record<string, Pack>;

export interface Pack {
  /** The name of a pack changes with what is in it. */
  file: string;
  /** How many files are in it. */
  count: number;
  /** Their size once unpacked. */
  bytes: number;
}

/** The content of a pack: type → path → text, or bytes as base64 where the type names no character set. */
export type PackContent = Record<string, Record<string, string>>;

/** What the service worker uses of its surroundings. */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: { readonly origin: string };
  readonly registration: Pick<ServiceWorkerRegistration, 'scope' | 'navigationPreload'>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Lasting {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

/**
 * Answers for the site where the network does not. A page always comes from the network when there is one, so that an
 * old number is never shown in place of a new one; files named after their content come from the cache. A page and what
 * it loads fit together whatever build they are from, because what it loads is named after its content.
 *
 * The text of this class is the service worker: it can use nothing from outside itself.
 */
export class OfflineWorker {
  /** Milliseconds without an answer after which a network counts as absent. */
  static readonly #PATIENCE = 4000;
  static readonly #NAMED_BY_CONTENT = /^_astro\//;

  readonly #scope: WorkerScope;
  readonly #packs: Packs;
  readonly #base: string;
  /** Other sites may keep caches on the same host. */
  readonly #prefix: string;
  readonly #kept = new Map<string, Promise<void>>();

  constructor(scope: WorkerScope, packs: Packs) {
    this.#scope = scope;
    this.#packs = packs;
    this.#base = new URL(scope.registration.scope).pathname;
    this.#prefix = `number-care ${this.#base} `;
    // An open page goes on with what it has: a new worker may take over at once.
    scope.addEventListener('install', (event) => event.waitUntil(this.#install().then(() => scope.skipWaiting())));
    scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim().then(() => this.#tidyUp())));
    scope.addEventListener('fetch', (event) => this.#fetch(event));
  }

  /** Keeps what all pages share and the languages being read; others that were read before, if that goes well. */
  async #install(): Promise<void> {
    const names = await this.#scope.caches.keys();
    const open = await this.#scope.clients.matchAll({ includeUncontrolled: true });
    const isOpen = (kind: string) => open.some(({ url }) => this.#kindOf(this.#pathOf(url)) === kind);
    const wasRead = (kind: string) => names.some((name) => name.startsWith(`${this.#prefix}${kind}.`));
    const kinds = Object.keys(this.#packs);
    await Promise.all(['shared', ...kinds.filter(isOpen)].map((kind) => this.#keep(kind)));
    await Promise.allSettled(kinds.filter(wasRead).map((kind) => this.#keep(kind)));
  }

  /** The build before this one stays for pages that are still open, earlier ones go. */
  async #tidyUp(): Promise<void> {
    const names = await this.#scope.caches.keys();
    for (const kind of Object.keys(this.#packs)) {
      const old = names.filter((name) => name.startsWith(`${this.#prefix}${kind}.`) && name !== this.#cacheOf(kind));
      for (const name of old.slice(0, -1)) await this.#scope.caches.delete(name);
    }
  }

  #fetch(event: Asked): void {
    const { request } = event;
    const path = this.#pathOf(request.url);
    if (request.method !== 'GET' || path === undefined) return;
    if (request.mode === 'navigate') event.respondWith(this.#page(event, path));
    else if (OfflineWorker.#NAMED_BY_CONTENT.test(path)) event.respondWith(this.#savedFirst(request, path));
    else event.respondWith(this.#freshFirst(fetch(request, { cache: 'no-cache' }), path));
  }

  async #page(event: Asked, path: string): Promise<Response> {
    const network = this.#fetchPage(event);
    event.waitUntil(network.then((response) => this.#afterVisit(response, path)).catch(() => {}));
    try {
      return await this.#freshFirst(network, path);
    } catch {
      const page = await this.#saved(`${path}/`);
      if (page) return Response.redirect(`${this.#base}${path}/`);
      return (await this.#saved('offline/')) ?? Response.error();
    }
  }

  async #fetchPage({ request, preloadResponse }: Asked): Promise<Response> {
    // Whatever a host says about keeping pages, a page is asked for each time.
    return (await preloadResponse) ?? fetch(request.url, { cache: 'no-cache', redirect: 'manual' });
  }

  /** There is a network: time to complete what is kept. */
  async #afterVisit(response: Response, path: string): Promise<void> {
    if (!response.ok) return;
    // The browser may ask ahead of the worker where the host lets it keep no page unasked.
    const asksEachTime = /no-cache|no-store|max-age=0/.test(response.headers.get('cache-control') ?? '');
    await this.#scope.registration.navigationPreload?.[asksEachTime ? 'enable' : 'disable']();
    await this.#keep('shared');
    const kind = this.#kindOf(path);
    if (kind) await this.#keep(kind);
  }

  async #savedFirst(request: Request, path: string): Promise<Response> {
    return (await this.#saved(path)) ?? fetch(request);
  }

  async #freshFirst(network: Promise<Response>, path: string): Promise<Response> {
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, OfflineWorker.#PATIENCE));
    const answer = await Promise.race([network.catch(() => undefined), patience]);
    if (answer && answer.status < 500) return answer;
    return (await this.#saved(path)) ?? network;
  }

  /** This build's copy, else one of an earlier build. A cache that cannot be read is as good as none. */
  async #saved(path: string): Promise<Response | undefined> {
    try {
      for (const cacheName of [...Object.keys(this.#packs).map((kind) => this.#cacheOf(kind)), undefined]) {
        const hit = await this.#scope.caches.match(this.#base + path, cacheName === undefined ? {} : { cacheName });
        if (hit) return new Response(await hit.arrayBuffer(), hit);
      }
    } catch {}
    return undefined;
  }

  #keep(kind: string): Promise<void> {
    const work = this.#kept.get(kind) ?? this.#unpack(kind);
    this.#kept.set(kind, work);
    work.catch(() => this.#kept.delete(kind));
    return work;
  }

  async #unpack(kind: string): Promise<void> {
    const pack = this.#packs[kind];
    if (!pack) return;
    const { caches } = this.#scope;
    const name = this.#cacheOf(kind);
    const cache = await caches.open(name);
    if ((await cache.keys()).length === pack.count) return;
    try {
      const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
      if (quota - usage < 2 * pack.bytes) throw new Error('There is no room.');
      const response = await fetch(`${this.#base}packs/${pack.file}`, { cache: 'no-store', priority: 'low' });
      if (!response.ok) throw new Error('The pack is gone: there is a newer build.');
      const content: PackContent = await response.json();
      for (const [type, files] of Object.entries(content)) {
        await Promise.all(Object.entries(files).map(([path, body]) => this.#put(cache, path, type, body)));
      }
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
  }

  #put(cache: Cache, path: string, type: string, body: string): Promise<void> {
    const isText = type.includes('charset');
    const content = isText ? body : Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0));
    return cache.put(this.#base + path, new Response(content, { headers: { 'content-type': type } }));
  }

  #cacheOf(kind: string): string {
    return `${this.#prefix}${this.#packs[kind]?.file}`;
  }

  /** The address below the site's own, without its query; nothing for another site's. */
  #pathOf(address: string): string | undefined {
    const { origin, pathname } = new URL(address);
    const isOurs = origin === this.#scope.location.origin && pathname.startsWith(this.#base);
    return isOurs ? pathname.slice(this.#base.length) : undefined;
  }

  /** The language of an address, where there is a pack of it. */
  #kindOf(path = ''): string | undefined {
    const kind = path.split('/')[0] ?? '';
    return this.#packs[kind] && kind;
  }
}
