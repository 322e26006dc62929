import type { CaseProps } from './case-props.ts';

/** Whether the form of a new case can be taken; what is wrong is said at its field. */
export function isComplete(form: HTMLFormElement, words: FormWords): boolean {
  const label = String(new FormData(form).get('label') ?? '').trim();
  const isWrong = [
    showError(form, 'label', label === '' ? words.labelMissing : undefined),
    showError(form, 'banned-at', readTime(form, 'banned-at') === 'wrong' ? words.timeWrong : undefined),
  ].some(Boolean);
  if (isWrong) form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  return !isWrong;
}

type FormWords = Pick<CaseProps['words'], 'labelMissing' | 'timeWrong'>;

/** A time in the reader's own zone; nothing where nothing was entered. */
export function readTime(root: ParentNode, name: string): number | 'wrong' | undefined {
  const field = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!field || (field.value === '' && !field.validity.badInput)) return undefined;
  const at = new Date(field.value).getTime();
  return Number.isSafeInteger(at) && at >= 0 ? at : 'wrong';
}

/** The value of such a field. */
export function writeTime(at: number | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Says at the field what is wrong with it, or takes that back. */
export function showError(form: HTMLFormElement, name: string, sentence: string | undefined): boolean {
  const field = form.querySelector(`[name="${name}"]`);
  const place = form.querySelector(`#${field?.getAttribute('aria-describedby')?.split(' ').at(-1)}`);
  place?.replaceChildren();
  field?.removeAttribute('aria-invalid');
  if (sentence === undefined) return false;
  field?.setAttribute('aria-invalid', 'true');
  const error = document.createElement('p');
  error.className = 'error-sentence';
  error.dataset['errorFor'] = name;
  error.textContent = sentence;
  place?.append(error);
  return true;
}
