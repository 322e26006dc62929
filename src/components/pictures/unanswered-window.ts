import { type Html, html } from '../../browser/html.ts';
import { fill } from '../../core/words.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { parseReference } from '../../knowledge/inline.ts';
import { type PageContext, writeReference } from '../context.ts';

type Fate = 'unanswered' | 'answered' | 'open';

/** How the window of unanswered messages rolls: one square a day, some of them with a message left unanswered. */
export function unansweredWindow(context: PageContext, { rules }: Knowledge): Html {
  const { words } = context;
  const value = (name: string) => writeReference(context, rules, parseReference(`unanswered.${name}`, undefined));
  const places = { hours: value('reply-window').text, days: value('counting-window').text };
  const length = Number(value('counting-window').value ?? 0);
  const open = Math.ceil(Number(value('reply-window').value ?? 0) / 24);
  const fates = Array.from({ length }, (_, day): Fate => {
    if (day >= length - open) return 'open';
    return day % 5 === 1 || day % 7 === 3 ? 'unanswered' : 'answered';
  });
  const { pictures } = words;
  const legend: [Fate, string][] = [
    ['unanswered', pictures.windowUnanswered],
    ['answered', pictures.windowAnswered],
    ['open', fill(pictures.windowOpen, places)],
  ];
  return html`<figure class="chart-frame window-picture"><figcaption><strong>${pictures.windowTitle}</strong> ${fill(pictures.windowSays, places)}</figcaption>
    <svg viewBox="0 0 ${length * 10} 14" role="img" aria-label="${fill(pictures.windowSays, places)}">${fates.map(
      (fate, day) => html`<rect class="${fate}" x="${day * 10 + 1}" y="1" width="8" height="12" rx="2"/>`,
    )}</svg>
    <p class="axis"><span>${fill(pictures.windowStart, places)}</span><span>${pictures.windowToday}</span></p>
    <ul class="legend">${legend.map(([fate, word]) => html`<li><svg viewBox="0 0 10 14" width="10" height="14" aria-hidden="true"><rect class="${fate}" x="1" y="1" width="8" height="12" rx="2"/></svg> ${word}</li>`)}</ul>
  </figure>`;
}
