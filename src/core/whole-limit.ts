import type { Band, Zone } from '../knowledge/schema.ts';

/** The greatest whole number that still lies in the zone; absent where the zone has no upper edge. */
export function greatestIn(bands: readonly Band[], zone: Zone): number | undefined {
  const band = bands.find((candidate) => candidate.zone === zone);
  if (band?.to === undefined) return undefined;
  return band.toInclusive ? Math.floor(band.to) : Math.ceil(band.to) - 1;
}
