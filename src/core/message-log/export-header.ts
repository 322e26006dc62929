import { encode } from './bytes.ts';

/** The beginning of a line of a chat export that begins a message or a system notice. */
export interface ExportHeader {
  /** Date and time as written. */
  time: Uint8Array;
  /** What follows: `Sender: text`, or a system notice. */
  rest: string;
}

/** Reads `20/11/2026, 10:30 - …` (Android) and `[20/11/2026, 10:30:05] …` (iOS) in the styles of all languages. */
export function exportHeader(line: string): ExportHeader | undefined {
  // Android parts time and text by a dash, iOS puts the time into brackets.
  const [, bracket, time, close, rest] = HEADER.exec(line) ?? [];
  if (time === undefined || rest === undefined) return undefined;
  if ((bracket === '[') !== (close?.startsWith(']') ?? false)) return undefined;
  return { time: encode(time), rest };
}

const MARKS = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*';
const DATE = '\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}';
const GAP = '(?:,|,? (?:às|as|um|в|at))?\\s+';
const CLOCK = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?(?:[ap]\\.?\\s?m\\.?|[дп]п))?';
const HEADER = new RegExp(`^${MARKS}(\\[?)${MARKS}(${DATE}${GAP}${CLOCK})${MARKS}(\\]\\s?| [-\u2013] )(.*)$`, 'isu');
