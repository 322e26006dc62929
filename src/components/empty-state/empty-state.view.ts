import { type Html, html } from '../../browser/html.ts';

/** What to do first, where there is nothing to show yet. */
export function emptyState(title: string, text: string): Html {
  return html`<div class="empty-state"><p><strong>${title}</strong></p><p>${text}</p></div>`;
}
