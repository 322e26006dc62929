import { type Html, html } from '../../browser/html.ts';
import { zoneBadge } from '../../components/zone/zone.view.ts';
import type { FigureId, LogAnalysis } from '../../core/message-log/figures.ts';
import { nameIn } from './mask.ts';
import type { Shown } from './message-log.view.ts';

const FIGURES = [
  'replies-messages',
  'peak-hour',
  'new-recipients-peak',
  'identical-batch',
] as const satisfies FigureId[];

/** Several numbers beside each other, and all of them together. */
export function numbersView(shown: Shown): Html {
  const { props, byNumber } = shown;
  const { words } = props;
  if (!byNumber) return html``;
  const { numbers, total } = byNumber;
  return html`<h2 id="numbers">${words.numbers.title}</h2><p>${words.numbers.says}</p>
    <div class="table-wrap" tabindex="0" role="group" aria-label="${words.numbers.title}"><table class="log-numbers">
      <thead><tr><th scope="col">${words.columns.number}</th><th scope="col" class="number">${words.columns.sent}</th><th scope="col" class="number">${words.columns.received}</th>${FIGURES.map((id) => html`<th scope="col">${words.figures[id].name}</th>`)}</tr></thead>
      <tbody>${numbers.map(({ number, analysis }) => html`<tr data-number="${nameIn(shown, number)}"${counts(analysis)}><th scope="row">${nameIn(shown, number)}</th>${cells(shown, analysis)}</tr>`)}</tbody>
      <tfoot><tr data-number-total${counts(total)}><th scope="row">${words.numbers.total}</th>${cells(shown, total)}</tr></tfoot>
    </table></div>`;
}

function counts({ sent, received }: LogAnalysis): Html {
  return html` data-sent="${sent}" data-received="${received}"`;
}

function cells(shown: Shown, { sent, received, figures }: LogAnalysis): Html {
  const { format, props } = shown;
  return html`<td class="number">${format.number(sent)}</td><td class="number">${format.number(received)}</td>${FIGURES.map(
    (id) => {
      const { value, zone } = figures[id];
      return html`<td>${value === undefined ? '–' : format.number(value, 1)} ${zone !== 'none' && zoneBadge(props.zones, zone)}</td>`;
    },
  )}`;
}
