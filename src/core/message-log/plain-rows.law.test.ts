import { code } from 'assembly:plain-rows';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readFiles } from '../testing/read-log-files.ts';
import { encode } from './bytes.ts';
import type { MessageStore } from './message-store.ts';
import { PlainRows } from './plain-rows.ts';

/** One for all logs: nothing of a log may be left for the next. */
const plainRows = new PlainRows(new WebAssembly.Module(Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0))));

const times = fc.oneof(
  { weight: 8, arbitrary: fc.date({ min: new Date(2009, 0, 1), max: new Date(2026, 10, 20), noInvalidDate: true }) },
  { weight: 1, arbitrary: fc.constantFrom(new Date(0), new Date(2027, 5, 1), new Date('2024-02-29T23:59:59.999Z')) },
);
const writtenTimes = fc.oneof(
  times.map((date) => date.toISOString()),
  times.map((date) => `${date.toISOString().slice(0, 19)}Z`),
  times.map((date) => date.toISOString().slice(0, 19).replace('T', ' ')),
  times.map((date) => date.toISOString().slice(0, 23)),
  times.map((date) => `${date.toISOString().slice(0, 23)}456-03:00`),
  fc
    .tuple(
      times,
      fc.constantFrom('+00:00', '-0300', '+05:30', '+14:00', '+17:59', '-18:00', '+3:00', '+03:60', '-03:0'),
    )
    .map(([date, offset]) => date.toISOString().slice(0, 19) + offset),
  times.map((date) => String(Math.floor(date.getTime() / 1000))),
  times.map((date) => String(date.getTime())),
  times.map((date) => date.toLocaleString('pt-BR', { timeZone: 'UTC' })),
  fc.constantFrom(
    '',
    'tomorrow',
    '2026-02-30T10:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:60:00',
    ' 2026-01-01 10:00',
  ),
);
const directions = fc.constantFrom('in', 'out', 'out', 'IN', 'Outgoing', 'исходящее', 'entrada ', 'sideways', '');
const chats = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map((number) => `5511987${number}@c.us`),
  fc.constantFrom('', ' ana ', 'Ana', '120363@g.us', '__proto__', 'João da Silva, filho', 'Мария «Магазин» Петрова'),
);
const PARTS = [
  ...[
    'Hello',
    'HELLO',
    'there',
    'Olá',
    'ÇÃO×Þß',
    'Добрый',
    'ДЕНЬ',
    'ЁЖИК Ўэ',
    'Ѡѡ',
    'ÿŸ',
    'İstanbul',
    'K',
    '😀',
    '½',
    '…',
  ],
  ...['  ', '\t', '\u00a0', '\u2003', '\n', '\r\n', '\r', ' ', '', '"', ',', ';', '.', ':', '-', '@'],
  ...['1', '5', '10:30', '2026', '3.', '7)', 'x9', '٣', '9é'],
  ...[
    'http://a.b/1',
    'HTTPS://Shop.example/x?y=1',
    'https://',
    'http:// x',
    'xhttp://a',
    'www.site.com',
    'éwww.a.b',
    'awww.a.b',
  ],
  ...['bit.ly/x', 'BIT.LY', 'www.bit.ly', 'me@bit.ly', 'not-bit.ly', 'bit.ly.', 'see.me', 'a.b.c.d', '..', 'wa.me/55'],
  ...['STOP', 'stop', 'Sair', 'СТОП', 'отписаться', 'parar', 'stopping', '«стоп»', '\u0000'],
];
const texts = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PARTS) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 12,
  })
  .chain((parts) => fc.constantFrom(' ', '').map((between) => parts.join(between)));
const rows = fc.array(fc.tuple(writtenTimes, directions, chats, texts), { maxLength: 50, size: 'max' });

function tableOf(
  list: readonly (readonly string[])[],
  delimiter: string,
  lineBreak: string,
  quotesAll: boolean,
): string {
  const cell = (text: string) => (quotesAll || /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [['time', 'direction', 'chat', 'text'], ...list].map((row) => row.map(cell).join(delimiter)).join(lineBreak);
}

/** All that is kept of a log, whichever way it was read. */
function readIn(content: string | Uint8Array, chunk: number, rows?: PlainRows) {
  const bytes = typeof content === 'string' ? encode(content) : content;
  const pieces = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, k) =>
    bytes.slice(k * chunk, (k + 1) * chunk),
  );
  const { reading, outcomes } = readFiles([{ content: pieces }], {}, { plainRows: rows });
  return { outcomes, faults: reading.faults, ...kept(reading.store) };
}

