import { type Html, html } from '../../browser/html.ts';
import type { IncidentState } from '../../core/recovery/incident.ts';
import { fill } from '../../core/words.ts';
import type { StepsProps } from './case-props.ts';
import { kindText, reportTexts, timeText } from './case-texts.ts';

/** On paper, before the steps: which case it is. */
export function printedHead(props: StepsProps, state: IncidentState): Html {
  const { words } = props;
  const facts = [
    kindText(props, state.kind),
    state.banned !== undefined && fill(words.blockedOn, { time: timeText(props, state.banned) }),
    state.unblocked !== undefined && `${words.unblock}: ${timeText(props, state.unblocked)}`,
    state.closed &&
      `${fill(words.closedWith, { outcome: words.outcomes[state.closed.outcome] })}, ${timeText(props, state.closed.at)}`,
  ].filter((fact) => fact !== undefined && fact !== false);
  return html`<section class="print-only printed-head"><p><strong>${state.label}</strong></p><p>${facts.join(' · ')}</p></section>`;
}

/** On paper, after the steps: all that the page keeps folded up. */
export function printedDesk(props: StepsProps, { notes, appeals, report, history }: IncidentState): Html {
  const { words } = props;
  const texts = reportTexts(props);
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 && html`<h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`<section class="print-only printed-desk">${Object.entries(words.about).map(([about, title]) =>
    section(
      title,
      [...report].flatMap(([one, { text }]) => (one === about && text !== '' ? [text] : [])),
    ),
  )}${section(
    words.appeals,
    appeals.map(
      ({ at, via, answer }) =>
        `${timeText(props, at)}, ${texts.via(via)}: ${answer ? `${words.answers[answer.state]}, ${timeText(props, answer.at)}` : words.noAnswerYet}`,
    ),
  )}${section(
    words.caseNotes,
    notes.map(({ at, text }) => `${timeText(props, at)}: ${text}`),
  )}${section(
    words.history,
    history.map(
      (entry) => `${timeText(props, entry.at)}: ${texts.entry(entry)}${entry.isUndone ? ` (${words.undoneMark})` : ''}`,
    ),
  )}</section>`;
}
