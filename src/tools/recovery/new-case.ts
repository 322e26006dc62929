import type { IncidentStore, Saved } from '../../browser/incident-store.ts';
import { kept } from '../../browser/kept.ts';
import type { CaseProps } from './case-props.ts';
import { listOf } from './case-texts.ts';

/** Where it is remembered of which vendors this team is no customer. */
export const VENDORS_OFF = 'vendors-off';

/** Opens an incident from the form; without it, the form says what is missing. */
export async function openFrom(
  form: HTMLFormElement,
  store: IncidentStore,
  props: CaseProps,
): Promise<Saved | undefined> {
  const { words } = props;
  const value = (name: string) => String(new FormData(form).get(name) ?? '').trim();
  const label = value('label');
  const banned = readTime(form, 'banned-at');
  const isWrong = [
    showError(form, 'label', label === '' ? words.labelMissing : undefined),
    showError(form, 'banned-at', banned === 'wrong' ? words.timeWrong : undefined),
  ].some(Boolean);
  const list = listOf(props, value('list'));
  if (isWrong || !list || banned === 'wrong') {
    form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    return undefined;
  }
  const saved = await store.open({
    type: 'opened',
    label,
    kind: value('kind') || 'unclear',
    list: list.id,
    version: list.version,
    steps: list.steps.map(({ id }) => id),
    rules: props.version,
    ...(banned !== undefined && { banned }),
  });
  if ('incident' in saved && saved.incident && saved.state !== 'gone') {
    for (const vendor of (kept(VENDORS_OFF) ?? '').split(' ').filter(Boolean)) {
      await store.record(saved.incident.id, { type: 'vendor-off', vendor });
    }
    form.reset();
  }
  return saved;
}

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
