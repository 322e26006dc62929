import { type Html, html } from '../../browser/html.ts';
import { chartFrame } from '../../components/chart-frame/chart-frame.view.ts';
import { utcDateForIntl } from '../../core/calendar/day.ts';
import { fill, LANGUAGE_TAGS, plural } from '../../core/words.ts';
import type { Shown } from './message-log.view.ts';

/** In which hours of the week the number writes. */
export function weekView(shown: Shown): Html {
  const { props, analysis, format } = shown;
  const { words, locale } = props;
  const { hours } = analysis;
  const most = Math.max(...hours.flat());
  if (most <= 0) return html``;
  const day = hours.findIndex((row) => row.includes(most));
  const hour = hours[day]?.indexOf(most) ?? 0;
  const long = weekdays(shown, 'long');
  const says = fill(words.week.says, {
    day: long[day] ?? '',
    hour: clock(hour),
    most: plural(props.units.messages, locale, most, format.number(most)),
  });
  return chartFrame({
    title: words.week.title,
    says,
    picture: picture(shown, most),
    table: table(shown),
    tableSwitch: words.week.table,
  });
}

const CELL = 24;
const LABELS = 11;
const STEPS = 5;

function picture(shown: Shown, most: number): Html {
  const { analysis, props, format } = shown;
  const short = weekdays(shown, 'short');
  const x = (hour: number) => round(LABELS + (hour / 24) * (100 - LABELS));
  const width = round((100 - LABELS) / 24 - 0.3);
  const step = (sent: number) => (sent === 0 ? 0 : Math.ceil((sent / most) * STEPS));
  return html`<svg class="log-week" width="100%" height="${7 * CELL + 18}" role="img" aria-label="${props.words.week.title}">
    ${analysis.hours.map((row, day) => html`<text x="0" y="${day * CELL + 16}">${short[day]}</text>${row.map((sent, hour) => html`<rect class="step-${step(sent)}" x="${x(hour)}%" y="${day * CELL}" width="${width}%" height="${CELL - 2}"><title>${short[day]} ${clock(hour)}: ${format.number(sent)}</title></rect>`)}`)}
    ${[0, 6, 12, 18].map((hour) => html`<text x="${x(hour)}%" y="${7 * CELL + 14}">${clock(hour)}</text>`)}
  </svg>`;
}

function table(shown: Shown): Html {
  const { analysis, format, props } = shown;
  const short = weekdays(shown, 'short');
  return html`<table class="log-week-table"><thead><tr><th scope="col">${props.words.columns.day}</th>${analysis.hours[0]?.map((_, hour) => html`<th scope="col" class="number">${hour}</th>`)}</tr></thead><tbody>${analysis.hours.map((row, day) => html`<tr><th scope="row">${short[day]}</th>${row.map((sent) => html`<td class="number">${sent === 0 ? '' : format.number(sent)}</td>`)}</tr>`)}</tbody></table>`;
}

/** A Monday, as days since 1970-01-01, from which the names of the days are taken. */
const MONDAY = 4;

function weekdays({ props }: Shown, style: 'long' | 'short'): string[] {
  const name = new Intl.DateTimeFormat(LANGUAGE_TAGS[props.locale], { weekday: style, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => name.format(utcDateForIntl(MONDAY + day)));
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
