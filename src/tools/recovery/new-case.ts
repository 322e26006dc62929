import type { IncidentStore, Saved } from '../../browser/incident-store.ts';
import { kept } from '../../browser/kept.ts';
import { isComplete, readTime } from './case-fields.ts';
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
  if (form.dataset['busy'] !== undefined || !isComplete(form, props.words)) return undefined;
  form.dataset['busy'] = '';
  try {
    return await open(form, store, props);
  } finally {
    delete form.dataset['busy'];
  }
}

async function open(form: HTMLFormElement, store: IncidentStore, props: CaseProps): Promise<Saved | undefined> {
  const value = (name: string) => String(new FormData(form).get(name) ?? '').trim();
  const label = value('label');
  const banned = readTime(form, 'banned-at');
  const list = listOf(props, value('list'));
  if (!list || banned === 'wrong') return undefined;
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
