import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { close } from 'pagefind';
import { wordsFor } from '../i18n/index.ts';
import type { SearchContents, SearchLabels } from '../src/core/search/contents.ts';
import { packPhrases, packWords } from '../src/core/search/packed-words.ts';
import { wordsOf } from '../src/core/search/words.ts';
import { LANGUAGE_TAGS } from '../src/core/words.ts';
import { type Knowledge, readKnowledge } from '../src/knowledge/index.ts';
import { LOCALES, type Locale } from '../src/knowledge/schema.ts';
import { basePath } from './base-path.ts';
import { BuiltSite } from './built-site.ts';
import { projectRoot } from './run.ts';
import { numberedWords } from './search/numbered-words.ts';
import { pageRecords } from './search/page-records.ts';
import { indexRecords } from './search/pagefind-files.ts';
import { placedWords } from './search/placed-words.ts';
import { placeRecords } from './search/records.ts';
import { endingsOf, stemsOf } from './search/stems.ts';

/** Writes the index of each language below `pagefind/` of a built site. */
async function writeSearchIndexes(folder: string): Promise<void> {
  const site = new BuiltSite(folder, basePath(process.env['BASE_PATH']));
  const all = readKnowledge(resolve(process.env['CONTENT_DIR'] ?? join(projectRoot, 'content')));
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  for (const locale of LOCALES) {
    const files = await indexOf(all, locale, pagesOf(site, locale));
    const target = join(folder, 'pagefind', locale);
    mkdirSync(target, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(target, name), content);
  }
  await close();
}

async function indexOf(all: Knowledge, locale: Locale, pages: ReadonlyMap<string, string>) {
  const records = [...(await pageRecords(all, locale, pages)), ...placeRecords(all, locale)];
  const language = LANGUAGE_TAGS[locale].toLowerCase();
  const plain = (text: string) => wordsOf(text, locale).join(' ');
  const index = await indexRecords(
    records.map(({ path, title, about, words, text, body }) => ({
      url: path,
      language,
      content: plain(body) || plain(title),
      meta: { title: plain(title), about: plain(about), words: plain(words.join(' ')), text: plain(text) },
    })),
  );
  const byPath = new Map(records.map((record) => [record.path, record]));
  const inOrder = index.pages.flatMap(({ url }) => byPath.get(url) ?? []);
  const { telling, rare } = placedWords(index);

  const common = wordsOf(wordsFor(locale).search.common, locale);
  const phrases = inOrder.map(({ title, words }) => [title, ...words].map((phrase) => wordsOf(phrase, locale)));
  const synonyms = [...all.synonyms.values()].map(({ words }) => wordsOf(words[locale].join(' '), locale));
  const bodies = inOrder.flatMap(({ about, body }) => wordsOf(`${about} ${body}`, locale));
  const stems = await stemsOf([...common, ...phrases.flat(2), ...synonyms.flat(), ...bodies], language);
  const stemmed = (words: readonly string[]) => words.flatMap((word) => stems.get(word) ?? []);
  const numbered = numberedWords(
    telling,
    phrases.map((ofPage) => ofPage.map(stemmed)),
    new Set(stemmed(common)),
  );

  const others = JSON.stringify(packWords(rare));
  // Both files number the pages alike, so that only those of one build fit together.
  const othersFile = `rare.${createHash('sha256').update(others).digest('hex').slice(0, 8)}.json`;
  const contents: SearchContents = {
    labels: labelsFor(locale),
    common: common.join(' '),
    endings: endingsOf(stems).join(' '),
    synonyms: synonyms.map((group) => [...new Set(stemmed(group))].join(' ')).join('\n'),
    pages: inOrder.map(({ path, kind, title, about }) => [path, kind, title, shorten(about)]),
    words: packWords(numbered.words),
    commonStems: numbered.commonStems,
    phrases: packPhrases(numbered.phrases),
    rare: othersFile,
  };
  return { 'index.json': JSON.stringify(contents), [othersFile]: others };
}

function labelsFor(locale: Locale): SearchLabels {
  const { search, guide, recovery, glossary } = wordsFor(locale);
  const { count, none, only, all, kinds } = search;
  const offers = [
    { path: 'recovery/', label: recovery.title },
    { path: 'glossary/', label: glossary.title },
  ];
  return { count, none, only, all, kinds: { ...kinds, ...guide.kind }, offers };
}

/** As much as stands on two lines of a phone, or on one of a larger screen. */
const SHOWN = 80;

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN).replace(/[\s,;:.(–—-]*\S*$/, '')}…`;
}

/** By their address, with the language and without the base; nobody looks for the page where the search begins. */
function pagesOf(site: BuiltSite, locale: Locale): Map<string, string> {
  const files = [...site.pages.keys()].filter((file) => file.startsWith(`${locale}/`));
  const read = files.map((file) => [`/${file.replace(/index\.html$/, '')}`, site.read(file)] as const);
  return new Map(read.filter(([url, html]) => url !== `/${locale}/` && html.includes('data-pagefind-body')));
}

if (import.meta.main) await writeSearchIndexes(join(projectRoot, 'dist'));
