import { readAddress } from './address.ts';

/** Beside the inputs a link says by which rules it was made. */
export const RULES_KEY = 'rules';

const VERSION = /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])-[0-9a-f]{8}$/;

/** Reveals that the address was made with other rules than the page has, and what of them has changed since. */
export function showRulesOfLink(tool: HTMLElement, version: string): void {
  const note = tool.querySelector<HTMLElement>('[data-rules-of-link]');
  if (!note) return;
  const made = readAddress([RULES_KEY])[RULES_KEY] ?? '';
  note.hidden = made === version || !VERSION.test(made);
  if (note.hidden) return;
  const [date, today] = [made, version].map((full) => full.slice(0, 10)) as [string, string];
  const all = [...note.querySelectorAll<HTMLElement>('[data-changed]')];
  for (const change of all) change.hidden = (change.dataset['changed'] ?? '') <= date;
  const since = date > today ? 'newer' : all.some(({ hidden }) => !hidden) ? 'changed' : 'same';
  for (const part of note.querySelectorAll<HTMLElement>('[data-since]')) part.hidden = part.dataset['since'] !== since;
  const place = note.querySelector('[data-version]');
  if (place) place.textContent = made;
}
