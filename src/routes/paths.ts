import { LOCALES, type Locale } from '../knowledge/schema.ts';

/** One page a language. */
export function localePaths() {
  return LOCALES.map((locale) => ({ params: { locale } }));
}

/** One page a language and entry. */
export function entryPaths(ids: Iterable<string>) {
  return [...ids].flatMap((id) => LOCALES.map((locale) => ({ params: { locale, id } })));
}

export function localeOf(params: Record<string, string | undefined>): Locale {
  const locale = LOCALES.find((known) => known === params['locale']);
  if (!locale) throw new Error(`No language "${params['locale']}".`);
  return locale;
}
