import { Html, html } from '../../browser/html.ts';
import type { IncidentState, ListState } from '../../core/recovery/incident.ts';
import type { Note } from '../../core/recovery/told.ts';
import { caseActions } from './case.view.ts';
import { writeTime } from './case-fields.ts';
import { printedDesk } from './case-print.view.ts';
import type { ListText, StepsProps } from './case-props.ts';
import { kindText, reportTexts, timeText } from './case-texts.ts';

/** Below the steps: what does not apply, what was found, dates, notes, the report, handing over. */
export function caseDesk(props: StepsProps, list: ListText, state: IncidentState, own: ListState | undefined): Html {
  const { words } = props;
  const closed = own?.steps.filter((step) => step.state === 'not-applicable') ?? [];
  const textOf = (id: string) => list.steps.find((step) => step.id === id)?.text ?? id;
  const texts = reportTexts(props);
  return html`${
    closed.length > 0 &&
    html`<section data-not-applicable><h2>${words.notApplicable}</h2><ul class="footing">${closed.map(({ id, because }) => html`<li>${textOf(id)} <em>${because && words.because[because]}</em></li>`)}</ul></section>`
  }${
    own &&
    own.gone.length > 0 &&
    html`<section><h2>${words.goneSteps}</h2><ul class="footing">${own.gone.map(({ id, state: was }) => html`<li>${id}: ${words.states[was]}</li>`)}</ul></section>`
  }<section class="desk no-print" data-incident="${state.id}">
    ${particulars(props, state, isAskedFor(own))}
    <details class="card" data-key="case-notes"><summary>${words.caseNotes}${state.notes.length > 0 && ` (${state.notes.length})`}</summary>${noteFields(props, '', state.notes)}</details>
    <details class="card" data-key="told" ${props.list === 'find-the-cause' && new Html('open')}><summary>${words.forReport}</summary><form data-told autocomplete="off">${ABOUT.map(
      (about) =>
        html`<div class="field"><label for="about-${about}">${words.about[about]}</label><textarea id="about-${about}" name="${about}" rows="3">${state.report.get(about)?.text}</textarea></div>`,
    )}<p class="actions"><button type="submit" class="button" data-action="told">${words.reportSave}</button></p></form></details>
    <h2>${words.keep}</h2>${caseActions(props)}
    <details data-key="history"><summary>${words.history}</summary><p class="footing">${kindText(props, state.kind)}</p><ol class="history">${state.history.map(
      (entry) =>
        html`<li ${entry.isUndone && new Html('class="undone"')}><small>${timeText(props, entry.at)}</small> ${texts.entry(entry)}${entry.isUndone && ` (${words.undoneMark})`}</li>`,
    )}</ol></details>
    <details data-key="close"><summary>${words.close}</summary><p class="actions">${
      state.closed
        ? html`<button type="button" class="button" data-action="resume">${words.resume}</button>`
        : OUTCOMES.map(
            (outcome) =>
              html`<button type="button" class="button" data-action="close-${outcome}">${words.outcomes[outcome]}</button> `,
          )
    }</p></details>
  </section>${printedDesk(props, state)}`;
}

/** What the case was opened with, to be corrected. */
function particulars(props: StepsProps, state: IncidentState, isOpen: boolean): Html {
  const { words } = props;
  const kinds = { ...(state.kind in words.kinds ? {} : { [state.kind]: state.kind }), ...words.kinds };
  const time = (what: 'ban' | 'unblock', at: number | undefined) =>
    html`<div class="field"><label for="date-${what}">${words[what]}</label><input type="datetime-local" id="date-${what}" name="${what}" value="${writeTime(at)}" aria-describedby="error-${what}"/><div id="error-${what}" aria-live="polite"></div></div>`;
  return html`<details class="card" data-key="dates" ${isOpen && new Html('open')}><summary>${words.dates}</summary><form data-dates autocomplete="off" novalidate><div class="fields">${time('ban', state.banned)}${time('unblock', state.unblocked)}<div class="field"><label for="own-label">${words.label}</label><input type="text" id="own-label" name="case-label" maxlength="200" value="${state.label}" aria-describedby="error-case-label"/><div id="error-case-label" aria-live="polite"></div></div><div class="field"><label for="own-kind">${words.kind}</label><select id="own-kind" name="case-kind">${Object.entries(kinds).map(([id, text]) => html`<option value="${id}" ${id === state.kind && new Html('selected')}>${text}</option>`)}</select></div></div><p class="actions"><button type="submit" class="button" data-action="dates">${words.datesSave}</button></p></form></details>`;
}

export const ABOUT = ['what-happened', 'cause', 'what-changes'] as const;
const OUTCOMES = ['recovered', 'lost', 'other'] as const;

function isAskedFor(list: ListState | undefined): boolean {
  return list?.steps.some(({ wait }) => wait?.for === 'step' && /^(ban|unblock)$/.test(wait.step)) ?? false;
}

export function stepNotes(props: StepsProps, step: string, kept: readonly Note[]): Html {
  const { words } = props;
  return html`<details class="notes no-print" data-key="notes-${step}"><summary>${words.notes}${kept.length > 0 && ` (${kept.length})`}</summary>${noteFields(props, step, kept)}</details>${kept.length > 0 && html`<ul class="print-only">${kept.map(({ at, text }) => html`<li>${timeText(props, at)}: ${text}</li>`)}</ul>`}`;
}

function noteFields(props: StepsProps, step: string, kept: readonly Note[]): Html {
  const { words } = props;
  return html`${kept.length > 0 && html`<ul class="note-list">${kept.map(({ at, text }) => html`<li><small>${timeText(props, at)}</small> ${text}</li>`)}</ul>`}<label for="note-${step}">${words.note}</label><textarea id="note-${step}" name="note" rows="2" data-note="${step}"></textarea><p class="actions"><button type="button" class="button" data-action="note-add" data-step-id="${step}">${words.noteAdd}</button></p>`;
}
