import type { Advice, AdviceLevel } from '../../core/warm-up/adapt.ts';
import type { Zone } from '../../knowledge/schema.ts';

export const ZONE_OF: Record<AdviceLevel, Zone> = {
  pause: 'danger',
  hold: 'warning',
  'go-on': 'safe',
  restart: 'danger',
};

export function adviceZone(advice: Advice | undefined): Zone | undefined {
  return advice?.level && ZONE_OF[advice.level];
}
