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
  const firstDay = all.rules.get('first-day-rest');
  const rules = {
    schedules: [...all.schedules.values()],
    firstMessageDay: (firstDay && valueOfRule(firstDay, 'wait')?.single) ?? 1,
    pace: [],
  };
  const limits = (sources: string[]) =>
    planWarmUp(rules, { start: 0, sources, connect: 'service' }).days.map(({ messages }) => messages.most);
  const everyone = rules.schedules.map(({ source }) => source);
  const strictest = limits(everyone);
  const highest = Math.max(...strictest.map((limit) => limit ?? 0));
  // A ceiling far above all others would press their lines flat; the table still has it.
  const bySource = everyone.map((source) => ({ source, values: limits([source]) }));
  const drawn = bySource.filter(({ values }) =>
    values.some((limit) => limit !== undefined && limit > 0 && limit <= highest * 4),
  );
  const name = (source: string) => all.sources.get(source)?.name ?? source;
  const days: [string, string] = [
    fill(pictures.warmUpDay, { day: 0 }),
    fill(pictures.warmUpDay, { day: format.number(strictest.length - 1) }),
  ];
  const write = (limit: number | undefined) => (limit === undefined ? '–' : format.number(limit));
  return chartFrame({
    title: pictures.warmUpTitle,
    says: pictures.warmUpSays,
    picture: lineChart({
      says: pictures.warmUpSays,
      days,
      top: (value) => fill(pictures.warmUpTop, { value: format.number(value) }),
      series: [
        ...drawn.map(({ source, values }) => ({
          label: name(source),
          values: values.map((limit) => (limit !== undefined && limit > highest * 4 ? undefined : limit)),
        })),
        { label: pictures.warmUpStrictest, values: strictest, isMain: true },
      ],
    }),
    table: html`<table lang="${locale}"><thead><tr><th scope="col">${pictures.warmUpDayHead}</th>${everyone.map((source) => html`<th scope="col" class="number">${name(source)}</th>`)}<th scope="col" class="number">${pictures.warmUpStrictest}</th></tr></thead>
      <tbody>${strictest.map((limit, day) => html`<tr><th scope="row">${day}</th>${bySource.map(({ values }) => html`<td class="number">${write(values[day])}</td>`)}<td class="number"><strong>${write(limit)}</strong></td></tr>`)}</tbody></table>`,
    tableSwitch: words.chart.asTable,
  });
}
