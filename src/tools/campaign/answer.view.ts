import { type Html, html } from '../../browser/html.ts';
import { basisView } from '../../components/basis/basis.view.ts';
import { emptyState } from '../../components/empty-state/empty-state.view.ts';
import { sourceChip } from '../../components/source-chip/source-chip.view.ts';
import { zoneBadge } from '../../components/zone/zone.view.ts';
import { type Day, formatDay } from '../../core/calendar/day.ts';
import { ageWithoutRecipientLimit, type Bound, type CampaignDay } from '../../core/campaign/allocate.ts';
import { checkCampaign } from '../../core/campaign/check.ts';
import type { Format } from '../../core/format.ts';
import { greatestIn } from '../../core/whole-limit.ts';
import { fill, plural } from '../../core/words.ts';
import type { CampaignProps, Checked } from './campaign.view.ts';

/** How long it takes, until when, and what makes it so long. */
export function answerView(props: CampaignProps, format: Format, checked: Checked | undefined, today?: Day): Html {
  const { words } = props;
  if (!checked) return html`${emptyState(words.empty, words.emptyText)}${examples(props, format)}`;
  const { result } = checked;
  const basis = basisView(props.basis, format, props.basisRules, today);
  if (result.state === 'too-long') {
    return html`<div class="answer" data-shows="danger"><p class="verdict">${tooLong(checked, result.reached)}</p>${basis}</div>${given(checked)}`;
  }
  return html`<div class="answer" data-shows="${result.windowZone ?? 'none'}">
    <p class="big"><strong data-figure="days" data-value="${result.days}">${counted(checked, words.days, result.days)}</strong></p>
    <p class="until">${around(words[result.days === 1 ? 'on' : 'until'], 'date', finish(checked, result.finish))}</p>
    <p class="verdict">${words.binds[mainBound(result.rows)]}</p>
    ${cautions(checked, result.rows)}
    <ul class="figures">${binding(checked, result.rows)}</ul>
    <p class="footing">${people(checked)} · ${counted(checked, words.messagesInAll, checked.input.audience * checked.input.per)}</p>
    ${basis}
  </div>${given(checked)}`;
}

/** The inputs in words, for paper: the form is not printed. */
function given(checked: Checked): Html {
  const { props, format, input } = checked;
  const { words, units, sources } = props;
  const followed = sources.filter(({ id }) => input.sources.includes(id)).map(({ name }) => name);
  const places = {
    people: counted(checked, words.people, input.audience),
    cold: format.percent(input.cold),
    age: counted(checked, words.days, input.age),
    start: format.day(input.start),
    hours: counted(checked, units.hours, input.hours),
    per: counted(checked, units.messages, input.per),
    sources: format.list(followed),
  };
  return html`<p class="print-only">${fill(words.given, places)}</p>`;
}

export function inOneSentence(checked: Checked): string {
  const { result, format, props } = checked;
  const { words } = props;
  if (result.state === 'too-long') return tooLong(checked, result.reached);
  const until = fill(words[result.days === 1 ? 'on' : 'until'], { date: format.day(result.finish) });
  return `${counted(checked, words.days, result.days)}, ${until} – ${words.binds[mainBound(result.rows)]}`;
}

/** A number with its word, in the plural form that fits it. */
export function counted({ props, format }: Pick<Checked, 'props' | 'format'>, forms: Forms, n: number): string {
  return plural(forms, props.locale, n, format.number(n));
}

type Forms = CampaignProps['words']['days'];

type LimitBound = Exclude<Bound, 'audience'>;

function finish({ format }: Checked, day: Day): Html {
  return html`<strong data-figure="finish" data-value="${formatDay(day)}">${format.day(day)}</strong>`;
}

function around(sentence: string, place: string, inner: Html): Html {
  const [before = '', after = ''] = sentence.split(`{${place}}`);
  return html`${before}${inner}${after}`;
}

function tooLong(checked: Checked, reached: number): string {
  const { props, format, input } = checked;
  const { words } = props;
  const within = counted(checked, words.days, checked.result.state === 'too-long' ? checked.result.withinDays : 0);
  if (reached === 0)
    return fill(words.impossible, { within, messages: counted(checked, props.units.messages, input.per) });
  return fill(counted(checked, words.tooLong, reached), { within, audience: format.number(input.audience) });
}

/** What binds on most days; the end of the list only where nothing else does. */
function mainBound(rows: readonly CampaignDay[]): Bound {
  const [main] = boundDays(rows).filter(({ bound }) => bound !== 'audience');
  return main?.bound ?? 'audience';
}

