import { type Html, html } from '../../browser/html.ts';
import { formatFor } from '../../core/format.ts';
import { type BadLogLine, LOG_RANGES } from '../../core/warm-up/log.ts';
import { fill } from '../../core/words.ts';
import type { WarmUpProps } from './warm-up.view.ts';

/** Each line of the log that could not be read, with its number and what is missing. */
export function badLinesView(props: WarmUpProps, lines: readonly BadLogLine[]): Html {
  if (lines.length === 0) return html``;
  return html`<ul class="bad-lines">${lines.map((bad) => html`<li class="error-sentence" data-bad-line="${bad.line}">${lineSentence(props, bad)}</li>`)}</ul>`;
}

function lineSentence({ words, locale }: WarmUpProps, bad: BadLogLine): string {
  const format = formatFor(locale);
  const reason =
    bad.reason === 'bad-number'
      ? fill(words.badLine['bad-number'], {
          column: words.logColumns[bad.column],
          max: format.number(LOG_RANGES[bad.column].max),
        })
      : words.badLine[bad.reason];
  return fill(words.badLineAt, { line: format.number(bad.line), text: bad.text.slice(0, 60), reason });
}
