import { type Html, html } from '../../browser/html.ts';
import type { Format } from '../../core/format.ts';
import type { Band, Zone } from '../../knowledge/schema.ts';
import { type ZoneWords, zoneMark } from '../zone/zone.view.ts';

export interface BandScaleWords {
  zones: ZoneWords;
  /** Where the marker stands: "This number: {value}". */
  here: string;
}

interface Stretch {
  zone: Zone;
  from: number;
  to: number;
}

/**
 * The zones of a metric on one line, drawn to scale as far as the last edge and a bit beyond.
 * Text stands in HTML below the bar, so that it stays legible at 320 px and in print.
 */
export function bandScale(
  words: BandScaleWords,
  format: Format,
  bands: readonly Band[],
  unit: (shown: string, n: number) => string,
  marker?: number,
): Html {
  const stretches = stretchesOf(bands);
  const end = stretches.at(-1)?.to ?? 1;
  const at = (value: number) => (Math.min(Math.max(value, 0), end) / end) * 100;
  return html`<div class="band-scale" role="list">
    ${stretches.map(
      ({ zone, from, to }, index) => html`<div role="listitem" class="stretch" data-shows="${zone}">
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="10"/></svg>
        <span class="stretch-word">${zoneMark(zone)} ${words.zones[zone]}</span>
        <span class="stretch-range">${rangeText(format, unit, bands, zone, index)}</span>
        ${marker !== undefined && isHere(stretches, index, marker, end) ? hereMark(words.here, format, unit, marker, (at(marker) - at(from)) / (at(to) - at(from) || 1)) : ''}
      </div>`,
    )}
  </div>`;
}

function hereMark(
  here: string,
  format: Format,
  unit: (shown: string, n: number) => string,
  marker: number,
  share: number,
): Html {
  const shown = unit(format.number(marker, 2), marker);
  const x = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return html`<svg class="here" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${here.replace('{value}', shown)}"><rect x="${Math.min(98, x)}" width="2" height="10"/></svg>`;
}

function isHere(stretches: Stretch[], index: number, marker: number, end: number): boolean {
  const value = Math.min(marker, end);
  const own = stretches[index];
  if (!own) return false;
  const isLast = index === stretches.length - 1;
  return value >= own.from && (value < own.to || isLast);
}

/** The bands from the left to the right, the open end given some room of its own. */
function stretchesOf(bands: readonly Band[]): Stretch[] {
  const edges = bands.flatMap(({ from, to }) => [from ?? 0, to ?? 0]);
  const last = Math.max(...edges, 1);
  return bands
    .map(({ zone, from = 0, to = last * 1.35 }) => ({ zone, from, to }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function rangeText(
  format: Format,
  unit: (shown: string, n: number) => string,
  bands: readonly Band[],
  zone: Zone,
  index: number,
): string {
  const band = stretchesOf(bands)[index];
  const own = bands.find((candidate) => candidate.zone === zone && (candidate.from ?? 0) === band?.from);
  if (!own) return '';
  const { from, to } = own;
  if (from === undefined && to !== undefined) return `${own.toInclusive ? '≤' : '<'} ${unit(format.number(to, 2), to)}`;
  if (to === undefined && from !== undefined)
    return `${own.fromInclusive === false ? '>' : '≥'} ${unit(format.number(from, 2), from)}`;
  if (from === undefined || to === undefined) return '';
  return unit(`${format.number(from, 2)}–${format.number(to, 2)}`, to);
}
