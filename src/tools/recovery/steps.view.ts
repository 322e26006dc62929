import { Html, html } from '../../browser/html.ts';
import type { IncidentState, ListState } from '../../core/recovery/incident.ts';
import type { StepState } from '../../core/recovery/step-state.ts';
import type { Note } from '../../core/recovery/told.ts';
import { fill } from '../../core/words.ts';
import { caseActions, clockNotice, nextText } from './case.view.ts';
import type { ListText, StepsProps, StepText } from './case-props.ts';
import { kindText, leftText, listOf, reportTexts, timeText } from './case-texts.ts';
import { writeTime } from './new-case.ts';

/** Which step asks for a reason just now. */
export interface Asking {
  step: string;
  for: 'step-skip' | 'step-override';
}

/** Which case the steps are ticked for, and how far it is. */
export function caseBar(props: StepsProps, state: IncidentState, list: ListState | undefined, now: number): Html {
  const { words } = props;
  return html`<section class="case card case-bar" data-incident="${state.id}" aria-label="${words.working}">
    <p><span class="footing">${words.working}</span> <strong>${state.label}</strong></p>
    <p class="case-next">${nextText(props, state, now)}</p>
    ${list && html`<p class="footing">${fill(words.progress, { settled: list.settled, total: list.total })}</p>`}
    ${state.current !== props.list && html`<p class="caution">${fill(words.otherList, { list: listOf(props, state.current)?.title ?? state.current })}</p>`}
    ${list?.newVersion !== undefined && html`<p class="caution">${words.newVersion} <button type="button" class="quiet" data-action="list-seen">${words.seen}</button></p>`}
    <p class="actions"><button type="button" class="button" data-action="undo" ${state.undo === undefined && new Html('disabled')}>${words.undo}</button> <a class="button" href="${props.board}">${words.toBoard}</a></p>
  </section>${clockNotice(props, state)}`;
}

/** Before a case is chosen: which of them, or a new one. */
export function caseChooser(props: StepsProps, states: readonly IncidentState[], isMissing: boolean): Html {
  const { words } = props;
  return html`${isMissing && html`<p class="caution">${words.notKnown}</p>`}<p class="footing">${words.readOnly}</p>${
    states.length > 0 &&
    html`<p><strong>${words.choose}</strong></p><ul class="choose">${states.map(
      ({ id, label }) =>
        html`<li data-incident="${id}"><button type="button" class="button" data-action="open-incident">${label}</button></li>`,
    )}</ul>`
  }`;
}

/** What can be done with one step, and what was done. */
export function stepControls(
  props: StepsProps,
  list: ListText,
  text: StepText,
  state: StepState,
  asking: Asking | undefined,
  now: number,
): Html {
  const { words } = props;
  const isAsking = asking?.step === state.id ? asking.for : undefined;
  return html`${state.isNew && html`<p><span class="new-step">${words.isNew}</span></p>`}
    ${stateLine(props, list, text, state, now)}
    ${text.choices && choices(props, text, state)}
    ${isAsking ? reasonForm(props, isAsking) : buttons(props, state)}
    ${notes(props, state.id, state.notes)}`;
}

function stateLine(props: StepsProps, list: ListText, text: StepText, state: StepState, now: number): Html {
  const { words } = props;
  const { tick, override, wait } = state;
  const waiting =
    wait?.for === 'time'
      ? fill(words.opensAt, { time: timeText(props, wait.opensAt), left: leftText(props, wait.opensAt - now) })
      : wait?.for === 'condition'
        ? fill(words.waitsUntil, { until: text.until ?? '' })
        : wait?.for === 'step'
          ? waitsFor(props, list, wait.step)
          : undefined;
  return html`${waiting && html`<p class="opens">${waiting}</p>`}${override && html`<p class="footing">${fill(words.overridden, { reason: override.reason })}</p>`}${
    tick &&
    html`<p class="ticked"><span aria-hidden="true">${tick.state === 'done' ? '✓' : '–'}</span> ${
      tick.state === 'done'
        ? fill(words.doneAt, { time: timeText(props, tick.at) })
        : fill(words.skippedAt, { time: timeText(props, tick.at), reason: tick.reason ?? '' })
    }</p>`
  }`;
}

function waitsFor({ words }: StepsProps, list: ListText, id: string): string {
  if (id === 'ban' || id === 'unblock') return words.waitsForEvent[id];
  return fill(words.waitsForStep, { step: list.steps.findIndex((step) => step.id === id) + 1 });
}

function choices({ words }: StepsProps, { id, choices: given = [] }: StepText, state: StepState): Html {
  return html`<fieldset class="question"><legend>${words.answer}</legend>${given.map(
    (choice) =>
      html`<label class="pick"><input type="radio" name="choice-${id}" value="${choice.id}" ${state.choice === choice.id && new Html('checked')}/> <span>${choice.text}</span></label>`,
  )}</fieldset>`;
}