function boundDays(rows: readonly CampaignDay[]): { bound: Bound; days: number }[] {
  const days = new Map<Bound, number>();
  for (const bound of rows.flatMap(({ boundBy }) => boundBy)) days.set(bound, (days.get(bound) ?? 0) + 1);
  return [...days].map(([bound, count]) => ({ bound, days: count })).toSorted((a, b) => b.days - a.days);
}

function binding(checked: Checked, rows: readonly CampaignDay[]): Html[] {
  const { words } = checked.props;
  return boundDays(rows).flatMap(({ bound, days }) => {
    if (bound === 'audience') return [];
    const day = rows.find(({ boundBy }) => boundBy.includes(bound));
    return html`<li><strong>${words.bounds[bound]}</strong> <span>${counted(checked, words.bindsOn, days)}</span> <span class="explains">${explained(checked, bound, day)}</span></li>`;
  });
}

function explained(checked: Checked, bound: LimitBound, day: CampaignDay | undefined): Html {
  const { props, format, input } = checked;
  const { words, links, rules } = props;
  const { hour, day: daily } = day?.limits ?? {};
  const by: readonly string[] = { hour: hour?.by, day: daily?.by, recipients: [] }[bound] ?? [];
  const chips = props.sources.filter(({ id }) => by.includes(id)).map(({ name, href }) => sourceChip(name, href));
  const sentence = fill(words.explains[bound], {
    pace: format.number((hour?.most ?? 0) / input.hours),
    hours: counted(checked, props.units.hours, input.hours),
    most: format.number((bound === 'hour' ? hour?.most : rules.newPeople) ?? 0),
    age: counted(checked, words.days, ageWithoutRecipientLimit(rules)),
  });
  return html`<a href="${links.bounds[bound]}">${sentence}</a> ${chips.map((chip) => html`${chip} `)}`;
}

function cautions(checked: Checked, rows: readonly CampaignDay[]): Html {
  const { props, input, result, format } = checked;
  const { words, zones, links, rules } = props;
  const safe = greatestIn(rules.windowBands, 'safe');
  const stricter = rows.filter(({ limits, newPeople }) => newPeople > 0 && limits.stricterRecipients?.most === 0);
  const strict = new Set(stricter.flatMap(({ limits }) => limits.stricterRecipients?.by ?? []));
  const names = props.sources.filter(({ id }) => strict.has(id)).map(({ name }) => name);
  return html`${input.age < rules.firstMessageDay && html`<p class="caution">${words.dayOfRegistration}</p>`}
    ${
      stricter.length > 0 &&
      html`<p class="caution">${fill(counted(checked, words.knownOnly, stricter.length), { sources: format.list(names, 'disjunction') })}</p>`
    }
    ${
      result.windowZone === 'warning' &&
      safe !== undefined &&
      html`<p class="caution">${zoneBadge(zones, 'warning')} <a href="${links.window}">${fill(words.longWindow, { hours: counted(checked, props.units.hours, input.hours), safe: format.number(safe) })}</a></p>`
    }`;
}

function people(checked: Checked): string {
  const { props, format, input, result } = checked;
  const fresh = result.state === 'finished' ? result.rows.reduce((sum, { newPeople }) => sum + newPeople, 0) : 0;
  return fill(props.words.share, { fresh: format.number(fresh), known: format.number(input.audience - fresh) });
}

/** Before anything is typed: what campaigns like these come to. */
function examples(props: CampaignProps, format: Format): Html {
  const { words, rules, sources } = props;
  const about = { props, format };
  const list = EXAMPLES.map((example) => {
    const input = { ...example, start: 0, sources: sources.map(({ id }) => id) };
    const result = checkCampaign(rules, input);
    if (result.state === 'too-long') return html``;
    const { audience, cold, age } = example;
    const what = fill(words.example, {
      people: counted(about, words.people, audience),
      cold: format.percent(cold),
      age: counted(about, words.days, age),
    });
    return html`<li><a href="#audience=${audience}&cold=${cold}&age=${age}">${what}</a>: <strong>${counted(about, words.days, result.days)}</strong>. ${words.binds[mainBound(result.rows)]}</li>`;
  });
  return html`<h2>${words.examples}</h2><ul class="examples">${list}</ul>`;
}

const EXAMPLES = [
  { audience: 500, cold: 0, age: 200, hours: 8, per: 1 },
  { audience: 1000, cold: 20, age: 12, hours: 8, per: 1 },
  { audience: 300, cold: 50, age: 3, hours: 8, per: 1 },
];
