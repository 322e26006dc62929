import type { Html } from '../../browser/html.ts';
import { zoneBadge } from '../../components/zone/zone.view.ts';
import type { RiskLevel, Zone } from '../../knowledge/schema.ts';

type Level = RiskLevel | 'unknown';

export type LevelWords = Record<Level, string>;

/** A level looks like the zone that it is. */
export const ZONE_OF: Record<Level, Zone | 'none'> = {
  none: 'target',
  minimal: 'safe',
  elevated: 'warning',
  maximal: 'danger',
  unknown: 'none',
};

export function levelBadge(words: LevelWords, level: Level): Html {
  const { none: target, minimal: safe, elevated: warning, maximal: danger, unknown: none } = words;
  const zone = ZONE_OF[level];
  return zoneBadge({ target, safe, warning, danger, none }, zone === 'none' ? undefined : zone);
}
