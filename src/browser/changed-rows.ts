export interface ChangedRow {
  /** Among all rows of the markup, those of headings too. */
  index: number;
  markup: string;
}

/**
 * The rows in which two drawings of a table differ; undefined where they differ in anything else.
 * Parsing a plan of ninety days at every keystroke costs more than all the rest, and mostly a few days change.
 * The rows must be in one table: a table inside a cell has rows of its own.
 */
export function changedRows(before: string, after: string): ChangedRow[] | undefined {
  const [old, drawn] = [parts(before), parts(after)];
  if (old.length !== drawn.length || old.length === 1 || old[0] !== drawn[0]) return undefined;
  const changed: ChangedRow[] = [];
  for (let at = 1; at < drawn.length; at++) {
    const [row, was] = [split(drawn[at] ?? ''), split(old[at] ?? '')];
    if (row.rest !== was.rest) return undefined;
    if (row.markup !== was.markup) changed.push({ index: at - 1, markup: row.markup });
  }
  return changed;
}

/** What stands before the first row, then every row with what follows it. */
function parts(markup: string): string[] {
  return markup.split(/(?=<tr[ >])/);
}

function split(part: string): { markup: string; rest: string } {
  const end = part.indexOf('</tr>') + '</tr>'.length;
  return { markup: part.slice(0, end), rest: part.slice(end) };
}
