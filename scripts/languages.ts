import type { BuiltSite } from './built-site.ts';
import type { Fault } from './fault.ts';
import type { Page } from './page.ts';

/** First folder of an address → language tag of its pages. */
const LANGUAGES: Record<string, string> = { en: 'en', pt: 'pt-BR', ru: 'ru' };

/** Every page says which language it is in, is there in the others as well, and names them in its head. */
export function languageFaults(site: BuiltSite): Fault[] {
  return [...site.pages.values()].filter(isRead).flatMap((page) => {
    const faults = [...langFaults(page), ...counterpartFaults(site, page), ...anchorFaults(site, page)];
    return faults.map((what) => ({ where: page.file, what }));
  });
}

/** A page that only sends the browser on has no language. */
function isRead(page: Page): boolean {
  return !page.references.some(({ from }) => from === 'meta refresh');
}

function langFaults({ file, lang }: Page): string[] {
  const expected = LANGUAGES[localeOf(file)];
  const known = expected === undefined ? Object.values(LANGUAGES) : [expected];
  if (lang !== undefined && known.includes(lang)) return [];
  return [`<html> has lang="${lang ?? ''}", expected ${known.map((tag) => `"${tag}"`).join(' or ')}`];
}

function counterpartFaults(site: BuiltSite, { file, alternates }: Page): string[] {
  if (LANGUAGES[localeOf(file)] === undefined) return [];
  return Object.entries(LANGUAGES).flatMap(([locale, tag]) => {
    const counterpart = `${locale}${file.slice(localeOf(file).length)}`;
    if (!site.pages.has(counterpart)) return [`is not there in ${tag}: there is no ${counterpart}`];
    const address = alternates.get(tag);
    if (address === undefined) return [`has no <link rel="alternate" hreflang="${tag}">`];
    const lead = site.lead(file, address);
    const isRight = lead.to === 'file' && lead.file === counterpart;
    return isRight ? [] : [`has a hreflang="${tag}" that leads to ${address}, expected ${counterpart}`];
  });
}

/** Whoever switches language stays at the same heading. */
function anchorFaults(site: BuiltSite, { file, ids }: Page): string[] {
  const english = site.pages.get(`en${file.slice(localeOf(file).length)}`);
  if (!english || LANGUAGES[localeOf(file)] === undefined) return [];
  return [...ids].filter((id) => !english.ids.has(id)).map((id) => `has an anchor "${id}" that the English page lacks`);
}

function localeOf(file: string): string {
  return file.split('/')[0] ?? '';
}
