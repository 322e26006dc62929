import { gunzipSync } from 'node:zlib';
import { type CustomRecord, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { type Cbor, readCbor } from './read-cbor.ts';

/** What Pagefind makes of some pages of one language. */
export interface PagefindFiles {
  /** In the order in which the index numbers them. */
  pages: { url: string; content: string; meta: Record<string, string>; headings: string[] }[];
  fields: string[];
  words: IndexedWord[];
}

export interface IndexedWord {
  /** The stem, without accents. */
  word: string;
  /** `fields` are numbers of metadata fields; a place without any is in the body. */
  places: { page: number; fields: number[] }[];
}

export async function indexHtml(pages: readonly { url: string; html: string }[]): Promise<PagefindFiles> {
  return indexed((index) => pages.map(({ url, html }) => index.addHTMLFile({ url, content: html })));
}

export async function indexRecords(records: readonly CustomRecord[]): Promise<PagefindFiles> {
  return indexed((index) => records.map((record) => index.addCustomRecord(record)));
}

async function indexed(add: (index: PagefindIndex) => Promise<{ errors: string[] }>[]): Promise<PagefindFiles> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  const added = await Promise.all(add(index));
  const { files, errors: late } = await index.getFiles();
  await index.deleteIndex();
  const all = [...errors, ...added.flatMap((one) => one.errors), ...late];
  if (all.length > 0) throw new Error(`Pagefind could not index the pages: ${all.join('; ')}`);
  return readFiles(files);
}

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { element: string; text: string }[];
}

function readFiles(files: readonly IndexFile[]): PagefindFiles {
  const named = (pattern: RegExp) => files.filter(({ path }) => pattern.test(path));
  const fragments = new Map(
    named(/\.pf_fragment$/).map(({ path, content }) => [
      path.replace(/^.*\/|\.pf_fragment$/g, ''),
      JSON.parse(new TextDecoder().decode(unpack(content))) as Fragment,
    ]),
  );
  const [metadata] = named(/\.pf_meta$/);
  if (!metadata) throw new Error('Pagefind gave no index: has its way of writing files changed?');
  const [, pages, , , , fields] = list(readCbor(unpack(metadata.content)));
  return {
    pages: list(pages).map((page) => {
      const [hash] = list(page);
      const fragment = fragments.get(String(hash));
      if (!fragment) throw new Error(`Pagefind gave no fragment ${hash}: has its way of writing files changed?`);
      const headings = fragment.anchors.filter(({ element }) => /^h[23]$/.test(element)).map(({ text }) => text);
      return { url: fragment.url, content: fragment.content, meta: fragment.meta, headings };
    }),
    fields: list(fields).map(String),
    words: named(/\.pf_index$/).flatMap(({ content }) => list(list(readCbor(unpack(content)))[0]).map(readWord)),
  };
}

/** Pagefind marks its packed files, so that they are known when a host has unpacked them already. */
const MARK = 'pagefind_dcd'.length;

function unpack(content: Uint8Array): Uint8Array {
  return new Uint8Array(gunzipSync(content)).subarray(MARK);
}

/** Pages stand as distances from the one before; among the places in fields, a negative number names the field. */
function readWord(entry: Cbor): IndexedWord {
  const [word, pages, variants] = list(entry);
  const spellings = [pages, ...list(variants).map((variant) => list(variant)[1])];
  const places = spellings.flatMap((spelling) => {
    let page = 0;
    return list(spelling).map((posting) => {
      const [distance, , fields] = list(posting);
      page += Number(distance);
      const marks = list(fields).filter((mark) => Number(mark) < 0);
      return { page, fields: marks.map((mark) => -1 - Number(mark)) };
    });
  });
  return { word: String(word), places };
}

function list(value: Cbor | undefined): readonly Cbor[] {
  if (typeof value !== 'object')
    throw new Error('Expected an array in Pagefind’s file: has its way of writing changed?');
  return value;
}