function buttons({ words }: StepsProps, { state, wait }: StepState): Html {
  const button = (action: string, text: string, style: string) =>
    html`<button type="button" class="${style}" data-action="${action}">${text}</button> `;
  if (state === 'done' || state === 'skipped')
    return html`<p class="actions">${button('step-reopen', words.reopen, 'quiet')}</p>`;
  return html`<p class="actions">${
    state === 'waiting'
      ? html`${wait?.for === 'condition' && button('wait-met', words.met, 'button primary')}${button('step-override', words.override, 'button')}`
      : button('step-done', words.done, 'button primary')
  }${button('step-skip', words.skip, 'button')}</p>`;
}

function reasonForm({ words }: StepsProps, asked: Asking['for']): Html {
  return html`<form class="reason-form" data-reason-for="${asked}" autocomplete="off"><label for="reason">${asked === 'step-skip' ? words.whySkip : words.whyOverride}</label><input type="text" id="reason" name="reason" maxlength="2000" aria-describedby="error-reason"/><div id="error-reason" aria-live="polite"></div><p class="actions"><button type="button" class="button primary" data-action="confirm">${words.confirm}</button> <button type="button" class="button" data-action="cancel">${words.cancel}</button></p></form>`;
}

function notes(props: StepsProps, step: string, kept: readonly Note[]): Html {
  const { words } = props;
  return html`<details class="notes" data-key="notes-${step}"><summary>${words.notes}${kept.length > 0 && ` (${kept.length})`}</summary>${noteFields(props, step, kept)}</details>`;
}

function noteFields(props: StepsProps, step: string, kept: readonly Note[]): Html {
  const { words } = props;
  return html`${kept.length > 0 && html`<ul class="note-list">${kept.map(({ at, text }) => html`<li><small>${timeText(props, at)}</small> ${text}</li>`)}</ul>`}<label for="note-${step}">${words.note}</label><textarea id="note-${step}" name="note" rows="2" data-note="${step}"></textarea><p class="actions"><button type="button" class="button" data-action="note-add" data-step-id="${step}">${words.noteAdd}</button></p>`;
}

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
  }<section class="desk" data-incident="${state.id}">
    <details class="card" data-key="dates" ${isAskedFor(own) && new Html('open')}><summary>${words.dates}</summary><form data-dates autocomplete="off"><div class="fields">${(
      ['ban', 'unblock'] as const
    ).map(
      (what) =>
        html`<div class="field"><label for="date-${what}">${words[what]}</label><input type="datetime-local" id="date-${what}" name="${what}" value="${writeTime(what === 'ban' ? state.banned : state.unblocked)}"/></div>`,
    )}</div><p class="actions"><button type="submit" class="button" data-action="dates">${words.datesSave}</button></p></form></details>
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
  </section>`;
}

export const ABOUT = ['what-happened', 'cause', 'what-changes'] as const;
const OUTCOMES = ['recovered', 'lost', 'other'] as const;

function isAskedFor(list: ListState | undefined): boolean {
  return list?.steps.some(({ wait }) => wait?.for === 'step' && /^(ban|unblock)$/.test(wait.step)) ?? false;
}

/** At the end of finding the cause: the causes named, the rules broken, the plan with its dates. */
export function causesFound(props: StepsProps, list: ListText, own: ListState | undefined, today: string): Html {
  const { words, rulesOf } = props;
  if (Object.keys(rulesOf).length === 0) return html``;
  const answered = (choice: string) => own?.steps.filter((step) => step.choice === choice && rulesOf[step.id]) ?? [];
  const textOf = (id: string) => list.steps.find((step) => step.id === id)?.text ?? id;
  const yes = answered('yes');
  const unsure = answered('unsure');
  return html`<section class="card causes" data-causes="${yes.length}"><h2>${words.causes}</h2>${
    yes.length === 0
      ? html`<p>${words.causesNone}</p>`
      : html`<ul>${yes.map(({ id }) => html`<li data-cause="${id}"><strong>${textOf(id)}</strong><ul>${(rulesOf[id] ?? []).map(({ title, href }) => html`<li><a href="${href}">${title}</a></li>`)}</ul></li>`)}</ul>`
  }${unsure.length > 0 && html`<p><strong>${words.causesUnsure}</strong></p><ul>${unsure.map(({ id }) => html`<li>${textOf(id)}</li>`)}</ul>`}
    <p class="actions">${props.warmUp !== undefined && html`<a class="button primary" href="${props.warmUp}#start=${today}">${words.planStart}</a>`} ${props.messageLog !== undefined && html`<a class="button" href="${props.messageLog}">${words.logCheck}</a>`}</p>${props.warmUp !== undefined && html`<p class="footing">${words.planText}</p>`}</section>`;
}

/** The vendors of the list's steps: those who are no customers switch their steps off once for all. */
export function vendorSwitches(props: StepsProps, list: ListText, off: ReadonlySet<string>): Html {
  const { words, vendors } = props;
  const own = [...new Set(list.steps.flatMap(({ vendor }) => vendor ?? []))];
  return html`${own.map(
    (id) =>
      html`<p><label class="pick"><input type="checkbox" name="vendor" value="${id}" ${!off.has(id) && new Html('checked')}/> <span>${words.vendors} ${vendors[id] ?? id}</span></label></p>`,
  )}`;
}
