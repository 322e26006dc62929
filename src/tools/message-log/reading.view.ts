import { type Html, html } from '../../browser/html.ts';
import type { RowFault } from '../../core/message-log/faults.ts';
import type { FileOutcome } from '../../core/message-log/log-reader.ts';
import { fill, plural } from '../../core/words.ts';
import { fileIn, nameIn } from './mask.ts';
import type { Shown } from './message-log.view.ts';
import type { FileReport, Told } from './protocol.ts';

type Telling = Pick<Shown, 'props' | 'format' | 'isOpen'> & { told: Told };

/** How encoding, dates and zone were understood, and what could not be. */
export function readingView(shown: Shown): Html {
  const { words } = shown.props;
  return html`<h2 id="reading">${words.reading.title}</h2>
    <ul class="log-reading">${readingSentences(shown).map((sentence) => html`<li>${sentence}</li>`)}</ul>
    ${ownView(shown)}
    ${badRowsView(shown)}`;
}

/** Whose messages in chat exports count as sent, for it may have been guessed wrong. */
function ownView(shown: Shown): Html {
  const { senders, own } = shown.told;
  if (senders.length === 0) return html``;
  const { me } = shown.props.words;
  const said = own === undefined ? me.nobody : fill(me.counted, { name: nameIn(shown, own) });
  return html`<p>${said}</p><p class="no-print"><button class="button" type="button" data-action="choose-me">${me.change}</button></p>`;
}

export function readingSentences(shown: Shown): string[] {
  const { props, told, timeZone } = shown;
  const { reading } = props.words;
  const read = told.files.flatMap(({ outcome }) => (outcome.state === 'read' ? [outcome] : []));
  const hasWall = read.some(({ hasWallTimes }) => hasWallTimes);
  return [
    ...told.files.slice(0, MOST_FILES).flatMap((file, index) => fileSentence(shown, file, index)),
    fill(hasWall ? reading.wall : reading.instants, { zone: timeZone }),
  ];
}

const MOST_FILES = 50;

function fileSentence(shown: Telling, { outcome }: FileReport, index: number): string[] {
  if (outcome.state !== 'read') return [];
  const { props, format } = shown;
  const { reading, summary } = props.words;
  const sentence = fill(reading.file, {
    file: fileIn(shown, index),
    format: reading.formats[outcome.format],
    encoding: reading.encodings[outcome.encoding],
    rows: plural(summary.sent, props.locale, outcome.rows, format.number(outcome.rows)),
  });
  return [`${sentence}${orderSentence(shown, outcome)}`];
}

function orderSentence({ props }: Telling, { dateOrder }: Extract<FileOutcome, { state: 'read' }>): string {
  if (!dateOrder) return '';
  const { order, by } = props.words.reading;
  return ` ${order[dateOrder.order]}${by[dateOrder.decidedBy]}`;
}

/** The first rows that could not be read, each with its line and the reason. */
export function badRowsView(shown: Telling): Html {
  const { props, format, told } = shown;
  const { words } = props;
  if (told.rowsBad === 0) return html``;
  const { columns } = words;
  const manyFiles = told.files.length > 1;
  return html`<details id="bad-rows" class="log-bad"><summary>${plural(words.reading.bad, props.locale, told.rowsBad, format.number(told.rowsBad))}</summary>
    <p>${words.reading.badFirst}</p>
    <div class="table-wrap" tabindex="0" role="group" aria-label="${words.reading.title}"><table><thead><tr>${manyFiles && html`<th scope="col">${columns.file}</th>`}<th scope="col" class="number">${columns.line}</th><th scope="col">${columns.reason}</th><th scope="col">${columns.found}</th></tr></thead><tbody>${told.badRows.map((fault) => html`<tr data-bad-line="${fault.line}" data-reason="${fault.reason}">${manyFiles && html`<td>${fileIn(shown, fault.file)}</td>`}<td class="number">${format.number(fault.line)}</td><td>${words.reasons[fault.reason]}</td><td>${foundIn(shown, fault)}</td></tr>`)}</tbody></table></div></details>`;
}

/** A single cell tells nobody's name; a whole line may. */
function foundIn({ isOpen, told }: Telling, { file, reason, found }: RowFault): string {
  const outcome = told.files[file]?.outcome;
  const isTable = outcome?.state === 'read' && outcome.format !== 'chat-export';
  return isOpen || (isTable && CELLS.includes(reason)) ? found : '';
}

const CELLS: readonly RowFault['reason'][] = ['bad-time', 'no-such-date', 'too-early', 'too-late', 'unknown-direction'];
