import { indexRecords } from './pagefind-files.ts';

/** The stem of each word, as Pagefind makes it in the index of the language. */
export async function stemsOf(words: Iterable<string>, language: string): Promise<Map<string, string>> {
  const unique = [...new Set(words)];
  // Pagefind makes no index of nothing.
  if (unique.length === 0) return new Map();
  const index = await indexRecords(unique.map((word) => ({ url: word, language, content: word })));
  const stems = new Map<string, string>();
  for (const { word: stem, places } of index.words) {
    for (const { page } of places) stems.set(index.pages[page]?.url ?? '', stem);
  }
  return stems;
}

/** What words end on behind their stems, nothing among it; an ending that one word alone has is chance. */
export function endingsOf(stems: ReadonlyMap<string, string>): string[] {
  const uses = new Map([['', ENOUGH]]);
  for (const [word, stem] of stems) {
    const ending = word.slice(stem.length);
    if (word.startsWith(stem)) uses.set(ending, (uses.get(ending) ?? 0) + 1);
  }
  return [...uses].filter(([, times]) => times >= ENOUGH).map(([ending]) => ending);
}

const ENOUGH = 2;
