import { Html, html } from '../../browser/html.ts';
import { evidenceBadge } from '../../components/evidence/evidence.view.ts';
import { zoneBadge } from '../../components/zone/zone.view.ts';
import type { ExampleRow, FigureId } from '../../core/message-log/figures.ts';
import { fill, plural } from '../../core/words.ts';
import { type Judged, judgedFigures, valueText, whenText } from './judged.ts';
import { fileIn, nameIn } from './mask.ts';
import type { Shown } from './message-log.view.ts';
import { textKey } from './protocol.ts';

/** Every figure, worst first: how much, when, by which rule, in which rows, and what to read. */
export function figuresView(shown: Shown): Html {
  return html`<h2 id="figures">${shown.props.words.figuresTitle}</h2>
    <ul class="log-figures">${judgedFigures(shown.analysis).map((judged) => figureCard(shown, judged))}</ul>`;
}

function figureCard(shown: Shown, { id, figure, weight }: Judged): Html {
  const { props } = shown;
  const { words, zones } = props;
  const { value, zone } = figure;
  const isFound = value !== undefined;
  const when = whenText(shown, id, figure);
  const rule = props.named[figure.rule];
  const guide = props.guides[id];
  const shows = zone === 'none' ? (weight === 'attention' ? 'warning' : 'none') : zone;
  const valueAttribute = isFound ? html` data-value="${value}"` : '';
  return html`<li class="log-figure" id="figure-${id}" data-shows="${shows}">
    <h3>${words.figures[id].name}</h3>
    <p class="log-value"><strong data-figure="${id}"${valueAttribute} data-zone="${zone}">${isFound ? valueText(shown, id, value) : words.noValue}</strong> ${zone !== 'none' && zoneBadge(zones, zone)}</p>
    <p>${whatText(shown, id)}${id === 'links-share' && isFound && linksText(shown)}</p>
    ${when !== '' && html`<p class="when">${words.when} <b>${when}</b></p>`}
    <p class="footing">${rule && html`${words.rule} <a href="${rule.href}">${rule.title}</a>. ${rule.limit !== undefined && zone !== 'none' && fill(words.safe, { limit: rule.limit })} ${evidenceBadge(props.basis.evidence, rule.evidence)}`}${guide && html`<br>${words.read} <a href="${guide.href}">${guide.title}</a>`}</p>
    ${isFound && onward(shown, id)}
    ${figure.examples.length > 0 && examples(shown, id, figure.examples)}
  </li>`;
}

export function whatText({ props, format }: Shown, id: FigureId): string {
  const { rules, units, words, locale } = props;
  return fill(words.figures[id].what, {
    hours: plural(units.hours, locale, rules.answerHours, format.number(rules.answerHours)),
    days: plural(units.days, locale, rules.recentDays, format.number(rules.recentDays)),
  });
}

export function linksText({ props, format, analysis }: Shown): string {
  const { links } = props.words;
  const { notHttps, shorteners } = analysis.links;
  const found = [
    ...(notHttps > 0 ? [plural(links.notHttps, props.locale, notHttps, format.number(notHttps))] : []),
    ...(shorteners > 0 ? [plural(links.shorteners, props.locale, shorteners, format.number(shorteners))] : []),
  ];
  return found.length > 0 ? ` ${format.list(found)}.` : '';
}

/** The other tools, with the figures filled in. */
function onward({ props, analysis, registered }: Shown, id: FigureId): Html {
  const { words, links } = props;
  const replies =
    id === 'replies-messages'
      ? analysis.replies.received
      : id === 'replies-answered'
        ? analysis.replies.answered
        : undefined;
  if (replies !== undefined) {
    return html`<p class="no-print"><a href="${links.replyRatio}#sent=${analysis.sent}&amp;replies=${replies}">${words.toRatio}</a></p>`;
  }
  if (registered === undefined || (id !== 'peak-day' && id !== 'new-recipients-peak')) return html``;
  return html`<p class="no-print"><a href="${links.warmUp}#start=${registered}">${words.toWarmUp}</a></p>`;
}

function examples(shown: Shown, id: FigureId, rows: readonly ExampleRow[]): Html {
  const { props, format, isOpen, told } = shown;
  const { words, locale } = props;
  const { columns } = words;
  const heads = [
    ...(told.files.length > 1 ? [columns.file] : []),
    columns.line,
    columns.time,
    columns.direction,
    columns.chat,
    ...(isOpen ? [columns.text] : []),
  ];
  const title = plural(words.examples, locale, rows.length, format.number(rows.length));
  return html`<details id="rows-${id}"><summary>${title}</summary><div class="table-wrap" tabindex="0" role="group" aria-label="${words.figures[id].name}"><table class="log-examples"><thead><tr>${heads.map((head) => html`<th scope="col"${head === columns.line && new Html(' class="number"')}>${head}</th>`)}</tr></thead><tbody>${rows.map((row) => exampleRow(shown, row))}</tbody></table></div></details>`;
}

function exampleRow(shown: Shown, { file, line, at, direction, chat }: ExampleRow): Html {
  const { told, format, times, props, isOpen, texts } = shown;
  return html`<tr data-example>${told.files.length > 1 && html`<td>${fileIn(shown, file)}</td>`}<td class="number">${format.number(line)}</td><td>${times.moment(at)}</td><td>${props.words.directions[direction]}</td><td>${nameIn(shown, chat)}</td>${isOpen && html`<td>${texts[textKey(file, line)] ?? ''}</td>`}</tr>`;
}
