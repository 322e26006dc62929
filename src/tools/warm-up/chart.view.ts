import { type Html, html } from '../../browser/html.ts';
import type { WarmUpDay } from '../../core/warm-up/day.ts';
import { fill } from '../../core/words.ts';
import { nameOf, sourceNames } from './names.ts';
import { axisMaximum, heightOf, PLOT, type Stretch, stretches, ticksUpTo, xOf } from './scale.ts';
import type { Shown } from './warm-up.view.ts';

/** What the picture shows, in words. */
export function chartSays({ props, format, situation }: Shown): Html {
  const { words } = props;
  const { days } = situation.plan;
  const first = days.find(({ messages }) => messages.most !== 0);
  const last = days.at(-1);
  if (!first || !last) return html``;
  const limit = ({ messages }: WarmUpDay) =>
    messages.most === undefined ? words.noLimit : format.number(messages.most);
  const places = { day: first.day, from: limit(first), last: last.day, to: limit(last) };
  const later = days.slice(first.day);
  const binding = new Set(later.flatMap(({ messages }) => messages.by));
  const who = [...binding].map((id) => `${nameOf(props, id)} (${daysOf(later, id)})`);
  return html`${fill(words.chart.says, places)}${binding.size > 0 && html` ${fill(words.chart.binding, { who: format.list(who) })}`}`;
}

/** The days on which a source sets the limit, as ranges. */
function daysOf(days: readonly WarmUpDay[], id: string): string {
  return stretches(days, ({ messages }) => (messages.by.includes(id) ? 'yes' : 'no'))
    .filter(({ key }) => key === 'yes')
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
    .join(', ');
}

/** One line a source, the combined one bold, milestones as numbered flags, and below who binds and what is allowed. */
export function chartView(shown: Shown): Html {
  const { props, situation } = shown;
  const { words } = props;
  return html`<div class="plan-chart" role="img" aria-label="${words.chart.title}">${yAxis(shown)}${plot(shown)}
    ${strip(
      shown,
      words.chart.whoBinds,
      ({ messages }) => messages.by.join(' '),
      (key) => (key === '' ? words.noLimit : sourceNames(props, shown.format, key.split(' '))),
    )}
    ${strip(
      shown,
      words.metrics.recipients,
      ({ recipients }) => `${recipients.most ?? ''}`,
      (key) => (key === '' ? words.noLimit : key),
    )}
    ${strip(
      shown,
      words.metrics.channel,
      ({ channel }) => channel,
      (key) => words.channels[key as WarmUpDay['channel']],
    )}</div>${legend(shown, situation.input.sources)}`;
}

function yAxis({ format, situation }: Shown): Html {
  const most = axisMaximum(situation.plan.days);
  return html`<svg class="y-axis" width="44" height="${PLOT.height}">${ticksUpTo(most).map((value) => html`<text x="40" y="${heightOf(value, most) + 4}" text-anchor="end">${format.number(value)}</text>`)}</svg>`;
}

function plot(shown: Shown): Html {
  const { situation, today, values } = shown;
  const { plan, course, input } = situation;
  const { days, milestones } = plan;
  const lastDay = days.length - 1;
  const most = axisMaximum(days);
  const x = (day: number) => `${xOf(day, lastDay)}%`;
  const lines = (days[0]?.lines ?? []).map(({ source }, index) => ({
    source,
    path: pathOf(
      days.map(({ lines: all }) => all[index]?.messages),
      most,
    ),
  }));
  const combined = pathOf(
    days.map(({ messages }) => messages.most),
    most,
  );
  const todays = days.find(({ day }) => course.dateOf(day) === today);
  return html`<svg class="plot" width="100%" height="${PLOT.height}">
    ${ticksUpTo(most).map((value) => html`<line class="grid" x1="0" x2="100%" y1="${heightOf(value, most)}" y2="${heightOf(value, most)}"/>`)}
    ${milestones.filter(({ day }) => day <= lastDay).map(({ day }) => html`<line class="milestone" x1="${x(day)}" x2="${x(day)}" y1="${PLOT.top - 8}" y2="${PLOT.bottom}"/>`)}
    ${todays && html`<line class="today" x1="${x(todays.day)}" x2="${x(todays.day)}" y1="${PLOT.top - 8}" y2="${PLOT.bottom}"/>`}
    ${input.target !== undefined && input.target <= most && html`<line class="target" x1="0" x2="100%" y1="${heightOf(input.target, most)}" y2="${heightOf(input.target, most)}"/>`}
    <svg viewBox="0 0 ${lastDay} ${PLOT.height}" width="100%" height="${PLOT.height}" preserveAspectRatio="none">${combined !== '' && html`<path class="limit-line combined" d="${combined}"/>`}${lines.map(({ source, path }) => path !== '' && html`<path class="limit-line ${lineClass(shown, source)}" d="${path}"/>`)}</svg>
    ${values.log.flatMap(({ day, sent }) => (day <= lastDay ? [html`<circle class="sent" cx="${x(day)}" cy="${heightOf(Math.min(sent, most), most)}" r="4"/>`] : []))}
    ${flags(shown, lastDay)}
    ${dayTicks(lastDay).map((day) => html`<text x="${x(day)}" y="${PLOT.height - 6}" text-anchor="${day === 0 ? 'start' : day === lastDay ? 'end' : 'middle'}">${day}</text>`)}
  </svg>`;
}

