export type NumberFault =
  | { reason: 'not-whole' }
  | { reason: 'below'; limit: number }
  | { reason: 'above'; limit: number };

export type Typed = { state: 'empty' } | { state: 'good'; value: number } | { state: 'bad'; fault: NumberFault };

export interface Range {
  min: number;
  max: number;
}

/** Reads what somebody typed: digits 0–9 with spaces around them, and nothing else, is a whole number. */
export function readWholeNumber(typed: string, { min, max }: Range): Typed {
  if (typed.trim() === '') return { state: 'empty' };
  if (!/^\s*[0-9]+\s*$/.test(typed)) return { state: 'bad', fault: { reason: 'not-whole' } };
  const value = Number(typed);
  if (value < min) return { state: 'bad', fault: { reason: 'below', limit: min } };
  if (value > max) return { state: 'bad', fault: { reason: 'above', limit: max } };
  return { state: 'good', value };
}
