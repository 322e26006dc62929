import { type Html, html } from '../../browser/html.ts';

/** The name of a source, leading to its page. */
export function sourceChip(name: string, href: string): Html {
  return html`<a class="source-chip" href="${href}">${name}</a>`;
}
