import { KINDS, type Kind } from '../../src/core/search/kinds.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
import type { Locale } from '../../src/knowledge/schema.ts';
import { tagsOf } from '../html-tags.ts';
import { indexHtml } from './pagefind-files.ts';
import type { SearchRecord } from './records.ts';

/** Every page of one language that takes part in the search, as Pagefind reads it. */
export async function pageRecords(
  all: Knowledge,
  locale: Locale,
  pages: ReadonlyMap<string, string>,
): Promise<SearchRecord[]> {
  const read = await indexHtml([...pages].map(([url, html]) => ({ url, html })));
  return read.pages.map(({ url, meta, headings, content }) => {
    const path = url.slice(`/${locale}/`.length);
    const body = content.slice((meta['title'] ?? '').length);
    const kind = kindOf(path, meta['kind']);
    return {
      path,
      kind,
      title: meta['title'] ?? '',
      about: descriptionIn(pages.get(url) ?? ''),
      words: [...(all.search.get(`/${path}`)?.words[locale] ?? []), ...wordsOfTerms(all, locale, path)],
      text: WITH_OWN_HEADINGS.includes(kind) ? headings.join(' ') : '',
      body,
    };
  });
}

/** Other pages have the same headings all over. */
const WITH_OWN_HEADINGS: readonly Kind[] = ['guide', 'playbook', 'tool'];

function kindOf(path: string, kind: string | undefined): Kind {
  const found = KINDS.find((known) => known === kind);
  if (!found) throw new Error(`${path}: expected a kind of page for the search, found "${kind}".`);
  return found;
}

function descriptionIn(html: string): string {
  for (const { name, attributes } of tagsOf(html)) {
    if (name === 'meta' && attributes.get('name') === 'description') return attributes.get('content') ?? '';
  }
  return '';
}

/** A rule is also known by what people call the things it speaks of. */
function wordsOfTerms(all: Knowledge, locale: Locale, path: string): string[] {
  const [, id] = /^rules\/([^/]+)\/$/.exec(path) ?? [];
  const terms = id === undefined ? [] : (all.rules.get(id)?.terms ?? []);
  return terms.flatMap((term) => all.glossary.get(term)?.term[locale] ?? []);
}
