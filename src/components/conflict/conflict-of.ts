import { html } from '../../browser/html.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Conflict } from '../../knowledge/schema.ts';
import { type PageContext, richText } from '../context.ts';
import { sourceChip } from '../source-chip/source-chip.view.ts';
import type { ConflictView } from './conflict.view.ts';

/** A conflict as its panel shows it on one page. */
export function conflictView(context: PageContext, { rules, sources }: Knowledge, conflict: Conflict): ConflictView {
  const { locale, words, link } = context;
  return {
    id: conflict.id,
    title: conflict.title[locale],
    sides: conflict.sides.map((side) => ({
      position: richText(context, rules, side.position),
      claims: html`${side.sources.map((id) => html`${sourceChip(sources.get(id)?.name ?? id, link(`/sources/${id}/`))} `)}`,
    })),
    differs: richText(context, rules, conflict.differs),
    bothTrueWhen: richText(context, rules, conflict.bothTrueWhen),
    resolution: richText(context, rules, conflict.resolution),
    reasons: conflict.reasons.map((reason) => words.reasons[reason]),
  };
}
