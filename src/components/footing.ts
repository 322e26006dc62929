import { type Html, html } from '../browser/html.ts';
import { fill, plural } from '../core/words.ts';
import type { JoinedRule, Knowledge } from '../knowledge/index.ts';
import type { PageContext } from './context.ts';
import { evidenceBadge } from './evidence/evidence.view.ts';
import { sourceChip } from './source-chip/source-chip.view.ts';

/** What a rule rests on: how good its evidence is, who says so, and when it was last checked. */
export function ruleFooting(context: PageContext, knowledge: Knowledge, rule: JoinedRule): Html {
  const { words, format, link } = context;
  const { conflicts } = rule;
  const disputed =
    conflicts.length > 0 &&
    html` · <a class="disputed" href="${link(`/rules/${rule.id}/`)}#conflicts">${plural(words.rule.disputed, context.locale, conflicts.length, format.number(conflicts.length))}</a>`;
  return html`${evidenceBadge(words.evidence, rule.evidence)} · ${sourcesOf(context, knowledge, rule)} · ${fill(words.rule.reviewed, { date: format.date(rule.reviewed) })}${overdueMark(context, rule)}${disputed}`;
}

/** Stays hidden until the day on which the rule should have been checked again; the browser compares it with today. */
export function overdueMark({ words }: PageContext, rule: JoinedRule): Html {
  return html` <span class="overdue" data-due="${dueDate(rule)}" hidden>${words.rule.overdue}</span>`;
}

/** The day on which a rule must have been checked again. */
export function dueDate({ reviewed, reviewEvery }: JoinedRule): string {
  const due = new Date(`${reviewed}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + reviewEvery);
  return due.toISOString().slice(0, 10);
}

export function sourcesOf({ link }: PageContext, all: Knowledge, rule: JoinedRule): Html {
  const ids = sourceIdsOf(all, rule);
  return html`${ids.map((id) => html`${sourceChip(all.sources.get(id)?.name ?? id, link(`/sources/${id}/`))} `)}`;
}

/** The sources that a rule rests on. */
export function sourceIdsOf({ claims }: Knowledge, rule: JoinedRule): string[] {
  return [...new Set(rule.claims.for.flatMap((id) => claims.get(id)?.source ?? []))];
}
