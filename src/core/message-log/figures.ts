import type { Band, Zone } from '../../knowledge/schema.ts';
import { type Fraction, zoneOf } from '../bands.ts';
import { roundFraction } from '../round.ts';
import type { LogDay } from './day-watch.ts';
import type { Spot } from './rows.ts';

export const FIGURE_IDS = [
  'replies-messages',
  'replies-answered',
  'unanswered-48h',
  'unanswered-48h-share',
  'peak-hour',
  'peak-minute',
  'peak-day',
  'active-window',
  'new-recipients-peak',
  'identical-batch',
  'stop-ignored',
  'links-share',
  'regular-spacing',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** What the analysis needs of the rules; it is handed to the browser as it is. */
export interface MessageLogRules {
  /** The rule behind each figure, and the bands it is judged by; without bands it is not judged. */
  figures: Readonly<Record<FigureId, { rule: string; bands: readonly Band[] }>>;
  /** How the days of a young number are judged, where its registration is known. */
  young: {
    rule: string;
    /** Younger than so many days. */
    days: number;
    bands: readonly Band[];
    /** Messages that the schedule allows at each age; null where it sets no limit. */
    limits: readonly (number | null)[];
  };
  /** An answer later than this is none. */
  answerHours: number;
  /** Unanswered messages are counted over so many days. */
  recentDays: number;
  spacing: { gaps: number; underMinutes: number; spreadPercent: number };
}

/** How somebody looks at a log. */
export interface LogChoice {
  /** Zone of the calendar days, and of times that came without one. */
  timeZone: string;
  /** First and last day that count, in days since 1970-01-01. */
  range?: { from: number; to: number };
  /** Which of several numbers, as the log names it. */
  number?: string;
  /** The day the number was registered. */
  registered?: number;
}

export interface ExampleRow {
  /** Index of the file in the order given. */
  file: number;
  line: number;
  /** Milliseconds since 1970. */
  at: number;
  direction: 'in' | 'out';
  chat: string;
}

export interface LogFigure {
  /** Rounded to one decimal; absent where the figure cannot be given. */
  value?: number;
  zone: Zone | 'none';
  rule: string;
  /** When it happened: the two ends, in milliseconds since 1970. */
  when?: { from: number; to: number };
  examples: readonly ExampleRow[];
}

export interface LogAnalysis {
  state: 'analysed' | 'empty' | 'no-outgoing';
  /** Messages read, and those of them that the chosen dates and number leave. */
  rowsRead: number;
  messages: number;
  sent: number;
  received: number;
  chats: number;
  /** The numbers that the log tells apart, for one of them to be chosen. */
  numbers: readonly string[];
  /** First and last message. */
  span?: { from: number; to: number };
  figures: Readonly<Record<FigureId, LogFigure>>;
  links: LogLinks;
  replies: LogReplies;
  days: readonly JudgedDay[];
  /** Outgoing messages by weekday, Monday first, and hour. */
  hours: readonly (readonly number[])[];
}

/** Outgoing messages with links: all, with one that is not https, with one of a shortener. */
export interface LogLinks {
  messages: number;
  notHttps: number;
  shorteners: number;
}

/** What the two reply ratios count beside the messages sent. */
export interface LogReplies {
  /** Incoming messages of chats that were written to. */
  received: number;
  /** Outgoing messages that were answered in time. */
  answered: number;
}

export interface JudgedDay extends LogDay {
  /** How the number of messages sent is judged that day. */
  zone: Zone | 'none';
}

/** A figure before it is judged and rounded. */
export interface Found {
  value?: Fraction;
  when?: { from: number; to: number };
  spots?: readonly Spot[];
  /** Where another rule than the usual one judges it. */
  judged?: { zone: Zone | 'none'; rule: string };
}

type UsualRule = MessageLogRules['figures'][FigureId];

export function figureOf(
  { rule, bands }: UsualRule,
  { value, when, judged }: Found,
  examples: readonly ExampleRow[],
): LogFigure {
  if (!value) return { zone: 'none', rule, examples: [] };
  const judgement = judged ?? { zone: zoneOf(bands, value) ?? 'none', rule };
  return { value: roundFraction(value, 1), ...judgement, ...(when && { when }), examples };
}
