import type { Band, Rule, RuleValue } from './schema.ts';

/** How a value is to be written: with its unit, as a range, or one of the two alone. */
export const FORMS = ['value', 'range', 'limit', 'number', 'unit'] as const;

/** `:rule[reply-ratio.safe]{as=range}` taken apart; without a value it is a link to the rule by its title. */
export interface RuleReference {
  rule: string;
  value?: string;
  as: string;
}

const DIRECTIVE = /:rule\[([^\]]*)\](?:\{as=["']?([a-z]*)["']?\})?/g;

/** A text cut into plain stretches and references to rules. */
export function parseInline(text: string): (string | RuleReference)[] {
  const parts: (string | RuleReference)[] = [];
  let end = 0;
  for (const match of text.matchAll(DIRECTIVE)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(parseReference(match[1] ?? '', match[2]));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

export function parseReference(name: string, as: string | undefined): RuleReference {
  const [rule = '', value] = name.trim().split('.', 2);
  return { rule, ...(value !== undefined && { value }), as: as || 'value' };
}

/** The value a rule gives a name to: one of its zones, or one of its named values. */
export function valueOfRule(rule: Rule, name: string): RuleValue | undefined {
  const band = rule.bands?.find(({ zone }) => zone === name);
  if (band && rule.metric) {
    const { unit, better } = rule.metric;
    const limit = better === 'higher' ? 'atLeast' : band.toInclusive ? 'atMost' : 'below';
    return { ...edges(band), unit, single: singleEdge(band, better), limit };
  }
  const named = rule.values?.find(({ id }) => id === name);
  if (!named) return undefined;
  const { value, from, to, unit } = named;
  return value === undefined
    ? { ...edges(named), unit, single: to ?? from ?? 0 }
    : { from: value, to: value, unit, single: value };
}

export function valueNames(rule: Rule): string[] {
  return [...(rule.bands ?? []).map(({ zone }) => zone), ...(rule.values ?? []).map(({ id }) => id)];
}

function edges({ from, to }: { from?: number | undefined; to?: number | undefined }): { from?: number; to?: number } {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function singleEdge({ from, to }: Band, better: 'higher' | 'lower'): number {
  return (better === 'higher' ? (from ?? to) : (to ?? from)) ?? 0;
}
