import type { Zone } from '../knowledge/schema.ts';
import { zoneOf } from './bands.ts';
import { dropTrailingEmpty, hasNoDigit, pastedLines } from './pasted-lines.ts';
import type { ReplyRatioRules } from './reply-ratio.ts';
import { roundFraction } from './round.ts';
import { readWholeNumber } from './whole-number.ts';

export const COUNT_RANGE = { min: 0, max: 10_000_000 };

export interface NumberRow {
  label: string;
  sent: number;
  replies: number;
  blocked?: number;
  /** Absent when nothing was sent. */
  ratio?: number;
  zone?: Zone;
}

export type BadLine = { line: number; text: string } & (
  | { reason: 'too-few' | 'too-many' | 'blocked-above-sent' | 'no-label' }
  | { reason: 'bad-number'; column: 'sent' | 'replies' | 'blocked' }
);

export interface NumberList {
  /** Worst first; rows without sends last; otherwise as typed. */
  rows: NumberRow[];
  total?: Omit<NumberRow, 'label'>;
  badLines: BadLine[];
}

/** Reads rows of `label sent replies [blocked]`, however they were pasted. */
export function evaluateNumbers(rules: ReplyRatioRules, pasted: string): NumberList {
  const rows: NumberRow[] = [];
  const badLines: BadLine[] = [];
  const isHeading = (cells: string[]) => cells.length > 1 && hasNoDigit(cells.slice(1));
  for (const { line, text, cells } of pastedLines(pasted, isHeading)) {
    const read = readRow(cells);
    if ('reason' in read) badLines.push({ line, text, ...read });
    else rows.push(withRatio(rules, read));
  }
  return { rows: worstFirst(rows), ...(rows.length > 0 && { total: totalOf(rules, rows) }), badLines };
}

type Row = { label: string; sent: number; replies: number; blocked?: number };
type RowFault =
  | { reason: 'too-few' | 'too-many' | 'blocked-above-sent' | 'no-label' }
  | { reason: 'bad-number'; column: 'sent' | 'replies' | 'blocked' };

function readRow([label = '', ...rest]: string[]): Row | RowFault {
  const cells = dropTrailingEmpty(rest);
  if (label === '') return { reason: 'no-label' };
  if (cells.length < 2) return { reason: 'too-few' };
  if (cells.length > 3) return { reason: 'too-many' };
  const [sent, replies, blocked] = cells.map((cell) => readWholeNumber(cell, COUNT_RANGE));
  if (sent?.state !== 'good') return { reason: 'bad-number', column: 'sent' };
  if (replies?.state !== 'good') return { reason: 'bad-number', column: 'replies' };
  if (blocked === undefined) return { label, sent: sent.value, replies: replies.value };
  if (blocked.state !== 'good') return { reason: 'bad-number', column: 'blocked' };
  if (blocked.value > sent.value) return { reason: 'blocked-above-sent' };
  return { label, sent: sent.value, replies: replies.value, blocked: blocked.value };
}

function withRatio<T extends { sent: number; replies: number }>(rules: ReplyRatioRules, row: T) {
  if (row.sent === 0) return row;
  const value = { over: row.replies * 100, under: row.sent };
  const zone = zoneOf(rules.bands, value);
  return { ...row, ratio: roundFraction(value, 1), ...(zone && { zone }) };
}

function worstFirst(rows: NumberRow[]): NumberRow[] {
  return rows.toSorted((a, b) => {
    if (a.sent === 0 || b.sent === 0) return Number(a.sent === 0) - Number(b.sent === 0);
    return a.replies * b.sent - b.replies * a.sent;
  });
}

function totalOf(rules: ReplyRatioRules, rows: NumberRow[]) {
  const sum = (pick: (row: NumberRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const blocked = rows.some((row) => row.blocked !== undefined) ? { blocked: sum((row) => row.blocked ?? 0) } : {};
  return withRatio(rules, { sent: sum((row) => row.sent), replies: sum((row) => row.replies), ...blocked });
}
