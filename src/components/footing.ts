import { type Html, html } from '../browser/html.ts';
import { fill } from '../core/words.ts';
import type { JoinedRule, Knowledge } from '../knowledge/index.ts';
import type { PageContext } from './context.ts';
import { evidenceBadge } from './evidence/evidence.view.ts';
import { sourceChip } from './source-chip/source-chip.view.ts';

/** What a rule rests on: how good its evidence is, who says so, and when it was last checked. */
export function ruleFooting(context: PageContext, knowledge: Knowledge, rule: JoinedRule): Html {
  const { words, format } = context;
  return html`${evidenceBadge(words.evidence, rule.evidence)} · ${sourcesOf(context, knowledge, rule)} · ${fill(words.rule.reviewed, { date: format.date(rule.reviewed) })}`;
}

export function sourcesOf({ link }: PageContext, { claims, sources }: Knowledge, rule: JoinedRule): Html {
  const ids = new Set(rule.claims.for.flatMap((id) => claims.get(id)?.source ?? []));
  return html`${[...ids].map((id) => html`${sourceChip(sources.get(id)?.name ?? id, link(`/sources/${id}/`))} `)}`;
}
