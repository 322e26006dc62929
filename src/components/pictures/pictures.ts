import type { Html } from '../../browser/html.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { PageContext } from '../context.ts';
import { banDecision } from './ban-decision.ts';
import { riskLevels } from './risk-levels.ts';
import { unansweredWindow } from './unanswered-window.ts';
import { warmUpSources } from './warm-up-sources.ts';

/** Pictures that a guide can ask for by name, each drawn from the knowledge. */
export const PICTURES: Record<string, (context: PageContext, all: Knowledge) => Html> = {
  'ban-decision': banDecision,
  'risk-levels': riskLevels,
  'unanswered-window': unansweredWindow,
  'warm-up-sources': warmUpSources,
};
