import { type Html, html } from '../../browser/html.ts';
import { boardView } from './board.view.ts';
import { chartSays, chartView } from './chart.view.ts';
import type { KeptNumber } from './kept-numbers.ts';
import { sourcesTable } from './sources-table.view.ts';
import type { Read } from './warm-up.view.ts';

export { boardActions } from './board-actions.ts';

type Slots = Record<string, Html>;

export function drawBoard({ props, today }: Read, numbers: readonly KeptNumber[]): Slots {
  return { board: boardView(props, numbers, today) };
}

export function drawChart({ shown }: Read): Slots {
  return { says: shown ? chartSays(shown) : html``, chart: shown ? chartView(shown) : html`` };
}

/** What is seen when somebody opens it. */
export function drawSources({ shown }: Read): Slots {
  return { sources: shown ? sourcesTable(shown) : html`` };
}
