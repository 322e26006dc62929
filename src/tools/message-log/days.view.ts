import { type Html, html } from '../../browser/html.ts';
import { chartFrame } from '../../components/chart-frame/chart-frame.view.ts';
import { zoneBadge, zoneMark } from '../../components/zone/zone.view.ts';
import { zoneOf } from '../../core/bands.ts';
import { formatDay } from '../../core/calendar/day.ts';
import { HOUR } from '../../core/message-log/civil.ts';
import type { JudgedDay } from '../../core/message-log/figures.ts';
import { fill, plural } from '../../core/words.ts';
import type { Shown } from './message-log.view.ts';

/** The days of the log: sent upwards, received downwards, with the zone of each; a table as its equal. */
export function daysView(shown: Shown): Html {
  const { props, analysis, format } = shown;
  const { words, locale } = props;
  const days = analysis.days.slice(-MOST_DAYS).map((day) => ({ ...day, zone: zoneOfDay(props, day) }));
  const busiest = days.reduce<JudgedDay | undefined>(
    (top, day) => (!top || day.sent > top.sent ? day : top),
    undefined,
  );
  if (!busiest) return html``;
  const cut = analysis.days.length > days.length;
  return chartFrame({
    title: words.days.title,
    says: html`${fill(words.days.says, { day: format.shortDay(busiest.day), most: plural(props.units.messages, locale, busiest.sent, format.number(busiest.sent)) })}${cut && html` ${plural(words.days.cut, locale, days.length, format.number(days.length))}`}`,
    picture: picture(shown, days),
    table: table(shown, days),
    tableSwitch: words.days.table,
  });
}

/** The worst that is said of a day: of its messages, its new people, its hours. */
function zoneOfDay({ rules }: Shown['props'], { zone, sent, newRecipients, first = 0, last = 0 }: JudgedDay): DayZone {
  if (sent === 0) return 'none';
  const { figures } = rules;
  const zones = [
    zone,
    zoneOf(figures['new-recipients-peak'].bands, { over: newRecipients, under: 1 }),
    zoneOf(figures['active-window'].bands, { over: last - first, under: HOUR }),
  ];
  return (['danger', 'warning', 'safe'] as const).find((name) => zones.includes(name)) ?? 'none';
}

type DayZone = JudgedDay['zone'];

/** Two years: more would be thinner than a pixel. */
const MOST_DAYS = 731;
const HEIGHT = 200;
const MARK = 14;
const BOTTOM = 4;
/** So many marks stand beside each other on the narrowest screen. */
const MOST_MARKS = 24;

function picture({ props, format }: Shown, days: readonly JudgedDay[]): Html {
  const { words } = props;
  const first = days[0]?.day ?? 0;
  const last = days.at(-1)?.day ?? first;
  const span = last - first + 1;
  const up = Math.max(1, ...days.map(({ sent }) => sent));
  const down = Math.max(0, ...days.map(({ received }) => received));
  const unit = (HEIGHT - MARK - BOTTOM) / (up + down);
  const axis = MARK + up * unit;
  const gap = span > 60 ? 0 : 0.15;
  const x = (day: number) => round(((day - first + gap / 2) / span) * 100);
  const width = round(((1 - gap) / span) * 100);
  const marked = span <= MOST_MARKS * 4 ? days.filter(({ zone }) => zone === 'danger' || zone === 'warning') : [];
  return html`<div class="log-days">
    <p class="log-scale"><span>${format.number(up)} ${words.days.sent}</span></p>
    <svg width="100%" height="${HEIGHT}" role="img" aria-label="${words.days.title}">
      ${days.map(({ day, sent, received, zone }) => html`${sent > 0 && html`<rect class="up" data-shows="${zone}" x="${x(day)}%" y="${round(axis - Math.max(1, sent * unit))}" width="${width}%" height="${round(Math.max(1, sent * unit))}"/>`}${received > 0 && html`<rect class="down" x="${x(day)}%" y="${round(axis + 1)}" width="${width}%" height="${round(Math.max(1, received * unit))}"/>`}`)}
      <line class="axis-line" x1="0" x2="100%" y1="${round(axis)}" y2="${round(axis)}"/>
      ${marked.slice(-MOST_MARKS).map(({ day, sent, zone }) => html`<svg class="day-mark" data-shows="${zone}" x="${round(((day - first + 0.5) / span) * 100)}%" y="${round(axis - sent * unit - MARK)}" width="12" height="12" overflow="visible"><g transform="translate(-6 0) scale(.75)">${zoneMark(zone === 'none' ? undefined : zone)}</g></svg>`)}
    </svg>
    <p class="axis"><span>${format.shortDay(first)}</span><span>${format.shortDay(last)}</span></p>
    <ul class="log-legend"><li class="key-up">${words.days.sent}</li><li class="key-down">${words.days.received}</li>${zonesIn(days).map((zone) => html`<li>${zoneBadge(props.zones, zone === 'none' ? undefined : zone)}</li>`)}</ul>
  </div>`;
}

function zonesIn(days: readonly JudgedDay[]): DayZone[] {
  return (['danger', 'warning', 'none', 'safe'] as const).filter((zone) => days.some((day) => day.zone === zone));
}

function table({ props, format }: Shown, days: readonly JudgedDay[]): Html {
  const { columns } = props.words;
  const number = (value: number) => html`<td class="number">${format.number(value)}</td>`;
  return html`<table><thead><tr><th scope="col">${columns.day}</th><th scope="col" class="number">${columns.sent}</th><th scope="col" class="number">${columns.received}</th><th scope="col" class="number">${columns.fresh}</th><th scope="col" class="number">${columns.answered}</th><th scope="col">${columns.zone}</th></tr></thead><tbody>${days.map(
    ({ day, sent, received, newRecipients, answered, zone }) =>
      html`<tr data-log-day="${formatDay(day)}" data-sent="${sent}" data-received="${received}" data-zone="${zone}"><th scope="row">${format.shortDay(day)}</th>${number(sent)}${number(received)}${number(newRecipients)}${number(answered)}<td>${zoneBadge(props.zones, zone === 'none' ? undefined : zone)}</td></tr>`,
  )}</tbody></table>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
