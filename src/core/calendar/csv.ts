import type { Locale } from '../../knowledge/schema.ts';

export type CsvCell = string | number;

/** What the spreadsheet of a reader of this language expects. */
const FORMATS: Record<Locale, { separator: string; decimal: string }> = {
  en: { separator: ',', decimal: '.' },
  pt: { separator: ';', decimal: ',' },
  ru: { separator: ';', decimal: ',' },
};

const BYTE_ORDER_MARK = '\uFEFF';

/** A table that a spreadsheet opens right by double click: the mark is what tells it that the text is UTF-8. */
export function csvOf(rows: readonly (readonly CsvCell[])[], locale: Locale): string {
  const { separator, decimal } = FORMATS[locale];
  const lines = rows.map((cells) => cells.map((cell) => cellText(cell, separator, decimal)).join(separator));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}

function cellText(cell: CsvCell, separator: string, decimal: string): string {
  if (typeof cell === 'number') return quoted(String(cell).replace('.', decimal), separator);
  return quoted(startsFormula(cell) ? `'${cell}` : cell, separator);
}

/** A spreadsheet would run such a text; a leading apostrophe makes it plain. Full-width signs count too. */
function startsFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text);
}

function quoted(text: string, separator: string): string {
  const needsQuotes = text.includes(separator) || /["\r\n\t]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
