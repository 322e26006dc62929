import { type Html, html } from '../../browser/html.ts';
import { zoneMark } from '../../components/zone/zone.view.ts';
import { fill, plural } from '../../core/words.ts';
import { type Judged, judgedFigures, valueText } from './judged.ts';
import type { Shown } from './message-log.view.ts';

/** What the log shows in a few sentences, worst first. */
export function summaryView(shown: Shown): Html {
  const { props, analysis, format } = shown;
  const { words } = props;
  const found = summarySentences(shown);
  const worst = found[0]?.kind ?? (analysis.state === 'analysed' ? 'safe' : 'none');
  return html`<section class="answer log-summary" data-shows="${worst === 'attention' ? 'warning' : worst}">
    <h2 id="shows" tabindex="-1">${words.summary.title}</h2>
    <div data-summary>${
      found.length > 0
        ? found.map(
            ({ kind, text }) =>
              html`<p class="verdict" data-shows="${kind === 'attention' ? 'none' : kind}"><span class="mark">${zoneMark(kind === 'danger' || kind === 'warning' ? kind : undefined)}</span> ${text}</p>`,
          )
        : html`<p class="verdict">${analysis.state === 'analysed' ? words.summary.good : noMessages(shown)}</p>`
    }</div>
    <p>${countsSentence(shown)}</p>
    <dl class="log-rows"><dt>${words.summary.rowsRead}</dt><dd><strong data-figure="rows-read" data-value="${analysis.rowsRead}">${format.number(analysis.rowsRead)}</strong></dd>
    <dt>${words.summary.rowsBad}</dt><dd><strong data-figure="rows-bad" data-value="${shown.told.rowsBad}">${format.number(shown.told.rowsBad)}</strong></dd></dl>
    ${found.length > 0 && html`<p class="no-print"><a class="button" href="${props.links.cause}">${words.summary.cause}</a></p>`}
  </section>`;
}

export type Loud = 'danger' | 'warning' | 'attention';

/** One sentence for each kind of finding; none where all is well. */
export function summarySentences(shown: Shown): { kind: Loud; text: string }[] {
  const { summary } = shown.props.words;
  const { locale } = shown.props;
  const all = judgedFigures(shown.analysis);
  return (['danger', 'warning', 'attention'] as const).flatMap((kind) => {
    const found = all.filter(({ weight }) => weight === kind);
    if (found.length === 0) return [];
    const list = shown.format.list(found.map((item) => itemText(shown, item)));
    const n = found.length;
    const text =
      kind === 'attention'
        ? fill(summary.attention, { list })
        : fill(plural(summary[kind], locale, n, shown.format.number(n)), { list });
    return [{ kind, text }];
  });
}

function itemText(shown: Shown, { id, figure }: Judged): string {
  const { words } = shown.props;
  const [first = '', ...rest] = words.figures[id].name;
  const name = `${first.toLowerCase()}${rest.join('')}`;
  return fill(words.summary.item, { name, value: valueText(shown, id, figure.value ?? 0) });
}

function noMessages({ props, analysis }: Shown): string {
  return analysis.state === 'no-outgoing' ? props.words.faults['no-outgoing'] : props.words.summary.nothing;
}

export function countsSentence({ props, format, analysis, times }: Shown): string {
  const { summary } = props.words;
  const { sent, received, chats, span } = analysis;
  const counted = fill(summary.counts, {
    sent: format.number(sent),
    received: format.number(received),
    chats: plural(summary.chats, props.locale, chats, format.number(chats)),
  });
  if (!span) return counted;
  return `${counted} ${fill(summary.span, { from: times.moment(span.from), to: times.moment(span.to) })}`;
}
