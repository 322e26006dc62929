import { type Html, html } from '../../browser/html.ts';

export interface TermTip {
  id: string;
  term: string;
  definition: string;
  /** Where the glossary has it. */
  href: string;
}

/** Words of the field, each of which opens what it means; the platform's own popover, without any script. */
export function termTips(label: string, tips: readonly TermTip[]): Html {
  return html`<p class="term-tips"><span>${label}</span> ${tips.map(
    ({ id, term }) => html`<button class="term" type="button" popovertarget="term-${id}">${term}</button> `,
  )}</p>${tips.map(
    ({ id, term, definition, href }) =>
      html`<div class="term-tip" id="term-${id}" popover><p><a href="${href}"><strong>${term}</strong></a></p><p>${definition}</p></div>`,
  )}`;
}
