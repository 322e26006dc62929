import { type Html, html } from '../../browser/html.ts';
import { decideTriage, type Triage, type TriageAnswers } from '../../core/recovery/triage.ts';
import type { FinderProps } from './case-props.ts';

export interface TriageQuestionText {
  id: string;
  text: string;
  reason: string;
  answers: { id: string; text: string }[];
}

/** The questions, each with the reason why it is asked. */
export function triageQuestions(why: string, questions: readonly TriageQuestionText[]): Html {
  return html`${questions.map(
    ({ id, text, reason, answers }) =>
      html`<fieldset class="question" data-question="${id}"><legend>${text}</legend><p class="footing"><strong>${why}</strong> ${reason}</p>${answers.map(
        (answer) =>
          html`<label class="pick"><input type="radio" name="${id}" value="${answer.id}"/> <span>${answer.text}</span></label>`,
      )}<p class="no-matter footing" hidden data-no-matter></p></fieldset>`,
  )}`;
}

/** The list that the answers lead to, in one line that stays in sight. */
export function triageStrip(props: FinderProps, answers: TriageAnswers): Html {
  const { triage, words } = props;
  if (!triage || Object.keys(answers).length === 0) return html``;
  const { checklist, settled } = decideTriage(triage, answers);
  const list = props.lists[checklist];
  return html`<span><small>${settled ? words.result : words.resultSoFar}</small><br/><strong>${list?.title}</strong></span> <a class="button primary" href="${list?.href}">${words.openList}</a>`;
}

/** The list that the answers lead to, and what to heed first; nothing before the first answer. */
export function triageResult(props: FinderProps, answers: TriageAnswers): Html {
  const { triage, words } = props;
  if (!triage || Object.keys(answers).length === 0) return html``;
  const { checklist, outcome, advice, settled }: Triage = decideTriage(triage, answers);
  const list = props.lists[checklist];
  return html`<section class="answer" data-triage-result="${checklist}" data-settled="${settled ? 'yes' : 'no'}" data-shows="${settled ? 'safe' : 'none'}">
    <h3>${settled ? words.result : words.resultSoFar}</h3>
    <p class="triage-list">${list?.title}</p>
    <p>${triage.because[outcome]}</p>
    ${advice.length > 0 && html`<ul class="heed">${advice.map((id) => html`<li>${triage.advises[id]}</li>`)}</ul>`}
    <p class="actions"><a class="button primary" href="${list?.href}">${words.openList}</a> <button type="button" class="button" data-action="track" data-list="${checklist}">${words.track}</button></p>
  </section>`;
}
