import { type Html, html } from '../../browser/html.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { PageContext } from '../context.ts';

/** From what the screen shows to the checklist to follow. */
export function banDecision(context: PageContext, { checklists }: Knowledge): Html {
  const { words, locale, link } = context;
  const { pictures } = words;
  const end = (answer: string, id: string) => {
    const title = checklists.get(id)?.title[locale] ?? id;
    return html`<li><span class="answer-word">${answer}</span> <a href="${link(`/recovery/${id}/`)}">${title}</a></li>`;
  };
  return html`<figure class="chart-frame decision"><figcaption><strong>${pictures.banTitle}</strong> ${pictures.banSays}</figcaption>
    <ol>
      <li><p>${pictures.banCountdown}</p><ul>${end(pictures.yes, 'temporary-restriction')}</ul></li>
      <li><p>${pictures.banFirst}</p><ul>${end(pictures.yes, 'first-ban')}${end(pictures.no, 'repeat-ban')}</ul></li>
      <li><p>${pictures.banOutcome}</p><ul>${end(pictures.unblocked, 'reconnect')}${end(pictures.refused, 'replacement-number')}</ul></li>
    </ol>
  </figure>`;
}
