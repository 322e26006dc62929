import { type Html, html } from '../../browser/html.ts';
import { planWarmUp } from '../../core/warm-up/plan.ts';
import { fill } from '../../core/words.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { valueOfRule } from '../../knowledge/inline.ts';
import { chartFrame } from '../chart-frame/chart-frame.view.ts';
import type { PageContext } from '../context.ts';
import { lineChart } from '../line-chart/line-chart.view.ts';

/** What each source lets a new number send, day by day, and the strictest of them. */
export function warmUpSources({ words, locale, format }: PageContext, all: Knowledge): Html {
  const { pictures } = words;
  const number = (id: string, name: string) => {
    const rule = all.rules.get(id);
    return rule && valueOfRule(rule, name)?.single;
  };
  const young = number('young-number-volume', 'history') ?? 21;
  const rules = {
    schedules: [...all.schedules.values()],
    firstMessageDay: number('first-day-rest', 'wait') ?? 1,
    pace: [],
  };
  const limits = (sources: string[]) =>
    planWarmUp(rules, { start: 0, sources, connect: 'service' }).days.map(({ messages }) => messages.most);
  const everyone = rules.schedules.map(({ source }) => source);
  const strictest = limits(everyone);
  const bySource = everyone.map((source) => ({ source, values: limits([source]) }));
  const name = (source: string) => all.sources.get(source)?.name ?? source;
  const drawn = strictest.slice(0, young + 1);
  const highest = Math.max(...drawn.map((limit) => limit ?? 0));
  // A ceiling far above all others would press their lines flat; the table has it.
  const visible = (limit: number | undefined) => (limit === undefined || limit > highest * 2 ? undefined : limit);
  const lines = bySource
    .map(({ source, values }) => ({ label: name(source), values: values.slice(0, young + 1).map(visible) }))
    .filter(({ values }) => values.some((limit) => limit !== undefined && limit > 0));
  const days: [string, string] = [
    fill(pictures.warmUpDay, { day: 0 }),
    fill(pictures.warmUpDay, { day: format.number(young) }),
  ];
  const write = (limit: number | undefined) => (limit === undefined ? '–' : format.number(limit));
  return chartFrame({
    title: pictures.warmUpTitle,
    says: pictures.warmUpSays,
    picture: lineChart({
      says: pictures.warmUpSays,
      days,
      top: (value) => fill(pictures.warmUpTop, { value: format.number(value) }),
      series: [...lines, { label: pictures.warmUpStrictest, values: drawn, isMain: true }],
    }),
    table: html`<table lang="${locale}"><thead><tr><th scope="col">${pictures.warmUpDayHead}</th><th scope="col" class="number">${pictures.warmUpStrictest}</th>${everyone.map((source) => html`<th scope="col" class="number">${name(source)}</th>`)}</tr></thead>
      <tbody>${strictest.map((limit, day) => html`<tr><th scope="row">${day}</th><td class="number"><strong>${write(limit)}</strong></td>${bySource.map(({ values }) => html`<td class="number">${write(values[day])}</td>`)}</tr>`)}</tbody></table>`,
    tableSwitch: words.chart.asTable,
  });
}
