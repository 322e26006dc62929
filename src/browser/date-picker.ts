/**
 * A date is typed into a text field, which can show what was typed wrong. A button `[data-picks]` beside it opens
 * the browser's own picker, an input `[data-picker]`, for the field of that name.
 */
export function attachDatePickers(root: HTMLElement): void {
  const field = (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`);
  root.addEventListener('click', ({ target }) => {
    const name = target instanceof Element ? target.closest<HTMLElement>('[data-picks]')?.dataset['picks'] : undefined;
    const picker = root.querySelector<HTMLInputElement>(`[data-picker="${name}"]`);
    if (!name || !picker) return;
    picker.value = field(name)?.value ?? '';
    try {
      picker.showPicker();
    } catch {
      // This browser has no picker that a page may open; the date is typed.
      field(name)?.focus();
    }
  });
  root.addEventListener('change', ({ target }) => {
    const name = target instanceof HTMLInputElement ? target.dataset['picker'] : undefined;
    const text = name === undefined ? null : field(name);
    if (!text) return;
    text.value = (target as HTMLInputElement).value;
    text.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
