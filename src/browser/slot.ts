import type { Html } from './html.ts';

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const TYPED = 'input[name]:not([type=radio], [type=checkbox], [type=file]), textarea[name], select[name]';
const OPERATED = 'button, input, textarea, select, a[href], summary';

/** Draws a slot anew where it changed, and leaves what is being typed, opened and focused in it as it was. */
export function drawSlot(slot: HTMLElement, content: Html): void {
  if (drawnIn.get(slot) === content.markup) return;
  drawnIn.set(slot, content.markup);
  const changed = [...slot.querySelectorAll<Typed>(TYPED)].filter((field) => field.value !== drawnValue(field));
  const typed = new Map(changed.map((field) => [keyOf(field), field.value]));
  const opened = new Set([...slot.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['key']));
  const active = document.activeElement;
  const focused = active && slot.contains(active) ? { key: keyOf(active), part: partOf(active) } : undefined;
  slot.innerHTML = content.markup;
  for (const field of slot.querySelectorAll<Typed>(TYPED)) {
    field.value = typed.get(keyOf(field)) ?? field.value;
  }
  for (const details of slot.querySelectorAll('details')) details.open ||= opened.has(details.dataset['key']);
  if (focused !== undefined) focusAgain(slot, focused);
}

/** What was last drawn: comparing with the page's own HTML would cost more than drawing. */
const drawnIn = new WeakMap<Element, string>();

function drawnValue(field: Typed): string | undefined {
  return field instanceof HTMLSelectElement
    ? [...field.options].find(({ defaultSelected }) => defaultSelected)?.value
    : field.defaultValue;
}

/** Where the button is gone, the next thing to do at the same place is at hand; a slot left empty is the place itself. */
function focusAgain(slot: HTMLElement, { key, part }: { key: string; part: string | undefined }): void {
  const candidates = [...slot.querySelectorAll<HTMLElement>(OPERATED)].filter(isWithinReach);
  const actions = candidates.filter((one) => one.dataset['action'] !== undefined);
  const next =
    candidates.find((one) => keyOf(one) === key) ??
    actions.find((one) => partOf(one) === part) ??
    actions[0] ??
    candidates[0] ??
    slot;
  if (next === slot) slot.tabIndex = -1;
  next.focus({ preventScroll: true });
}

function isWithinReach(element: HTMLElement): boolean {
  return !element.matches(':disabled') && element.closest('details:not([open]) > :not(summary)') === null;
}

function partOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-key]')?.dataset['key'];
}

function keyOf(element: Element): string {
  const { action, key } = (element as HTMLElement).dataset;
  const { name, value } = element as HTMLInputElement;
  const place = element.closest<HTMLElement>('[data-incident]')?.dataset['incident'] ?? '';
  return [place, action ?? name ?? key ?? '', element.matches('[type=radio], [type=checkbox]') ? value : ''].join(' ');
}
