import { type Html, html } from '../../browser/html.ts';
import { formatDay } from '../../core/calendar/day.ts';
import type { CampaignDay } from '../../core/campaign/allocate.ts';
import { fill } from '../../core/words.ts';
import { counted } from './answer.view.ts';
import type { Checked } from './campaign.view.ts';
import { hintsView } from './hints.view.ts';

/** Days shown at once; the rest stands behind a switch, so that a phone does not scroll for ever. */
const SHOWN = 31;

/** Who gets the message on which day, what binds on it, and what would make it shorter. */
export function calendarView(checked: Checked | undefined): Html {
  if (!checked) return html``;
  if (checked.result.state === 'too-long') return hintsView(checked);
  const { words } = checked.props;
  const { rows } = checked.result;
  const rest = rows.slice(SHOWN);
  return html`<h2 id="calendar">${words.calendar}</h2>
    ${rows.length > 1 && chart(checked, rows)}
    ${table(checked, rows.slice(0, SHOWN))}
    ${rest.length > 0 && html`<details id="more-days"><summary>${counted(checked, words.more, rest.length)}</summary>${table(checked, rest)}</details>`}
    ${hintsView(checked)}`;
}

function table(checked: Checked, rows: readonly CampaignDay[]): Html {
  const { columns, calendar } = checked.props.words;
  // On a long way most days are alike, and writing numbers is what costs.
  const drawn: Drawn = new Map();
  return html`<div class="table-wrap" role="group" aria-label="${calendar}" tabindex="0"><table class="calendar">
    <thead><tr><th scope="col">${columns.day}</th><th scope="col" class="number">${columns.fresh} + ${columns.known}</th><th scope="col" class="number">${columns.total}</th><th scope="col">${columns.boundBy}</th></tr></thead>
    <tbody>${rows.map((row) => dayRow(checked, row, drawn))}</tbody>
  </table></div>`;
}

type Drawn = Map<string, Html>;

function dayRow({ props, format }: Checked, row: CampaignDay, drawn: Drawn): Html {
  const { day, date, newPeople, knownPeople, messages, boundBy } = row;
  const bounds = boundBy.join(' ');
  const key = `${newPeople} ${knownPeople} ${messages} ${bounds}`;
  const cells = drawn.get(key) ?? dayCells(props, format, row);
  drawn.set(key, cells);
  return html`<tr data-day="${day}" data-date="${formatDay(date)}" data-messages="${messages}" data-bound-by="${bounds}"><th scope="row"><b>${day}</b> ${format.shortDay(date)}</th>${cells}</tr>`;
}

function dayCells({ words }: Checked['props'], format: Checked['format'], row: CampaignDay): Html {
  const who = `${format.number(row.newPeople)} + ${format.number(row.knownPeople)}`;
  const bounds = row.boundBy.map(
    (bound) => html`<span class="bound" data-bound="${bound}">${words.bounds[bound]}</span> `,
  );
  return html`<td class="number">${who}</td><td class="number"><strong>${format.number(row.messages)}</strong></td><td>${bounds}</td>`;
}

/** The days as bars, new people at the bottom; the table below is its equal. */
function chart({ props, format }: Checked, rows: readonly CampaignDay[]): Html {
  const { words } = props;
  const top = Math.max(1, ...rows.map(({ messages }) => messages));
  const heightOf = (n: number) => Math.round((n / top) * 1000) / 10;
  const all = bars(rows.map(({ messages }) => heightOf(messages)));
  const fresh = bars(
    rows.map(({ messages, newPeople, knownPeople }) =>
      heightOf((messages * newPeople) / Math.max(1, newPeople + knownPeople)),
    ),
  );
  const most = counted({ props, format }, props.units.messages, top);
  return html`<figure class="bars">
    <figcaption><span class="known">${words.legendKnown}</span> <span class="fresh">${words.legendNew}</span> <small>${fill(words.highest, { most })}</small></figcaption>
    <svg viewBox="0 0 ${rows.length * BAR} 100" preserveAspectRatio="none" role="img" aria-label="${fill(words.chart, { most })}"><path class="known" d="${all}"/><path class="fresh" d="${fresh}"/></svg>
    <p class="footing"><span>${format.shortDay(rows[0]?.date ?? 0)}</span> <span>${format.shortDay(rows.at(-1)?.date ?? 0)}</span></p>
  </figure>`;
}

const BAR = 10;
const GAP = 2;
/** More bars than this are so thin that gaps would only make them flicker. */
const MANY = 60;

function bars(heights: readonly number[]): string {
  const width = heights.length > MANY ? BAR : BAR - GAP;
  return heights
    .map((height, index) => (height === 0 ? '' : `M${index * BAR} 100v-${height}h${width}v${height}z`))
    .join('');
}
