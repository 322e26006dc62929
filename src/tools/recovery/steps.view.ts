import { Html, html } from '../../browser/html.ts';
import { nextDue } from '../../core/recovery/due.ts';
import type { IncidentState, ListState } from '../../core/recovery/incident.ts';
import type { StepState } from '../../core/recovery/step-state.ts';
import { fill } from '../../core/words.ts';
import { clockNotice, nextText } from './case.view.ts';
import { stepNotes } from './case-desk.view.ts';
import { writeTime } from './case-fields.ts';
import { printedHead } from './case-print.view.ts';
import type { ListText, StepsProps, StepText } from './case-props.ts';
import { leftText, listOf, timeText } from './case-texts.ts';

/** Which step asks for a reason just now. */
export interface Asking {
  step: string;
  for: 'step-skip' | 'step-override';
}

/** Which case the steps are ticked for, and how far it is. */
export function caseBar(props: StepsProps, state: IncidentState, list: ListState | undefined, now: number): Html {
  const { words } = props;
  return html`<section class="case card case-bar no-print" data-incident="${state.id}" aria-label="${words.working}" tabindex="-1">
    <p><span class="footing">${words.working}</span> <strong>${state.label}</strong></p>
    <p class="case-next">${nextText(props, state, now)}</p>
    ${list && html`<p class="footing">${fill(words.progress, { settled: list.settled, total: list.total })}</p>`}
    ${state.current !== props.list && html`<p class="caution">${fill(words.otherList, { list: listOf(props, state.current)?.title ?? state.current })}</p>`}
    ${list?.newVersion !== undefined && html`<p class="caution">${words.newVersion} <button type="button" class="quiet" data-action="list-seen">${words.seen}</button></p>`}
    <p class="actions">${toStep(props, state)}<button type="button" class="button" data-action="undo" ${state.undo === undefined && new Html('disabled')}>${words.undo}</button> <a class="button" href="${props.board}">${words.toBoard}</a></p>
  </section>${clockNotice(props, state)}${printedHead(props, state)}`;
}

/** The way to what is next: the list may be long, and the phone small. */
function toStep(props: StepsProps, state: IncidentState): Html | undefined {
  const due = nextDue(state);
  const index = listOf(props, props.list)?.steps.findIndex(({ id }) => id === due?.step) ?? -1;
  if (!due || due.list !== props.list || index < 0) return undefined;
  return html`<button type="button" class="button primary" data-action="to-step" data-to="${due.step}">${fill(props.words.toStep, { step: index + 1 })}</button> `;
}

/** Before a case is chosen: which of them, or a new one. */
export function caseChooser(props: StepsProps, states: readonly IncidentState[], isMissing: boolean): Html {
  const { words } = props;
  return html`${isMissing && html`<p class="caution no-print">${words.notKnown}</p>`}<p class="footing no-print">${words.readOnly}</p>${
    states.length > 0 &&
    html`<p class="no-print"><strong>${words.choose}</strong></p><ul class="choose no-print">${states.map(
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
    ${state.tick && timeForm(props, state.id, state.tick.at)}
    ${stepNotes(props, state.id, state.notes)}`;
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
  const chosen = given.find(({ id: one }) => one === state.choice);
  return html`${chosen && html`<p class="print-only">${words.answer} <strong>${chosen.text}</strong></p>`}<fieldset class="question no-print"><legend>${words.answer}</legend>${given.map(
    (choice) =>
      html`<label class="pick"><input type="radio" name="choice-${id}" value="${choice.id}" ${state.choice === choice.id && new Html('checked')}/> <span>${choice.text}</span></label>`,
  )}</fieldset>`;
}

function buttons({ words }: StepsProps, { state, wait }: StepState): Html {
  const button = (action: string, text: string, style: string) =>
    html`<button type="button" class="${style}" data-action="${action}">${text}</button> `;
  if (state === 'done' || state === 'skipped')
    return html`<p class="actions no-print">${button('step-reopen', words.reopen, 'quiet')}</p>`;
  return html`<p class="actions no-print">${
    state === 'waiting'
      ? html`${wait?.for === 'condition' && button('wait-met', words.met, 'button primary')}${button('step-override', words.override, 'button')}`
      : button('step-done', words.done, 'button primary')
  }${button('step-skip', words.skip, 'button')}</p>`;
}

/** When it was really done: waits are counted from there. */
function timeForm({ words }: StepsProps, step: string, at: number): Html {
  return html`<details class="step-time no-print" data-key="time-${step}"><summary>${words.timeChange}</summary><form data-step-time autocomplete="off" novalidate><label for="time-${step}">${words.timeOf}</label><input type="datetime-local" id="time-${step}" name="step-time" value="${writeTime(at)}" aria-describedby="error-time-${step}"/><div id="error-time-${step}" aria-live="polite"></div><p class="actions"><button type="submit" class="button" data-action="step-date">${words.datesSave}</button></p></form></details>`;
}

function reasonForm({ words }: StepsProps, asked: Asking['for']): Html {
  return html`<form class="reason-form no-print" data-reason-for="${asked}" autocomplete="off"><label for="reason">${asked === 'step-skip' ? words.whySkip : words.whyOverride}</label><input type="text" id="reason" name="reason" maxlength="2000" aria-describedby="error-reason"/><div id="error-reason" aria-live="polite"></div><p class="actions"><button type="button" class="button primary" data-action="confirm">${words.confirm}</button> <button type="button" class="button" data-action="cancel">${words.cancel}</button></p></form>`;
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
