import { didYouMean, type Fault } from './fault.ts';
import type { Collections } from './load.ts';
import { faultAt } from './parse.ts';
import { TOOLS } from './schema.ts';

/** Words for the search that are given to a page which is not there. */
export function checkSearchPages(all: Collections, guides: readonly string[]): Fault[] {
  const known = new Set([...OVERVIEWS, ...guides, ...TOOLS.map((tool) => `/tools/${tool}/`), ...entryAddresses(all)]);
  return all.search.flatMap(({ value: { id }, raw }) =>
    known.has(id) ? [] : [faultAt(raw, ['id'], 'the address of a page', `"${id}"`, didYouMean(id, known))],
  );
}

const OVERVIEWS = ['/', '/recovery/', '/rules/', '/sources/', '/conflicts/', '/glossary/', '/status/', '/changes/'];

function entryAddresses({ rules, sources, checklists }: Collections): string[] {
  return [
    ...rules.map(({ value }) => `/rules/${value.id}/`),
    ...sources.map(({ value }) => `/sources/${value.id}/`),
    ...checklists.map(({ value }) => `/recovery/${value.id}/`),
  ];
}
