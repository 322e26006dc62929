import { readAddress } from '../../browser/address.ts';
import { CHANNEL, isAnythingKept } from '../../browser/incident-connection.ts';
import { boardData } from './board-data.ts';
import { isComplete } from './case-fields.ts';
import type { FinderProps } from './case-props.ts';

/**
 * Cases need much that a first look at the page does not. It is loaded at once where a case is kept, handed over or
 * held by another tab, and otherwise when somebody turns to what begins one; what they did meanwhile is done then.
 */
export function boardOnDemand(
  board: HTMLElement,
  { data: address, words }: Pick<FinderProps, 'data' | 'words'>,
  onFailure: () => void,
): void {
  const waiting = new AbortController();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  const load = async (then: () => void = () => {}) => {
    try {
      const [data, { startBoard }] = await Promise.all([boardData(address), import('./recovery-board.element.ts')]);
      await startBoard(data);
      waiting.abort();
      channel?.close();
      then();
    } catch {
      onFailure();
    }
  };
  const listen = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { capture: true, signal: waiting.signal });

  listen(board, 'focusin', ({ target }) => {
    if (isOfCases(target)) void load();
  });
  listen(board, 'submit', (event) => {
    if (event.target instanceof HTMLFormElement && isOfCases(event.target)) {
      const form = event.target;
      later(event, isComplete(form, words) ? () => form.requestSubmit() : undefined);
    }
  });
  listen(board, 'change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
      const input = event.target;
      later(event, () => input.dispatchEvent(new Event('change', { bubbles: true })));
    }
  });
  listen(board, 'click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[type=button]') : null;
    if (button && isOfCases(button))
      later(event, () => board.querySelector<HTMLElement>(`[data-action=${button.dataset['action']}]`)?.click());
  });
  listen(window, 'hashchange', () => {
    if (isHandedOver()) void load();
  });
  let isLate = false;
  const later = (event: Event, then: (() => void) | undefined) => {
    event.preventDefault();
    event.stopPropagation();
    if (!then || isLate) return;
    isLate = true;
    void load(then).finally(() => {
      isLate = false;
    });
  };

  channel?.addEventListener('message', () => void load());
  channel?.postMessage({ type: 'hello' });
  if (isHandedOver()) void load();
  else
    void isAnythingKept().then((isKept) => {
      if (isKept) void load();
      else board.dataset['ready'] = '';
    });
}

function isOfCases(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-cases]') !== null;
}

function isHandedOver(): boolean {
  return readAddress(['incident'])['incident'] !== undefined;
}
