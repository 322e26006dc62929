import { type Html, html } from '../browser/html.ts';
import { writeRuleValue } from '../core/rule-value.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { valueOfRule } from '../knowledge/inline.ts';
import type { Zone } from '../knowledge/schema.ts';
import { type PageContext, plainText } from './context.ts';
import { limitList } from './limits/limits.view.ts';

/** The limits that matter most on any day; those without data are left out. */
const MOST_IMPORTANT: readonly { rule: string; zone: Zone }[] = [
  { rule: 'reply-ratio', zone: 'safe' },
  { rule: 'block-rate', zone: 'safe' },
  { rule: 'new-recipients', zone: 'safe' },
  { rule: 'hourly-pace', zone: 'safe' },
  { rule: 'identical-batch', zone: 'safe' },
];

export function essentials(context: PageContext, { rules }: Knowledge): Html {
  const { words, locale, link } = context;
  const limits = MOST_IMPORTANT.flatMap(({ rule: id, zone }) => {
    const rule = rules.get(id);
    const value = rule && valueOfRule(rule, zone);
    if (!rule || !value) return [];
    return [
      {
        title: plainText(context, rules, rule.title),
        href: link(`/rules/${id}/`),
        value: writeRuleValue(value, 'limit', locale, words.units[value.unit], words.ranges),
        zone,
        evidence: rule.evidence,
      },
    ];
  });
  return limits.length > 0 ? limitList(words, limits) : html``;
}
