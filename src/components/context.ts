import { type Words, wordsFor } from '../../i18n/index.ts';
import { Html, html } from '../browser/html.ts';
import { type Format, formatFor } from '../core/format.ts';
import { writeRuleValue } from '../core/rule-value.ts';
import { plural } from '../core/words.ts';
import type { JoinedRule } from '../knowledge/index.ts';
import { parseInline, type RuleReference, valueOfRule } from '../knowledge/inline.ts';
import { LOCALES, type Locale, type Text, type Unit } from '../knowledge/schema.ts';

/** What everything drawn on one page needs: its language, words, formats and links. */
export interface PageContext {
  locale: Locale;
  words: Words;
  format: Format;
  /** The address of a page given without its language, such as `/rules/reply-ratio/`. */
  link(path: string): string;
  /** The same page in each language, for the address of one of them. */
  inEveryLanguage(pathname: string): { locale: Locale; href: string }[];
}

export function contextFor(locale: Locale, base: string): PageContext {
  const root = base.replace(/\/$/, '');
  const address = (language: Locale, path: string) => `${root}/${language}${path}`;
  return {
    locale,
    words: wordsFor(locale),
    format: formatFor(locale),
    link: (path) => address(locale, path),
    inEveryLanguage(pathname) {
      const path = pathname.slice(address(locale, '').length);
      return LOCALES.map((language) => ({ locale: language, href: address(language, path) }));
    },
  };
}

/** A number with the words of its unit, such as "30 messages an hour". */
export function withUnit({ words, locale }: PageContext, unit: Unit): (shown: string, n: number) => string {
  return (shown, n) => plural(words.units[unit], locale, n, shown);
}

type Rules = ReadonlyMap<string, JoinedRule>;

/** A reference to a rule as it is written on the page; the reference was checked when the content was loaded. */
export function writeReference(context: PageContext, rules: Rules, reference: RuleReference) {
  const { locale, words, link } = context;
  const rule = rules.get(reference.rule);
  const value = rule && reference.value !== undefined ? valueOfRule(rule, reference.value) : undefined;
  return {
    rule: reference.rule,
    href: link(`/rules/${reference.rule}/`),
    text: value
      ? writeRuleValue(value, reference.as, locale, words.units[value.unit], words.ranges)
      : (rule?.title[locale] ?? reference.rule),
    value: value && String(value.single),
  };
}

/** A text from the content with its rule values written in and linked. */
export function richText(context: PageContext, rules: Rules, text: Text): Html {
  return richLine(context, rules, text[context.locale]);
}

/** The same for a text that is there in the page's language alone. */
export function richLine(context: PageContext, rules: Rules, line: string): Html {
  const parts = parseInline(line).map((part) => {
    if (typeof part === 'string') return html`${part}`;
    const { href, text: shown, rule, value } = writeReference(context, rules, part);
    const valueAttribute = value === undefined ? '' : html` data-value="${value}"`;
    return html`<a class="${value === undefined ? 'rule-link' : 'rule-value'}" href="${href}" data-rule="${rule}"${valueAttribute}>${shown}</a>`;
  });
  return new Html(parts.join(''));
}

/** The same as plain words, for descriptions and data files. */
export function plainText(context: PageContext, rules: Rules, text: Text): string {
  return parseInline(text[context.locale])
    .map((part) => (typeof part === 'string' ? part : writeReference(context, rules, part).text))
    .join('');
}