function kept(store: MessageStore) {
  const column = (values: Uint32Array | Uint16Array | undefined) => Array.from(values?.subarray(0, store.count) ?? []);
  return {
    times: Array.from({ length: store.count }, (_, k) => store.time(k)),
    chats: column(store.chat).map((chat) => [store.chatName(chat), store.isGroup(chat)]),
    flags: column(store.flags),
    lines: column(store.line),
    shapes: [column(store.shapeA), column(store.shapeB)],
    ends: [store.earliest, store.latest],
  };
}

test('plain rows read at once are what they are when read one by one', { timeout: 60_000 }, () => {
  const layouts = fc.constantFrom([',', '\n'] as const, [';', '\r\n'] as const, ['\t', '\r'] as const);
  const chunks = fc.constantFrom(1 << 20, 1 << 18, 97);
  fc.assert(
    fc.property(rows, layouts, fc.boolean(), chunks, (list, [delimiter, lineBreak], quotesAll, chunk) => {
      const table = tableOf(list, delimiter, lineBreak, quotesAll);
      expect(readIn(table, chunk, plainRows)).toEqual(readIn(table, chunk));
    }),
    { numRuns: 250 },
  );
});

test('whatever the bytes between delimiters, both ways agree', { timeout: 60_000 }, () => {
  const row = fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.constantFrom('in', 'out'));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40, size: 'max' }), (list) => {
      const parts = list.flatMap(([text, direction]) => [
        encode(`2026-05-01T10:00:00Z,${direction},ana,`),
        text,
        encode('\n'),
      ]);
      const bytes = Uint8Array.from([encode('time,direction,chat,text\n'), ...parts].flatMap((part) => [...part]));
      expect(readIn(bytes, 1 << 20, plainRows)).toEqual(readIn(bytes, 1 << 20));
    }),
    { numRuns: 250 },
  );
});

test('texts that came before, and others that look like them', { timeout: 60_000 }, () => {
  const middles = fc.constantFrom('', 'a', 'A', 'b', '5', 'stop', 'é', 'https://a.b/1', ' '.repeat(3), 'x'.repeat(200));
  const alike = fc.tuple(middles, middles).map(([one, other]) => `Hello: reply 1 ${one} or ${other} 2 to leave us`);
  const list = fc.array(fc.tuple(alike, fc.constantFrom('in', 'out')), { maxLength: 80, size: 'max' });
  fc.assert(
    fc.property(list, (sent) => {
      const table = tableOf(
        sent.map(([text, direction]) => ['2026-05-01T10:00:00Z', direction, 'ana', text]),
        ',',
        '\n',
        true,
      );
      expect(readIn(table, 1 << 20, plainRows)).toEqual(readIn(table, 1 << 20));
    }),
    { numRuns: 250 },
  );
});

describe('more than one reading takes', () => {
  const line = (k: number) =>
    `${new Date(Date.UTC(2026, 0, 1) + k * 1000).toISOString()},${k % 3 ? 'out' : 'in'},chat ${k % 3000},"Order ${k}, see https://a.b/${k}"`;
  const long = ['time,direction,chat,text', ...Array.from({ length: 30_000 }, (_, k) => line(k))].join('\n');

  it('rows, chats and pieces of a file make no difference', () => {
    expect(readIn(long, 1 << 16, plainRows)).toEqual(readIn(long, 1 << 16));
  });

  it('a chat is the same one in every file, whichever way it was read', () => {
    const list = [{ timestamp: 1_780_000_000, direction: 'in', chat: 'chat 7', text: 'hi' }];
    const files = [{ content: JSON.stringify(list) }, { content: long }, { content: long.replaceAll('chat', 'chat') }];
    const { reading } = readFiles(files, {}, { plainRows });
    const slow = readFiles(files);
    expect(kept(reading.store)).toEqual(kept(slow.reading.store));
    expect(reading.store.chats.count).toBe(3000);
  });
});
