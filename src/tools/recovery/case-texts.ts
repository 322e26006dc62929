import { formatFor } from '../../core/format.ts';
import type { HistoryEntry } from '../../core/recovery/history.ts';
import type { ReportTexts, ReportWords } from '../../core/recovery/report.ts';
import { fill, LANGUAGE_TAGS } from '../../core/words.ts';
import type { CaseProps, ListText, StepText } from './case-props.ts';

export function listOf({ lists }: CaseProps, id: string): ListText | undefined {
  return lists.find((list) => list.id === id);
}

export function stepOf(props: CaseProps, list: string, id: string): StepText | undefined {
  return listOf(props, list)?.steps.find((step) => step.id === id);
}

/** A date with its time, in the reader's own time zone. */
export function timeText({ locale }: CaseProps, at: number): string {
  return formatFor(locale).moment(at);
}

/** How long until then, such as "in 23 hours". */
export function leftText({ locale }: CaseProps, milliseconds: number): string {
  const { n, unit } = rounded(Math.abs(milliseconds));
  return relativeTime(locale).format(milliseconds < 0 ? -n : n, unit);
}

export function durationText({ locale }: CaseProps, milliseconds: number): string {
  const { n, unit } = rounded(milliseconds);
  return new Intl.NumberFormat(LANGUAGE_TAGS[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(n);
}

export function kindText({ words }: CaseProps, id: string): string {
  return words.kinds[id as keyof typeof words.kinds] ?? id;
}

export function reportWords({ words }: CaseProps): ReportWords {
  return {
    title: words.printed,
    kind: words.kind,
    banned: words.ban,
    unblocked: words.unblock,
    closed: words.close,
    sections: { ...words.about, appeals: words.appeals, notes: words.caseNotes, history: words.history },
    nothing: words.nothing,
    states: words.states,
    opensAt: words.next,
    reason: words.reason,
    overridden: words.override,
    noAnswerYet: words.noAnswerYet,
    undone: words.undoneMark,
    answers: words.answers,
    outcomes: words.outcomes,
  };
}

export function reportTexts(props: CaseProps): ReportTexts {
  const { words, languages } = props;
  const texts: ReportTexts = {
    time: (at) => timeText(props, at),
    kind: (id) => kindText(props, id),
    list: (id) => listOf(props, id)?.title ?? id,
    step: (list, id) => stepOf(props, list, id)?.text ?? id,
    choice: (list, step, id) => stepOf(props, list, step)?.choices?.find((choice) => choice.id === id)?.text ?? id,
    via: (id) => words.via[id as keyof typeof words.via] ?? id,
    language: (id) => languages[id] ?? id,
    entry: (entry) => entryText(props, entry, texts),
  };
  return texts;
}

/** One sentence for one entry of the history. */
function entryText({ words, vendors }: CaseProps, { event }: HistoryEntry, texts: ReportTexts): string {
  const told: Record<string, unknown> = { ...event };
  const word = (name: string, write: (value: string) => string) =>
    typeof told[name] === 'string' ? { [name]: write(told[name]) } : {};
  const list = typeof told['list'] === 'string' ? told['list'] : '';
  const step = typeof told['step'] === 'string' ? told['step'] : '';
  const values = {
    label: '',
    ...word('label', String),
    ...word('reason', String),
    ...word('text', String),
    ...word('kind', texts.kind),
    ...word('list', texts.list),
    ...word('step', (id) => texts.step(list, id)),
    ...word('choice', (id) => texts.choice(list, step, id)),
    ...word('vendor', (id) => vendors[id] ?? id),
    ...word('via', texts.via),
    ...word('answer', (id) => words.answers[id as keyof typeof words.answers] ?? id),
    ...word('outcome', (id) => words.outcomes[id as keyof typeof words.outcomes] ?? id),
    ...word('what', (id) => (id === 'ban' ? words.ban : words.unblock)),
    ...(typeof told['happened'] === 'number' && { time: texts.time(told['happened']) }),
  };
  return fill(words.entries[event.type], values).trim();
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Rounded up: nobody should look too early. */
function rounded(milliseconds: number): { n: number; unit: 'minute' | 'hour' | 'day' } {
  if (milliseconds < 2 * HOUR) return { n: Math.ceil(milliseconds / MINUTE), unit: 'minute' };
  if (milliseconds < 2 * DAY) return { n: Math.ceil(milliseconds / HOUR), unit: 'hour' };
  return { n: Math.ceil(milliseconds / DAY), unit: 'day' };
}

const made = new Map<string, Intl.RelativeTimeFormat>();

function relativeTime(locale: CaseProps['locale']): Intl.RelativeTimeFormat {
  const known = made.get(locale) ?? new Intl.RelativeTimeFormat(LANGUAGE_TAGS[locale]);
  made.set(locale, known);
  return known;
}
