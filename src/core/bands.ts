import type { Band, Zone } from '../knowledge/schema.ts';

/** An exact fraction, so that zones are decided on whole numbers and never on a rounded quotient. */
export interface Fraction {
  over: number;
  under: number;
}

export function zoneOf(bands: readonly Band[], value: Fraction): Zone | undefined {
  return bands.find((band) => contains(band, value))?.zone;
}

/** Where bands meet, from the lowest edge to the highest, each with the zone that begins there. */
export function edgesOf(bands: readonly Band[]): { at: number; zone: Zone }[] {
  return bands
    .flatMap(({ from, zone }) => (from === undefined ? [] : [{ at: from, zone }]))
    .sort((a, b) => a.at - b.at);
}

function contains(band: Band, { over, under }: Fraction): boolean {
  const { from, to, fromInclusive = true, toInclusive = false } = band;
  const aboveFrom = from === undefined || over > from * under || (fromInclusive && over === from * under);
  const belowTo = to === undefined || over < to * under || (toInclusive && over === to * under);
  return aboveFrom && belowTo;
}
