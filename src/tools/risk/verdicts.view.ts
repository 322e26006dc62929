import { type Html, html } from '../../browser/html.ts';
import { sourceChip } from '../../components/source-chip/source-chip.view.ts';
import type { SourceVerdict } from '../../core/risk/evaluate.ts';
import { judge } from '../../core/risk/judge.ts';
import { plural } from '../../core/words.ts';
import { levelBadge, ZONE_OF } from './level.view.ts';
import type { Judged } from './risk.view.ts';

/** What each source that judges any question would say by itself. */
export function verdictsView(judged: Judged): Html {
  return html`<ul class="by-source">${judged.result.verdicts.map((verdict) => item(judged, verdict))}</ul>`;
}

function item(judged: Judged, verdict: SourceVerdict): Html {
  const { levels, sources } = judged.props;
  const { source, level } = verdict;
  const known = sources.find(({ id }) => id === source);
  return html`<li data-verdict-of="${source}" data-level="${level}" data-zone="${ZONE_OF[level]}"><p>${known ? sourceChip(known.name, known.href) : source} ${levelBadge(levels, level)}</p>${because(judged, verdict)}</li>`;
}

function because({ props, format, answers }: Judged, { source, level, unknown }: SourceVerdict): Html {
  const { words, locale, questions } = props;
  const own = questions.flatMap((question) =>
    judge(question, answers).some((judgement) => judgement.source === source && judgement.level === level)
      ? [question.text]
      : [],
  );
  const open = unknown.length > 0 && plural(words.sourceOpen, locale, unknown.length, format.number(unknown.length));
  if (own.length === 0 && !open) return html`<p class="footing">${words.sourceSilent}</p>`;
  return html`${own.length > 0 && html`<ul>${own.map((text) => html`<li>${text}</li>`)}</ul>`}${open && html`<p class="footing">${open}</p>`}`;
}
