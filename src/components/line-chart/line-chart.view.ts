import { type Html, html } from '../../browser/html.ts';

export interface Series {
  label: string;
  /** One value a day; nothing where there is no limit. */
  values: readonly (number | undefined)[];
  /** The line the eye should follow. */
  isMain?: boolean;
}

export interface LineChart {
  series: readonly Series[];
  /** What the whole picture says, for those who do not see it. */
  says: string;
  /** Words at the left and the right end of the days. */
  days: [first: string, last: string];
  /** The number at the top of the scale, as it is written. */
  top: (value: number) => string;
}

const WIDTH = 600;
const HEIGHT = 240;

/** Lines over days. All words stand in HTML around the drawing, so that they stay legible at any width. */
export function lineChart({ series, says, days, top }: LineChart): Html {
  const highest = Math.max(1, ...series.flatMap(({ values }) => values.filter((value) => value !== undefined)));
  const length = Math.max(2, ...series.map(({ values }) => values.length));
  const x = (day: number) => round((day / (length - 1)) * WIDTH);
  const y = (value: number) => round(HEIGHT - (value / highest) * (HEIGHT - 6) - 2);
  return html`<div class="line-chart">
    <span class="top-value">${top(highest)}</span>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${says}">
      ${[0.25, 0.5, 0.75, 1].map((share) => html`<line class="grid" x1="0" x2="${WIDTH}" y1="${y(highest * share)}" y2="${y(highest * share)}"/>`)}
      ${bottomFirst(series).map(({ line, index }) => html`<path class="series-${index % 5}${line.isMain ? ' main' : ''}" d="${path(line.values, x, y)}"/>`)}
    </svg>
    <p class="axis"><span>${days[0]}</span><span>${days[1]}</span></p>
    <ul class="legend">${series.map(({ label, isMain }, index) => html`<li><svg class="key" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><path class="series-${index % 5}${isMain ? ' main' : ''}" d="M1 4H27"/></svg> ${label}</li>`)}</ul>
  </div>`;
}

/** The main line lies under the others, which would vanish where they run together. */
function bottomFirst(series: readonly Series[]): { line: Series; index: number }[] {
  return series
    .map((line, index) => ({ line, index }))
    .sort((a, b) => Number(b.line.isMain ?? false) - Number(a.line.isMain ?? false));
}

/** A line that is interrupted where there is no value. */
function path(
  values: readonly (number | undefined)[],
  x: (day: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, day) =>
      value === undefined ? '' : `${values[day - 1] === undefined ? 'M' : 'L'}${x(day)} ${y(value)}`,
    )
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
