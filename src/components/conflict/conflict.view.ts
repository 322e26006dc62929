import { type Html, html } from '../../browser/html.ts';

export interface ConflictWords {
  differs: string;
  bothTrue: string;
  choice: string;
  /** On the switch that shows the sides, where they are folded up. */
  eachSide: string;
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
  return panel(level, conflict, html`${sidesOf(words, conflict)}${choiceOf(words, conflict)}`);
}

/** The same for a text in which it is not the main matter: what we chose, and the sides on demand. */
export function foldedConflict(words: ConflictWords, conflict: ConflictView): Html {
  return panel(
    3,
    conflict,
    html`${choiceOf(words, conflict)}<details><summary>${words.eachSide}</summary>${sidesOf(words, conflict)}</details>`,
  );
}

function panel(level: 2 | 3, { id, title }: ConflictView, content: Html): Html {
  const heading = level === 2 ? html`<h2 id="${id}">${title}</h2>` : html`<h3 id="${id}">${title}</h3>`;
  return html`<section class="conflict" data-conflict="${id}" aria-labelledby="${id}">${heading}${content}</section>`;
}

function sidesOf(words: ConflictWords, { sides, differs, bothTrueWhen }: ConflictView): Html {
  return html`<ul class="sides">${sides.map(({ position, claims }) => html`<li><p>${position}</p>${claims}</li>`)}</ul>
    <dl><dt>${words.differs}</dt><dd>${differs}</dd><dt>${words.bothTrue}</dt><dd>${bothTrueWhen}</dd></dl>`;
}

function choiceOf(words: ConflictWords, { resolution, reasons }: ConflictView): Html {
  return html`<dl><dt>${words.choice}</dt><dd class="choice">${resolution} ${reasons.map((reason) => html`<span class="reason">${reason}</span> `)}</dd></dl>`;
}
