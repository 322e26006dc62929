import { type Html, html } from '../../browser/html.ts';

/** What is wrong with a field and what to do, said beside it and to screen readers. */
export function errorSentence(key: string, sentence: string | undefined): Html {
  return html`<p class="error-sentence" id="error-${key}" data-error-for="${key}" ${sentence === undefined && 'hidden'}>${sentence}</p>`;
}
