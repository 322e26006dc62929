import { type Html, html } from '../../browser/html.ts';

export interface StepWords {
  owner: string;
  wait: string;
  doneWhen: string;
  warning: string;
  /** Stands before the claims the step rests on. */
  behind: string;
}

export interface StepView {
  id: string;
  number: number;
  text: Html;
  detail?: Html;
  owner: string;
  wait?: string;
  doneWhen: Html;
  warnings: Html[];
  /** Conditions, vendors, where to go on. */
  notes?: Html[];
  /** Possible answers, where the step is a question. */
  choices?: string[];
  /** What the sources say, on demand. */
  claims?: Html[];
}

/** One step of a checklist or a playbook, readable without any script. */
export function step(
  words: StepWords,
  { id, number, text, detail, owner, wait, doneWhen, warnings, notes = [], choices = [], claims = [] }: StepView,
): Html {
  return html`<li class="step" data-step="${id}" data-state="todo" id="step-${id}">
    <span class="step-number" aria-hidden="true">${number}</span>
    <div>
      <p class="step-text">${text}</p>
      ${detail && html`<p>${detail}</p>`}
      ${notes.map((note) => html`<p class="step-note">${note}</p>`)}
      ${choices.length > 0 && html`<ul class="choices">${choices.map((choice) => html`<li>${choice}</li>`)}</ul>`}
      ${warnings.map((warning) => html`<p class="step-warning"><strong>${words.warning}</strong> ${warning}</p>`)}
      <dl class="facts"><div><dt>${words.owner}</dt><dd>${owner}</dd></div>${wait && html`<div><dt>${words.wait}</dt><dd>${wait}</dd></div>`}<div><dt>${words.doneWhen}</dt><dd>${doneWhen}</dd></div></dl>
      ${claims.length > 0 && html`<details class="step-sources no-print"><summary>${words.behind}</summary><ul>${claims.map((claim) => html`<li>${claim}</li>`)}</ul></details>`}
    </div>
  </li>`;
}
