export interface PastedLine {
  /** Counted from 1 over all lines, blank ones included. */
  line: number;
  text: string;
  cells: string[];
}

/** The lines of a pasted table, without blank ones and without a heading. */
export function pastedLines(pasted: string, isHeading: (cells: string[]) => boolean): PastedLine[] {
  const lines = pasted
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, text: text.trim(), cells: splitLine(text) }))
    .filter(({ text }) => text !== '');
  const [first] = lines;
  return first && isHeading(first.cells) ? lines.slice(1) : lines;
}

export function hasNoDigit(cells: readonly string[]): boolean {
  return cells.every((cell) => !/\d/.test(cell));
}

/** A trailing separator makes no cell. */
export function dropTrailingEmpty(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

function splitLine(line: string): string[] {
  const separator = ['\t', ';', ','].find((mark) => line.includes(mark));
  const cells = separator ? line.split(separator) : line.trim().split(/\s+/);
  return cells.map((cell) => cell.trim());
}
