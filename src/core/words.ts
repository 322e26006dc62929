import type { Locale } from '../knowledge/schema.ts';

/** Forms of a sentence by plural category; a language has those that `Intl.PluralRules` gives it. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en', pt: 'pt-BR', ru: 'ru' };

/** Puts values into the `{places}` of a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The form that fits the number, with `{n}` written as `shown`. */
export function plural(forms: Plural, locale: Locale, n: number, shown: string): string {
  return fill(forms[pluralRules(locale).select(n)] ?? forms.other, { n: shown });
}

const rules = new Map<Locale, Intl.PluralRules>();

function pluralRules(locale: Locale): Intl.PluralRules {
  const known = rules.get(locale) ?? new Intl.PluralRules(LANGUAGE_TAGS[locale]);
  rules.set(locale, known);
  return known;
}
