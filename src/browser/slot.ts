import type { Html } from './html.ts';

type Typed = HTMLInputElement | HTMLTextAreaElement;

const TYPED = 'input[name]:not([type=radio], [type=checkbox], [type=file]), textarea[name]';

/** Draws a slot anew where it changed, and leaves what is being typed, opened and focused in it as it was. */
export function drawSlot(slot: Element, content: Html): void {
  if (drawnIn.get(slot) === content.markup) return;
  drawnIn.set(slot, content.markup);
  const changed = [...slot.querySelectorAll<Typed>(TYPED)].filter(({ value, defaultValue }) => value !== defaultValue);
  const typed = new Map(changed.map((field) => [keyOf(field), field.value]));
  const opened = new Set([...slot.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['key']));
  const active = document.activeElement;
  const focused = active && slot.contains(active) ? keyOf(active) : undefined;
  slot.innerHTML = content.markup;
  for (const field of slot.querySelectorAll<Typed>(TYPED)) {
    field.value = typed.get(keyOf(field)) ?? field.value;
  }
  for (const details of slot.querySelectorAll('details')) details.open ||= opened.has(details.dataset['key']);
  if (focused !== undefined) focusAgain(slot, focused);
}

/** What was last drawn: comparing with the page's own HTML would cost more than drawing. */
const drawnIn = new WeakMap<Element, string>();

/** Where the button is gone, the next thing to do at the same place is at hand. */
function focusAgain(slot: Element, key: string): void {
  const candidates = [...slot.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href], summary')];
  (candidates.find((one) => keyOf(one) === key) ?? candidates[0])?.focus({ preventScroll: true });
}

function keyOf(element: Element): string {
  const { action, key } = (element as HTMLElement).dataset;
  const { name, value } = element as HTMLInputElement;
  const place = element.closest<HTMLElement>('[data-incident]')?.dataset['incident'] ?? '';
  return [place, action ?? name ?? key ?? '', element.matches('[type=radio]') ? value : ''].join(' ');
}
