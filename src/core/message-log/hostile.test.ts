import { describe, expect, it, test } from 'vitest';
import { messageLogRules, messageLogWords } from '../testing/message-log-rules.ts';
import { readFiles } from '../testing/read-log-files.ts';
import { analyseLog } from './analyse-log.ts';
import { LogReader } from './log-reader.ts';
import { type Reading, startReading } from './reading.ts';

const HEADING = 'time,direction,chat,text\n';
const ROW = '2026-11-01 10:00,out,ana,hi\n';

function begin(): { reading: Reading; reader: LogReader } {
  const reading = startReading({
    words: messageLogWords,
    language: 'en',
    timeZone: 'UTC',
    now: Date.UTC(2026, 10, 20),
  });
  return { reading, reader: new LogReader(reading, { name: 'log' }) };
}

function bytesOf(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

describe('a file that is no log', () => {
  const png = bytesOf(
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    0x0d,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    1,
    0,
    2,
    3,
    4,
    5,
    6,
  );
  const noise = Uint8Array.from({ length: 100_000 }, (_, k) => (k * 2_654_435_761) >>> 24);

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['only white space', ' \n\t\r\n ', 'empty'],
    ['only a byte order mark', bytesOf(0xef, 0xbb, 0xbf), 'empty'],
    ['an archive', 'PK\u0003\u0004rest', 'archive'],
    ['a picture', png, 'binary'],
    ['noise', noise, 'binary'],
    ['a web page', '<!DOCTYPE html><html><body>time,direction,chat</body></html>', 'web-page'],
    ['a piece of a web page', '\n  <div class="x">hello</div>', 'web-page'],
    ['XML', '<?xml version="1.0"?><a/>', 'web-page'],
    ['a letter', 'Dear Maria,\n\nthank you for your order.\nBest wishes\n', 'no-table'],
    ['a list of names', 'name,age,town\nAna,30,Rio\nBia,40,Recife\n', 'no-table'],
    ['a script', 'const a = 1;\nconsole.log(a, 2, 3);\n', 'no-table'],
  ])('%s', (_, content, reason) => {
    const { reading, outcomes } = readFiles([{ content }]);
    expect(outcomes).toEqual([{ state: 'no-log', reason }]);
    expect(reading.store.count).toBe(0);
  });

  it('is known after some megabytes of nothing but NUL, however many follow', () => {
    const { reader } = begin();
    const nothing = new Uint8Array(1 << 22);
    for (let piece = 0; piece < 3 && !reader.isDone; piece++) reader.feed(nothing);
    expect(reader.isDone).toBe(true);
    expect(reader.end()).toEqual({ state: 'no-log', reason: 'binary' });
  });

  it('does not disturb the files beside it', () => {
    const { reading, outcomes } = readFiles([
      { content: png },
      { content: HEADING + ROW },
      { content: '<html>' },
      { content: HEADING + ROW },
    ]);
    expect(outcomes.map(({ state }) => state)).toEqual(['no-log', 'read', 'no-log', 'read']);
    const { sent, figures } = analyseLog(reading.store, messageLogRules, { timeZone: 'UTC' });
    expect(sent).toBe(2);
    expect(figures['peak-hour'].examples.map(({ file }) => file)).toEqual([1, 3]);
  });

  it('stops listening once it is known for what it is', () => {
    const { reader } = begin();
    reader.feed('<html>'.repeat(20_000));
    expect(reader.isDone).toBe(true);
    reader.feed(HEADING + ROW);
    expect(reader.end()).toEqual({ state: 'no-log', reason: 'web-page' });
  });
});

