import { type Html, html } from '../../browser/html.ts';

export interface ChartFrame {
  title: string;
  /** What the picture shows, in one sentence: it stands above it for everybody. */
  says: string | Html;
  picture: Html;
  table: Html;
  /** The words on the switch that opens the table. */
  tableSwitch: string;
  /** Whether the table stands open from the start. */
  open?: boolean;
}

/** A picture with its title, what it says, and a table as its equal. */
export function chartFrame({ title, says, picture, table, tableSwitch, open = false }: ChartFrame): Html {
  return html`<figure class="chart-frame"><figcaption><strong>${title}</strong> ${says}</figcaption>${picture}<details${open && ' open'}><summary>${tableSwitch}</summary><div class="table-wrap" tabindex="0" role="group" aria-label="${title}">${table}</div></details></figure>`;
}
