import { type Tag, tagsOf } from './html-tags.ts';

/** A built page, reduced to what the check of links needs. */
export interface Page {
  /** Below the folder of the site, with forward slashes. */
  file: string;
  lang: string | undefined;
  /** What a fragment can lead to. */
  ids: Set<string>;
  /** Each only once. */
  references: Reference[];
  /** Language tag → address, from the head. */
  alternates: Map<string, string>;
  canonical: string | undefined;
}

export interface Reference {
  /** As a person would look for it, such as `img src`. */
  from: string;
  to: string;
  /** Whether the browser fetches it of its own accord, or only when somebody follows it. */
  fetched: boolean;
}

export function readPage(file: string, html: string): Page {
  const page: Page = {
    file,
    lang: undefined,
    ids: new Set(),
    references: [],
    alternates: new Map(),
    canonical: undefined,
  };
  const seen = new Set<string>();
  for (const tag of tagsOf(html)) {
    noteTag(page, tag);
    for (const reference of referencesOf(tag)) {
      const key = `${reference.from} ${reference.to}`;
      if (!seen.has(key)) page.references.push(reference);
      seen.add(key);
    }
  }
  return page;
}

/** What a style sheet fetches. */
export function referencesInStyles(css: string): Reference[] {
  const found = [
    ...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g),
  ];
  return found.map(([whole, ...parts]) => ({
    from: whole.startsWith('@') ? '@import' : 'url()',
    to: parts.find((part) => part !== undefined) ?? '',
    fetched: true,
  }));
}

function noteTag(page: Page, { name, attributes }: Tag): void {
  const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
  if (id !== undefined) page.ids.add(id);
  if (name === 'html') page.lang = attributes.get('lang');
  if (name !== 'link') return;
  const [rel, href] = [attributes.get('rel'), attributes.get('href') ?? ''];
  const language = attributes.get('hreflang');
  if (rel === 'canonical') page.canonical = href;
  if (rel === 'alternate' && language !== undefined) page.alternates.set(language, href);
}

/** Attribute by element: does the browser fetch what it names? */
const ATTRIBUTES: Record<string, Record<string, boolean>> = {
  a: { href: false },
  area: { href: false },
  audio: { src: true },
  embed: { src: true },
  form: { action: true },
  iframe: { src: true },
  image: { href: true, 'xlink:href': true },
  img: { src: true, srcset: true },
  input: { src: true },
  object: { data: true },
  script: { src: true },
  source: { src: true, srcset: true },
  track: { src: true },
  use: { href: true, 'xlink:href': true },
  video: { src: true, poster: true },
};

/** Other kinds of link, such as `canonical` and `alternate`, only name an address. */
const FETCHED_LINKS = new Set([
  'apple-touch-icon',
  'dns-prefetch',
  'icon',
  'manifest',
  'mask-icon',
  'modulepreload',
  'preconnect',
  'prefetch',
  'preload',
  'stylesheet',
]);

function referencesOf(tag: Tag): Reference[] {
  const { name, attributes, text } = tag;
  if (name === 'style') return referencesInStyles(text);
  if (name === 'link') return linkReference(attributes);
  if (name === 'meta') return refreshReference(attributes);
  return Object.entries(ATTRIBUTES[name] ?? {}).flatMap(([attribute, fetched]) => {
    const value = attributes.get(attribute)?.trim();
    if (value === undefined) return [];
    const targets = attribute === 'srcset' ? addressesInSrcset(value) : [value];
    return targets.map((to) => ({ from: `${name} ${attribute}`, to, fetched }));
  });
}

function linkReference(attributes: Map<string, string>): Reference[] {
  const [rel, to] = [attributes.get('rel') ?? '', attributes.get('href')];
  const fetched = rel.split(/\s+/).some((kind) => FETCHED_LINKS.has(kind));
  return to === undefined ? [] : [{ from: `link ${rel}`, to, fetched }];
}

function refreshReference(attributes: Map<string, string>): Reference[] {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return [];
  const to = /url\s*=\s*['"]?([^'"]*)/i.exec(attributes.get('content') ?? '')?.[1];
  return to === undefined ? [] : [{ from: 'meta refresh', to, fetched: true }];
}

function addressesInSrcset(srcset: string): string[] {
  return srcset.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
}
