import { type Html, html } from '../../browser/html.ts';
import { zoneBadge } from '../../components/zone/zone.view.ts';
import type { Format } from '../../core/format.ts';
import { type BadLine, evaluateNumbers, type NumberRow } from '../../core/number-list.ts';
import { fill } from '../../core/words.ts';
import type { ReplyRatioProps } from './reply-ratio.view.ts';

/** The table of several numbers, worst first, and what is wrong with the lines that could not be read. */
export function numbersView(props: ReplyRatioProps, format: Format, pasted: string): Html {
  const { words } = props;
  const { rows, total, badLines } = evaluateNumbers(props.rules, pasted);
  return html`${badLines.length > 0 && html`<ul class="bad-lines">${badLines.map((bad) => html`<li class="error-sentence" data-bad-line="${bad.line}">${badLineSentence(props, format, bad)}</li>`)}</ul>`}
    ${
      total &&
      html`<div class="table-wrap"><table>
      <thead><tr><th scope="col">${words.number}</th><th scope="col" class="number">${words.sentShort}</th><th scope="col" class="number">${words.repliesShort}</th><th scope="col" class="number">${words.ratio}</th><th scope="col">${words.zone}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr data-number="${row.label}"${rowData(row)}><th scope="row">${row.label}</th>${cells(props, format, row)}</tr>`)}</tbody>
      <tfoot><tr data-number-total${rowData(total)}><th scope="row">${words.total}</th>${cells(props, format, total)}</tr></tfoot>
    </table></div>`
    }`;
}

type Counts = Omit<NumberRow, 'label'>;

function rowData({ sent, replies, ratio, zone }: Counts): Html {
  const value = ratio === undefined ? '' : html` data-value="${ratio}"`;
  return html` data-sent="${sent}" data-replies="${replies}"${value} data-zone="${zone ?? 'none'}"`;
}

function cells({ zones }: ReplyRatioProps, format: Format, { sent, replies, ratio, zone }: Counts): Html {
  return html`<td class="number">${format.number(sent)}</td><td class="number">${format.number(replies)}</td><td class="number">${ratio === undefined ? '–' : format.percent(ratio, 1)}</td><td>${zoneBadge(zones, zone)}</td>`;
}

function badLineSentence({ words }: ReplyRatioProps, format: Format, bad: BadLine): string {
  const columns = { sent: words.sentShort, replies: words.repliesShort, blocked: words.blockedShort };
  const reason =
    bad.reason === 'bad-number'
      ? fill(words.badLine['bad-number'], { column: columns[bad.column] })
      : words.badLine[bad.reason];
  return fill(words.badLineAt, { line: format.number(bad.line), text: bad.text.slice(0, 60), reason });
}
