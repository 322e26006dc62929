import { type Html, html } from '../../browser/html.ts';

export interface ConflictWords {
  differs: string;
  bothTrue: string;
  choice: string;
}

export interface ConflictView {
  id: string;
  title: string;
  sides: { position: Html; claims: Html }[];
  differs: Html;
  bothTrueWhen: Html;
  resolution: Html;
  /** Typed reasons for the choice, in words. */
  reasons: string[];
}

/** A disagreement: the sides next to each other, how both may be right, and what we chose. */
export function conflictPanel(words: ConflictWords, level: 2 | 3, conflict: ConflictView): Html {
  const { id, title, sides, differs, bothTrueWhen, resolution, reasons } = conflict;
  const heading = level === 2 ? html`<h2 id="${id}">${title}</h2>` : html`<h3 id="${id}">${title}</h3>`;
  return html`<section class="conflict" data-conflict="${id}" aria-labelledby="${id}">
    ${heading}
    <ul class="sides">${sides.map(({ position, claims }) => html`<li><p>${position}</p>${claims}</li>`)}</ul>
    <dl>
      <dt>${words.differs}</dt><dd>${differs}</dd>
      <dt>${words.bothTrue}</dt><dd>${bothTrueWhen}</dd>
      <dt>${words.choice}</dt><dd class="choice">${resolution} ${reasons.map((reason) => html`<span class="reason">${reason}</span> `)}</dd>
    </dl>
  </section>`;
}
