import { code } from 'assembly:plain-rows';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageLogRules, messageLogWords } from '../testing/message-log-rules.ts';
import { type NaiveChoice, type NaiveRow, naiveFigures } from '../testing/naive-message-log.ts';
import { readFiles } from '../testing/read-log-files.ts';
import { analyseLog } from './analyse-log.ts';
import type { FigureId } from './figures.ts';
import { FIGURE_IDS } from './figures.ts';
import { PlainRows } from './plain-rows.ts';

const plainRows = new PlainRows(new WebAssembly.Module(Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0))));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 1000, 30_000, MINUTE - 1, MINUTE, MINUTE + 1, 7 * MINUTE) },
  { weight: 2, arbitrary: fc.constantFrom(HOUR - 1, HOUR, HOUR + 1, 5 * HOUR, 24 * HOUR) },
  { weight: 1, arbitrary: fc.constantFrom(48 * HOUR - 1, 48 * HOUR, 48 * HOUR + 1, 30 * 24 * HOUR) },
);
const text = fc.constantFrom(
  '',
  '  ',
  'Hello',
  'HELLO ',
  'Order 12 is ready',
  'order  7 IS ready',
  'see https://a.b/1 now',
  'see http://c.d/2 now',
  'www.site.com',
  'go to bit.ly/x',
  'Olá, João 5',
  'OLÁ, JOÃO 6',
  'Ваш заказ 1',
  'ВАШ ЗАКАЗ 22',
  'Reply 2 to stop',
  'Reply 2 to leave',
  'STOP',
  ' stop! ',
  'Стоп.',
  '«ОТПИСАТЬСЯ»',
  'please stop',
  '2',
  '(2)',
  '3',
  'thanks',
);
const chat = fc.constantFrom('ana@c.us', 'bia@c.us', 'caio@c.us', '120363@g.us', '__proto__');
const message = fc.record({ gap, out: fc.boolean(), chat, text });

const logs = fc
  .record({
    start: fc.constantFrom(
      '2026-03-08T04:00:00Z',
      '2025-10-26T00:00:00Z',
      '2018-11-04T02:00:00Z',
      '2026-01-01T00:00:00Z',
    ),
    messages: fc.array(message, { maxLength: 40 }),
    order: fc.constantFrom('forward', 'backward', 'shuffled'),
    seeds: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  })
  .map(({ start, messages, order, seeds }): NaiveRow[] => {
    let at = Date.parse(start);
    const rows = messages.map(({ gap: passed, ...rest }) => {
      at += passed;
      return { at, ...rest };
    });
    if (order === 'forward') return rows;
    if (order === 'backward') return rows.toReversed();
    return rows
      .map((row, k) => ({ row, place: k + ((seeds[k] ?? 0) % 4) }))
      .sort((a, b) => a.place - b.place)
      .map(({ row }) => row);
  });

const timeZone = fc.constantFrom('UTC', 'America/Sao_Paulo', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata');

function tableOf(rows: readonly NaiveRow[]): string {
  const line = ({ at, out, chat: name, text: words }: NaiveRow) =>
    `${at},${out ? 'out' : 'in'},${name},"${words.replaceAll('"', '""')}"`;
  return ['timestamp,direction,chat,text', ...rows.map(line)].join('\n');
}

function figuresOf(rows: readonly NaiveRow[], zone: string, range?: { from: number; to: number }) {
  const { reading } = readFiles([{ content: tableOf(rows) }], {}, { plainRows });
  const { figures } = analyseLog(reading.store, messageLogRules, { timeZone: zone, ...(range && { range }) });
  return Object.fromEntries(FIGURE_IDS.map((id) => [id, figures[id].value]));
}

function expectedFigures(rows: readonly NaiveRow[], choice: Omit<NaiveChoice, keyof typeof messageLogWords>) {
  const found = naiveFigures(rows, { ...messageLogWords, ...choice });
  return Object.fromEntries(FIGURE_IDS.map((id: FigureId) => [id, found[id]]));
}

test('every figure is what its definition says, in any zone and order of rows', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(logs, timeZone, (rows, zone) => {
      expect(figuresOf(rows, zone)).toEqual(expectedFigures(rows, { timeZone: zone }));
    }),
    { numRuns: 3000 },
  );
});

const RANGE = 'a range of days leaves their messages; who was answered or new stays a matter of the whole log';

test(RANGE, { timeout: 60_000 }, () => {
  const days = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(logs, timeZone, days, (rows, zone, [skip, length]) => {
      const first = Math.floor(Math.min(...rows.map(({ at }) => at), Date.UTC(2027, 0)) / (24 * HOUR));
      const range = { from: first + skip, to: first + skip + length };
      const dayName = (day: number) => new Date(day * 24 * HOUR).toISOString().slice(0, 10);
      const choice = { timeZone: zone, days: { from: dayName(range.from), to: dayName(range.to) } };
      expect(figuresOf(rows, zone, range)).toEqual(expectedFigures(rows, choice));
    }),
    { numRuns: 1000 },
  );
});

const SPACING = 'regular spacing is the longest run of 20 or more gaps under 5 minutes spread under 10 % of their mean';

test(SPACING, { timeout: 60_000 }, () => {
  const gaps = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 54_000, max: 66_000 }) },
      { weight: 6, arbitrary: fc.constantFrom(54_000, 60_000, 66_000) },
      { weight: 1, arbitrary: fc.constantFrom(0, 20_000, 90_000, 299_999, 300_000) },
    ),
    { minLength: 18, maxLength: 70, size: 'max' },
  );
  fc.assert(
    fc.property(gaps, (list) => {
      let at = Date.UTC(2026, 0, 1);
      const rows = [0, ...list].map((passed) => {
        at += passed;
        return { at, out: true, chat: 'ana', text: '' };
      });
      const figure = 'regular-spacing';
      expect(figuresOf(rows, 'UTC')[figure]).toBe(expectedFigures(rows, { timeZone: 'UTC' })[figure]);
    }),
    { numRuns: 700 },
  );
});
