import { type Html, html } from '../browser/html.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { PageContext } from './context.ts';
import { termTips } from './term-tip/term-tip.view.ts';

const MOST = 8;

/** The words that rules use and the glossary explains, as a line of tooltips. */
export function termsOfRules(
  { words, locale, link }: PageContext,
  { rules, glossary }: Knowledge,
  ids: readonly string[],
): Html {
  const terms = [...new Set(ids.flatMap((id) => rules.get(id)?.terms ?? []))].slice(0, MOST);
  const tips = terms.flatMap((id) => {
    const term = glossary.get(id);
    return term
      ? [{ id, term: term.term[locale], definition: term.definition[locale], href: link(`/glossary/#${id}`) }]
      : [];
  });
  return tips.length > 0 ? termTips(words.glossary.tips, tips) : html``;
}
