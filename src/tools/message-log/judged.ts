import { FIGURE_IDS, type FigureId, type LogAnalysis, type LogFigure } from '../../core/message-log/figures.ts';
import { plural } from '../../core/words.ts';
import type { Shown } from './message-log.view.ts';

/** How loudly a figure speaks. `attention`: no zone, and all the same something to change. */
export type Weight = 'danger' | 'warning' | 'attention' | 'none' | 'safe' | 'target' | 'absent';

const ORDER: readonly Weight[] = ['danger', 'warning', 'attention', 'none', 'safe', 'target', 'absent'];

export interface Judged {
  id: FigureId;
  figure: LogFigure;
  weight: Weight;
}

/** All figures, worst first. */
export function judgedFigures(analysis: LogAnalysis): Judged[] {
  return FIGURE_IDS.map((id) => {
    const figure = analysis.figures[id];
    return { id, figure, weight: weightOf(id, figure, analysis) };
  }).toSorted((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight));
}

export function violations(analysis: LogAnalysis): Judged[] {
  return judgedFigures(analysis).filter(({ weight }) => ORDER.indexOf(weight) <= ORDER.indexOf('attention'));
}

function weightOf(id: FigureId, { value, zone }: LogFigure, { links }: LogAnalysis): Weight {
  if (value === undefined) return 'absent';
  if (zone !== 'none') return zone;
  const isWrong =
    ((id === 'stop-ignored' || id === 'regular-spacing') && value > 0) ||
    (id === 'links-share' && links.notHttps + links.shorteners > 0);
  return isWrong ? 'attention' : 'none';
}

const PERCENT: readonly FigureId[] = ['replies-answered', 'unanswered-48h-share', 'links-share'];

/** A figure with its unit. */
export function valueText({ props, format }: Pick<Shown, 'props' | 'format'>, id: FigureId, value: number): string {
  const { locale, words, units } = props;
  if (PERCENT.includes(id)) return format.percent(value, 1);
  const shown = format.number(value, 1);
  if (id === 'replies-messages') return shown;
  if (id === 'active-window') return plural(units.hours, locale, value, shown);
  if (id === 'new-recipients-peak') return plural(words.people, locale, value, shown);
  if (id === 'regular-spacing') return plural(words.gaps, locale, value, shown);
  return plural(units.messages, locale, value, shown);
}

const WHOLE_DAYS: readonly FigureId[] = ['peak-day', 'new-recipients-peak'];
const STRETCHES: readonly FigureId[] = ['unanswered-48h', 'unanswered-48h-share'];

/** When it happened, as people say it. */
export function whenText({ times }: Pick<Shown, 'times'>, id: FigureId, { when }: LogFigure): string {
  if (!when) return '';
  if (WHOLE_DAYS.includes(id)) return times.day(when.from);
  return STRETCHES.includes(id) ? times.days(when.from, when.to) : times.span(when.from, when.to);
}
