import { type Html, html } from '../../browser/html.ts';
import { type PageContext, plainText } from '../../components/context.ts';
import { sourceChip } from '../../components/source-chip/source-chip.view.ts';
import { LEVELS } from '../../core/risk/judge.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Scenario } from '../../knowledge/schema.ts';
import { levelBadge } from './level.view.ts';

type Answer = Scenario['answers'][number];

/** Every answer with the level at which each source lists it, leading to the statement itself. */
export function overviewOf(context: PageContext, all: Knowledge, { question, answers }: Scenario): Html {
  return html`<h3>${plainText(context, all.rules, question)}</h3><ul class="others">${answers.map((answer) => item(context, all, answer))}</ul>`;
}

function item(context: PageContext, all: Knowledge, { text, levels }: Answer): Html {
  const { words, link } = context;
  const listed = LEVELS.toReversed().flatMap((level) => {
    const own = levels.filter((entry) => entry.level === level);
    if (own.length === 0) return [];
    const chips = own.map(({ source, claims }) => {
      const name = all.sources.get(source)?.name ?? source;
      return html`${sourceChip(name, link(`/sources/${source}/#${claims[0]}`))} `;
    });
    return [html`${levelBadge({ ...words.riskLevels, unknown: words.risk.unknown }, level)} ${chips}`];
  });
  return html`<li><span>${plainText(context, all.rules, text)}</span> <span class="footing">${listed.length > 0 ? listed : words.risk.unlisted}</span></li>`;
}