describe('what is too long is bounded', () => {
  it('a line of 50 MB costs its row, and little memory', { timeout: 60_000 }, () => {
    const { reading, reader } = begin();
    reader.feed(`${HEADING}${ROW}2026-11-01 10:00,out,ana,`);
    const piece = new Uint8Array(1 << 20).fill(0x78);
    const before = process.memoryUsage().arrayBuffers;
    for (let k = 0; k < 50; k++) reader.feed(piece);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    reader.feed(`\n${ROW}`);
    expect(reader.end()).toMatchObject({ state: 'read', rows: 2 });
    expect(reading.faults.first).toMatchObject([{ line: 3, reason: 'too-long' }]);
    expect([...reading.store.line.slice(0, 2)]).toEqual([2, 4]);
  });

  it('and where its end falls between two pieces, the lines are counted right', () => {
    const { reading, reader } = begin();
    for (const piece of [
      `${HEADING}${ROW}${'x'.repeat(3_000_000)}`,
      '\r',
      `\n${ROW}${'y'.repeat(3_000_000)}`,
      '\r',
      ROW,
    ])
      reader.feed(piece);
    reader.end();
    expect(reading.faults.first.map(({ line }) => line)).toEqual([3, 5]);
    expect([...reading.store.line.slice(0, reading.store.count)]).toEqual([2, 4, 6]);
  });

  it('whether it comes in one piece or in many', () => {
    const long = `2026-11-01 10:00,out,ana,${'x'.repeat(3_000_000)}\n`;
    const { reading } = readFiles([{ content: HEADING + ROW + long + ROW }]);
    expect(reading.faults.first).toMatchObject([{ line: 3, reason: 'too-long' }]);
    expect([...reading.store.line.slice(0, reading.store.count)]).toEqual([2, 4]);
  });

  it('an unclosed quote costs its row, however much follows', { timeout: 60_000 }, () => {
    const rows = ROW.repeat(100_000);
    const { reading } = readFiles([{ content: `${HEADING}${ROW}2026-11-01 10:00,out,ana,"open\n${rows}` }]);
    expect(reading.faults.first).toMatchObject([{ line: 3, reason: 'unclosed-quote' }]);
    expect(reading.faults.count).toBe(1);
    expect(reading.store.count).toBe(100_001);
  });

  it('many unclosed quotes take no longer than many rows', { timeout: 60_000 }, () => {
    const { reading } = readFiles([{ content: HEADING + `2026-11-01 10:00,out,ana,"open\n${ROW}`.repeat(50_000) }]);
    expect(reading.store.count).toBeGreaterThanOrEqual(50_000);
  });

  it('a quoted text of any length that WhatsApp allows is read', () => {
    const text = 'é\n'.repeat(32_768);
    const { reading } = readFiles([{ content: `${HEADING}2026-11-01 10:00,out,ana,"${text}"\n${ROW}` }]);
    expect([...reading.store.line.slice(0, reading.store.count)]).toEqual([2, 32_771]);
  });

  it('thousands of columns are passed over', () => {
    const { reading } = readFiles([{ content: `${HEADING}2026-11-01 10:00,out,ana,hi${',x'.repeat(5000)}\n${ROW}` }]);
    expect(reading.store.count).toBe(2);
  });
});

it('names that objects inherit are chats like any other', () => {
  const chats = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__'];
  const { reading } = readFiles([
    { content: HEADING + chats.map((chat) => `2026-11-01 10:00,out,${chat},hi\n`).join('') },
  ]);
  const { figures, chats: count } = analyseLog(reading.store, messageLogRules, { timeZone: 'UTC' });
  expect(count).toBe(4);
  expect(figures['peak-hour'].examples.map(({ chat }) => chat)).toEqual(chats);
  const heading = '__proto__,time,direction,chat,constructor\n';
  expect(readFiles([{ content: `${heading}x,2026-11-01 10:00,out,ana,y\n` }]).outcomes).toMatchObject([{ rows: 1 }]);
});

it('what looks like a page or a formula stays a text', () => {
  const nasty = '<img src=x onerror=alert(1)>';
  const { reading } = readFiles([{ content: `${HEADING}2026-11-01 10:00,out,${nasty},=1+1\n<b>,out,ana,\n` }]);
  expect(analyseLog(reading.store, messageLogRules, { timeZone: 'UTC' }).figures['peak-hour'].examples).toMatchObject([
    { chat: nasty },
  ]);
  expect(reading.faults.first).toMatchObject([{ reason: 'bad-time', found: '<b>' }]);
});

describe('the same log in other encodings', () => {
  const content = 'время;направление;чат;текст\n2026-11-01 10:00;исходящее;Мария;привет\n';

  it('windows-1251', () => {
    const letters = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const bytes = Uint8Array.from([...content].map((letter) => letters.indexOf(letter)));
    const { reading, outcomes } = readFiles([{ content: bytes }], { language: 'ru' });
    expect(outcomes).toMatchObject([{ state: 'read', encoding: 'windows-1251', rows: 1 }]);
    expect(reading.store.chatName(0)).toBe('Мария');
  });

  it('UTF-16', () => {
    const bytes = Buffer.from(`\ufeff${content}`, 'utf16le');
    expect(readFiles([{ content: bytes }]).outcomes).toMatchObject([{ state: 'read', encoding: 'utf-16le', rows: 1 }]);
  });
});
