import type { Change } from '../../core/recovery/event.ts';
import type { IncidentState } from '../../core/recovery/incident.ts';
import { readTime, showError } from './case-fields.ts';
import type { CaseProps } from './case-props.ts';

/** What the form with dates, name and kind changes about a case; nothing where a field has an error, which it shows. */
export function particularsIn(
  form: HTMLFormElement,
  state: IncidentState,
  words: CaseProps['words'],
): Change[] | undefined {
  const value = (name: string) => String(new FormData(form).get(name) ?? '').trim();
  const label = value('case-label');
  const kind = value('case-kind');
  const times = TIMES.map((what) => [what, readTime(form, what)] as const);
  const isWrong = [
    showError(form, 'case-label', label === '' ? words.labelMissing : undefined),
    ...times.map(([what, at]) => showError(form, what, at === 'wrong' ? words.timeWrong : undefined)),
  ].some(Boolean);
  if (isWrong) {
    form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    return undefined;
  }
  const known = { ban: state.banned, unblock: state.unblocked };
  return [
    ...times.flatMap(([what, at]): Change[] =>
      typeof at === 'number' && !isSameMinute(at, known[what]) ? [{ type: 'dated', what, happened: at }] : [],
    ),
    ...(label === state.label ? [] : [{ type: 'renamed', label } as const]),
    ...(kind === state.kind || kind === '' ? [] : [{ type: 'kind-set', kind } as const]),
  ];
}

/** When a step was done, if the form has a time that can be. */
export function stepTimeIn(form: HTMLFormElement, words: CaseProps['words'], now: number): number | undefined {
  const at = readTime(form, 'step-time');
  const wrong =
    at === undefined || at === 'wrong' ? words.timeWrong : at > now + A_MINUTE ? words.timeAhead : undefined;
  if (showError(form, 'step-time', wrong)) form.querySelector<HTMLElement>('[name=step-time]')?.focus();
  return wrong === undefined && typeof at === 'number' ? at : undefined;
}

const TIMES = ['ban', 'unblock'] as const;
const A_MINUTE = 60_000;

/** The field shows no seconds. */
export function isSameMinute(one: number, other: number | undefined): boolean {
  return other !== undefined && Math.floor(one / A_MINUTE) === Math.floor(other / A_MINUTE);
}
