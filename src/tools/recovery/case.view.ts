import { Html, html } from '../../browser/html.ts';
import type { StorageNotice } from '../../browser/incident-store.ts';
import { nextDue } from '../../core/recovery/due.ts';
import type { IncidentState } from '../../core/recovery/incident.ts';
import { fill } from '../../core/words.ts';
import type { CaseProps } from './case-props.ts';
import { durationText, kindText, leftText, listOf, stepOf, timeText } from './case-texts.ts';

/** Opens the list of an incident and works on it there. */
function caseAddress(props: CaseProps, { id, current }: IncidentState): string {
  return `${listOf(props, current)?.href ?? props.board}#incident=${id}`;
}

/** An incident on the board: what it is, how far it is, what is due next. */
export function caseCard(props: CaseProps, state: IncidentState, now: number): Html {
  const { words } = props;
  const list = state.lists.find(({ id }) => id === state.current);
  return html`<li class="case card" data-incident="${state.id}" ${state.closed && new Html('data-closed')}>
    <h3>${state.label}</h3>
    <p class="footing">${kindText(props, state.kind)} · ${listOf(props, state.current)?.title ?? state.current}${state.banned !== undefined && html` · ${fill(words.blockedOn, { time: timeText(props, state.banned) })}`}</p>
    <p class="case-next">${nextText(props, state, now)}</p>
    ${list && list.total > 0 && html`<p class="footing">${fill(words.progress, { settled: list.settled, total: list.total })}</p>`}
    <p><a class="button primary" data-action="open-incident" href="${caseAddress(props, state)}">${words.open}</a></p>
    ${caseActions(props)}
  </li>`;
}

/** What can be done with a whole incident. */
export function caseActions({ words }: CaseProps): Html {
  const action = (id: string, text: string) =>
    html`<button type="button" class="quiet" data-action="${id}">${text}</button>`;
  return html`<div class="case-actions no-print">${action('share', words.share)}${action('export-one', words.exportOne)}${action('calendar', words.calendar)}${action('report', words.report)}${action('delete-incident', words.remove)}</div>`;
}

/** The one thing to do next, in a line. */
export function nextText(props: CaseProps, state: IncidentState, now: number): Html {
  const { words } = props;
  if (state.closed) return html`${fill(words.closedWith, { outcome: words.outcomes[state.closed.outcome] })}`;
  const due = nextDue(state);
  if (!due) return html`${words.allSettled}`;
  const step = stepOf(props, due.list, due.step);
  const opens =
    due.opensAt !== undefined &&
    html` <span class="opens">${fill(words.opensAt, { time: timeText(props, due.opensAt), left: leftText(props, due.opensAt - now) })}</span>`;
  return html`<strong>${words.next}</strong> ${step?.text ?? due.step}${opens}`;
}

/** What the page must say about where things are kept. */
export function storageNotices(props: CaseProps, notice: StorageNotice | undefined, setAside: number): Html {
  const { words } = props;
  return html`${
    notice &&
    html`<div class="stance-notice" data-shows="warning" data-storage="${notice.reason}"><p><strong>${words.storage[notice.reason]}</strong> ${notice.held.length > 0 || notice.reason !== 'newer-version' ? words.held : null}</p></div>`
  }${
    setAside > 0 &&
    html`<div class="stance-notice" data-shows="warning" data-set-aside="${setAside}"><p>${words.setAside}</p><p><button type="button" class="button" data-action="set-aside">${words.setAsideGet}</button> <button type="button" class="quiet" data-action="forget-set-aside">${words.setAsideForget}</button></p></div>`
  }`;
}

export function clockNotice(props: CaseProps, { aheadOfClock, id }: IncidentState): Html | undefined {
  if (aheadOfClock === undefined) return undefined;
  const { words } = props;
  return html`<div class="stance-notice" data-shows="warning" data-incident="${id}"><p>${fill(words.clock, { time: durationText(props, aheadOfClock) })}</p><p><button type="button" class="button" data-action="clock-confirmed">${words.clockRight}</button></p></div>`;
}

/** An incident that a link brings, offered and never taken by itself. */
export function offerPanel(props: CaseProps, state: IncidentState, is: 'new' | 'known' | 'same', now: number): Html {
  const { words } = props;
  return html`<section class="card case offer" aria-labelledby="offer"><h2 id="offer" tabindex="-1">${words.offer}</h2>
    <p><strong>${state.label}</strong> · ${listOf(props, state.current)?.title ?? state.current}</p>
    <p>${nextText(props, state, now)}</p>
    ${is !== 'new' && html`<p>${is === 'known' ? words.offerKnown : words.offerSame}</p>`}
    <p class="actions"><button type="button" class="button primary" data-action="import">${words.offerTake}</button> <button type="button" class="button" data-action="leave-offer">${words.offerLeave}</button></p>
  </section>`;
}

/** What can be done with all cases at once. */
export function fileActions(
  words: CaseProps['words'],
  { canImport, canExport }: { canImport: boolean; canExport: boolean },
): Html {
  const action = (id: string, text: string) =>
    html`<button type="button" class="button" data-action="${id}">${text}</button> `;
  return html`${canImport && action('import', words.import)}${canExport && action('export-all', words.exportAll)}`;
}

/** The link to hand over, ready to copy. */
export function sharePanel({ words }: CaseProps, address: string): Html {
  return html`<div class="card share"><label for="share-link">${words.shareLink}</label><input type="text" id="share-link" name="share-link" readonly value="${address}"/><p class="footing">${words.shareText}</p></div>`;
}

/** The form that begins an incident; it is drawn once and never redrawn. */
export function newCaseForm(
  props: Pick<CaseProps, 'words' | 'lists'>,
  chosen: { list?: string | undefined; kind: string },
): Html {
  const { words } = props;
  const option = (value: string, text: string, wanted: string | undefined) =>
    html`<option value="${value}" ${value === wanted && new Html('selected')}>${text}</option>`;
  return html`<form class="card new-case" data-new-case autocomplete="off" novalidate>
    <p>${words.newText}</p>
    <div class="fields">
      <div class="field"><label for="case-label">${words.label}</label><input type="text" id="case-label" name="label" maxlength="200" aria-describedby="case-label-help error-label"/><small id="case-label-help">${words.labelHelp}</small><div id="error-label" aria-live="polite"></div></div>
      <div class="field"><label for="case-banned">${words.bannedAt}</label><input type="datetime-local" id="case-banned" name="banned-at" aria-describedby="case-banned-help error-banned-at"/><small id="case-banned-help">${words.bannedAtHelp}</small><div id="error-banned-at" aria-live="polite"></div></div>
      <div class="field"><label for="case-kind">${words.kind}</label><select id="case-kind" name="kind">${Object.entries(words.kinds).map(([id, text]) => option(id, text, chosen.kind))}</select></div>
      <div class="field"><label for="case-list">${words.list}</label><select id="case-list" name="list">${props.lists.map(({ id, title }) => option(id, title, chosen.list))}</select></div>
    </div>
    <p class="actions"><button type="submit" class="button primary" data-action="new-incident">${words.create}</button></p>
  </form>`;
}
