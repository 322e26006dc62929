import { Html, html } from '../../browser/html.ts';
import type { ColumnSample } from '../../core/message-log/column-samples.ts';
import { type ColumnMapping, type ColumnRoles, plainName } from '../../core/message-log/columns.ts';
import { fill } from '../../core/words.ts';
import type { LogProps } from './message-log.view.ts';

const ROLES = ['time', 'direction', 'chat', 'text'] as const;

/** Asks which column holds what, beside the first rows. */
export function mappingView(
  { words }: LogProps,
  file: string,
  columns: readonly ColumnSample[],
  roles: ColumnRoles,
  chosen: ColumnMapping,
): Html {
  const { mapping } = words;
  const labels = { time: mapping.time, direction: mapping.direction, chat: mapping.chat, text: mapping.message };
  const names = [...new Set(columns.map(({ name }) => name))];
  const isKnown = (role: (typeof ROLES)[number], name: string) =>
    chosen[role] === undefined ? (roles[role]?.includes(plainName(name)) ?? false) : chosen[role] === name;
  const rows = Array.from({ length: PREVIEWED }, (_, row) => columns.map(({ samples }) => samples[row] ?? ''));
  return html`<form class="card log-asking" autocomplete="off"><h2>${mapping.title}</h2><p>${fill(mapping.text, { file })}</p>
    <div class="fields">${ROLES.map((role) => {
      const known = names.find((name) => isKnown(role, name));
      return html`<div class="field"><label for="map-${role}">${labels[role]}</label><select id="map-${role}" name="map-${role}"><option value="">${role === 'text' ? mapping.noText : mapping.none}</option>${names.map((name) => html`<option value="${name}"${name === known && new Html(' selected')}>${name}</option>`)}</select></div>`;
    })}</div>
    <p id="log-preview"><b>${mapping.preview}</b></p>
    <div class="table-wrap" tabindex="0" role="group" aria-labelledby="log-preview"><table class="log-preview"><thead><tr>${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.filter((row) => row.some((cell) => cell !== '')).map((row) => html`<tr>${row.map((cell) => html`<td>${cell.slice(0, LONGEST)}</td>`)}</tr>`)}</tbody></table></div></form>`;
}

const PREVIEWED = 5;
const LONGEST = 60;

export function ownSenderView({ words }: LogProps, senders: readonly string[], chosen: string): Html {
  const { me } = words;
  return html`<form class="card log-asking" autocomplete="off"><h2>${me.title}</h2><p>${me.text}</p>
    <div class="field"><label for="log-me">${me.label}</label><select id="log-me" name="me"><option value="">${me.none}</option>${senders.map((sender) => html`<option value="${sender}"${sender === chosen && new Html(' selected')}>${sender}</option>`)}</select></div></form>`;
}
