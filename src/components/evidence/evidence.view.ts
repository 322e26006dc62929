import { type Html, html } from '../../browser/html.ts';
import type { Evidence } from '../../knowledge/schema.ts';

export interface EvidenceWords {
  /** Name of each grade. */
  grades: Record<Evidence, string>;
  /** What each grade means, in a sentence. */
  meanings: Record<Evidence, string>;
}

/** Bars filled: how much the evidence carries. */
const STRENGTH: Record<Evidence, number> = {
  'reported-platform-change': 4,
  'vendor-advice': 3,
  'community-estimate': 2,
  anecdote: 1,
};

/** How good the evidence is, as a small gauge and a word; bars that doubts have taken away are drawn as lost. */
export function evidenceBadge(words: EvidenceWords, grade: Evidence, doubts = 0): Html {
  const left = STRENGTH[grade] - doubts;
  return html`<span class="evidence" data-evidence="${grade}" title="${words.meanings[grade]}"><svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">${[
    0, 1, 2, 3,
  ].map(
    (bar) =>
      html`<rect class="${bar < left ? 'on' : bar < STRENGTH[grade] ? 'lost' : 'off'}" x="${bar * 6}" y="${9 - bar * 3}" width="4" height="${3 + bar * 3}" rx="1"/>`,
  )}</svg><span>${words.grades[grade]}</span></span>`;
}