/** Numbered as in the list of milestones; those of neighbouring days stand one above the other. */
function flags({ situation }: Shown, lastDay: number): Html {
  const rowEnds: number[] = [];
  return html`${situation.plan.milestones.flatMap(({ day }, index) => {
    if (day > lastDay) return [];
    const at = xOf(day, lastDay);
    const free = rowEnds.findIndex((end) => end + FLAG_WIDTH <= at);
    const level = free === -1 ? rowEnds.length : free;
    rowEnds[level] = at;
    const y = PLOT.top - 16 - level * 19;
    return [
      html`<circle class="flag" cx="${at}%" cy="${y}" r="8.5"/><text class="flag-number" x="${at}%" y="${y + 4}" text-anchor="middle">${index + 1}</text>`,
    ];
  })}`;
}

/** In percent of the width, on the narrowest screen. */
const FLAG_WIDTH = 9;

/** A path in days and pixels, broken where nothing limits. */
function pathOf(values: readonly (number | undefined)[], most: number): string {
  let isDown = false;
  return values
    .map((value, day) => {
      const command = isDown ? 'L' : 'M';
      isDown = value !== undefined;
      return value === undefined ? '' : `${command}${day} ${heightOf(value, most)}`;
    })
    .join('')
    .replace(/M(\d+ [\d.]+)(?=M|$)/g, 'M$1h.01');
}

function dayTicks(lastDay: number): number[] {
  const step = lastDay > 45 ? 15 : lastDay > 30 ? 10 : 5;
  const days = Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, index) => index * step);
  return lastDay - (days.at(-1) ?? 0) > step / 2 ? [...days, lastDay] : [...days.slice(0, -1), lastDay];
}

function strip(shown: Shown, title: string, keyOf: (day: WarmUpDay) => string, write: (key: string) => string): Html {
  const { days } = shown.situation.plan;
  const lastDay = days.length - 1;
  return html`<span class="strip-title">${title}</span><svg class="strip" width="100%" height="26">${stretches(days, keyOf).map((stretch) => stripPart(shown, stretch, lastDay, write(stretch.key)))}</svg>`;
}

function stripPart(shown: Shown, { key, from, to }: Stretch, lastDay: number, text: string): Html {
  const left = Math.max(0, xOf(from - 0.5, lastDay));
  const width = Math.min(100, xOf(to + 0.5, lastDay)) - left;
  const marks = key.split(' ').filter((id) => shown.props.sources.some((source) => source.id === id));
  const isLegible = width * NARROWEST > text.length * LETTER * 100;
  const kind = key === '0' || key === 'phone' ? 'closed' : key === '' || key === 'service' ? 'open' : 'part';
  return html`<rect class="${kind}" x="${left}%" width="${width}%" y="0" height="26"/>${marks.map((id, index) => html`<line class="limit-line ${lineClass(shown, id)}" x1="${left}%" x2="${left + width}%" y1="${2 + index * 5}" y2="${2 + index * 5}"/>`)}${isLegible && html`<text x="${left + width / 2}%" y="18" text-anchor="middle">${text}</text>`}`;
}

/** A text stands in a stretch only where it fits on the narrowest screen, in pixels. */
const NARROWEST = 230;
const LETTER = 6.4;

function legend(shown: Shown, followed: readonly string[]): Html {
  const { props, values, situation } = shown;
  const { words, rules } = props;
  const limiting = new Set(
    situation.plan.days.flatMap(({ day, lines }) =>
      day === 0 ? [] : lines.flatMap(({ source, messages }) => (messages === undefined ? [] : [source])),
    ),
  );
  const sample = (kind: string) =>
    html`<svg width="34" height="12" aria-hidden="true"><line class="limit-line ${kind}" x1="2" x2="32" y1="6" y2="6"/></svg>`;
  const isScheduled = (id: string) => rules.schedules.some(({ source }) => source === id);
  return html`<ul class="plan-legend"><li>${sample('combined')}${words.chart.combined}</li>${followed.map((id) => {
    const note = limiting.has(id) ? '' : ` (${isScheduled(id) ? words.chart.unlimited : words.chart.unscheduled})`;
    return html`<li>${note === '' && sample(lineClass(shown, id))}${nameOf(props, id)}${note}</li>`;
  })}${values.log.length > 0 && html`<li><svg width="14" height="12" aria-hidden="true"><circle class="sent" cx="7" cy="6" r="4"/></svg>${words.chart.sent}</li>`}${situation.input.target !== undefined && html`<li>${sample('target')}${words.chart.target}</li>`}<li class="scale-note">${words.chart.scale}</li></ul>`;
}

/** Each source keeps its colour and its dashes, whichever others are followed. */
function lineClass({ props }: Shown, id: string): string {
  return `line-${props.sources.findIndex((source) => source.id === id) % LINE_STYLES}`;
}

const LINE_STYLES = 5;
