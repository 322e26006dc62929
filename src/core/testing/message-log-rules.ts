import type { MessageLogRules } from '../message-log/figures.ts';

/** The rules of the message log as data; only for tests. */

const RATIO = [
  { zone: 'danger', to: 15 },
  { zone: 'warning', from: 15, to: 30 },
  { zone: 'safe', from: 30, to: 50 },
  { zone: 'target', from: 50 },
] as const;

export const messageLogRules: MessageLogRules = {
  figures: {
    'replies-messages': { rule: 'reply-ratio', bands: RATIO },
    'replies-answered': { rule: 'reply-ratio', bands: RATIO },
    'unanswered-48h': { rule: 'unanswered', bands: [] },
    'unanswered-48h-share': { rule: 'unanswered', bands: [] },
    'peak-hour': {
      rule: 'hourly-pace',
      bands: [
        { zone: 'safe', to: 30 },
        { zone: 'warning', from: 30, to: 60, toInclusive: true },
        { zone: 'danger', from: 60, fromInclusive: false },
      ],
    },
    'peak-minute': {
      rule: 'minute-pace',
      bands: [
        { zone: 'safe', to: 1, toInclusive: true },
        { zone: 'warning', from: 2, to: 4, toInclusive: true },
        { zone: 'danger', from: 5 },
      ],
    },
    'peak-day': { rule: 'daily-volume', bands: [{ zone: 'warning', from: 6000, fromInclusive: false }] },
    'active-window': {
      rule: 'active-window',
      bands: [
        { zone: 'safe', to: 8, toInclusive: true },
        { zone: 'warning', from: 8, fromInclusive: false },
      ],
    },
    'new-recipients-peak': {
      rule: 'new-recipients',
      bands: [
        { zone: 'safe', to: 20, toInclusive: true },
        { zone: 'danger', from: 20, fromInclusive: false },
      ],
    },
    'identical-batch': {
      rule: 'identical-batch',
      bands: [
        { zone: 'safe', to: 15 },
        { zone: 'danger', from: 15 },
      ],
    },
    'stop-ignored': { rule: 'opt-out-honoured', bands: [] },
    'links-share': { rule: 'links', bands: [] },
    'regular-spacing': { rule: 'variable-delays', bands: [] },
  },
  young: {
    rule: 'young-number-volume',
    days: 21,
    bands: [{ zone: 'danger', from: 200, fromInclusive: false }],
    limits: [0, 20, 35, 50, 50, 66, 83, 100, 100, 116, 133, 150, 166, 183, 200, 200, 200, 200, 200, 200, 200],
  },
  answerHours: 48,
  recentDays: 30,
  spacing: { gaps: 20, underMinutes: 5, spreadPercent: 10 },
};

export const messageLogWords = {
  stopWords: ['STOP', 'SAIR', 'PARAR', 'CANCELAR', 'СТОП', 'ОТПИСАТЬСЯ'],
  shorteners: ['bit.ly', 't.me', 'goo.gl'],
};
