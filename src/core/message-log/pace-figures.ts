import { HOUR, MINUTE } from './civil.ts';
import type { FigureId, Found } from './figures.ts';
import { examplesOf, type LogView } from './log-view.ts';
import { busiest, isShaped, largestBatch, type Stretch } from './sliding.ts';
import { longestRegularRun } from './spacing.ts';

type PaceFigure = Extract<FigureId, 'peak-hour' | 'peak-minute' | 'identical-batch' | 'regular-spacing'>;

/** How close together the number writes. */
export function paceFigures(view: LogView): Record<PaceFigure, Found> {
  const { store, rules, timeline, out } = view;
  const batch = largestBatch(store, timeline, out, HOUR);
  const { gaps, underMinutes, spreadPercent } = rules.spacing;
  const run = longestRegularRun(out.at, { gaps, under: underMinutes * MINUTE, spreadPercent });
  return {
    'peak-hour': stretchFigure(view, busiest(out, HOUR)),
    'peak-minute': stretchFigure(view, busiest(out, MINUTE)),
    'identical-batch': batch.count === 0 ? {} : stretchFigure(view, batch, (n) => hasShapeOf(view, n, batch.end - 1)),
    'regular-spacing':
      run.gaps === 0
        ? { value: { over: 0, under: 1 } }
        : stretchFigure(view, { count: run.gaps, first: run.first, end: run.first + run.gaps + 1 }),
  };
}

function stretchFigure(
  view: LogView,
  { count, first, end }: Stretch,
  belongs: (n: number) => boolean = () => true,
): Found {
  const { out } = view;
  const members = Array.from({ length: end - first }, (_, k) => first + k).filter(belongs);
  const [from = first] = members;
  return {
    value: { over: count, under: 1 },
    when: { from: out.at[from] ?? 0, to: out.at[end - 1] ?? 0 },
    examples: examplesOf(
      view,
      members.map((n) => out.place[n] ?? 0),
    ),
  };
}

function hasShapeOf({ store, timeline, out }: LogView, n: number, other: number): boolean {
  const messageOf = (k: number) => timeline.message[out.place[k] ?? 0] ?? 0;
  const [a, b] = [messageOf(n), messageOf(other)];
  return isShaped(store, a) && store.shapeA[a] === store.shapeA[b] && store.shapeB[a] === store.shapeB[b];
}
