import { type Html, html } from '../../browser/html.ts';
import type { SourceDay } from '../../core/warm-up/day.ts';
import { nameOf } from './names.ts';
import type { Shown } from './warm-up.view.ts';

/** What every followed source says on its own, as numbers: messages and new people. */
export function sourcesTable({ props, format, situation }: Shown): Html {
  const { words } = props;
  const { days } = situation.plan;
  const sources = days[0]?.lines.map(({ source }) => source) ?? [];
  if (sources.length === 0) return html`<p>${words.noSchedules}</p>`;
  const figure = (line: SourceDay | undefined, metric: 'messages' | 'recipients') =>
    line?.[metric] === undefined ? '–' : format.number(line[metric]);
  return html`<p>${words.bySourceText}</p><table class="per-source"><thead><tr><th scope="col">${words.day}</th>${sources.map((id) => html`<th scope="col">${nameOf(props, id)}</th>`)}</tr></thead><tbody>${days.map(
    ({ day, lines }) =>
      html`<tr><th scope="row">${day}</th>${sources.map((_id, index) => html`<td>${figure(lines[index], 'messages')} / ${figure(lines[index], 'recipients')}</td>`)}</tr>`,
  )}</tbody></table>`;
}
