import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { messageLogRules, messageLogWords } from '../testing/message-log-rules.ts';
import { readFiles } from '../testing/read-log-files.ts';
import { analyseLog } from './analyse-log.ts';
import { decode, encode } from './bytes.ts';
import type { ColumnMapping } from './columns.ts';
import { LINK, OUTGOING } from './flags.ts';
import { unescapeJson } from './json-strings.ts';
import { LogReader } from './log-reader.ts';
import { startReading } from './reading.ts';

function read(content: unknown, byHand?: ColumnMapping) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { reading, outcomes } = readFiles([{ content: text, ...(byHand && { byHand }) }]);
  const { store, faults } = reading;
  return {
    reading,
    outcome: outcomes[0],
    messages: Array.from({ length: store.count }, (_, i) => {
      const direction = ((store.flags[i] ?? 0) & OUTGOING) === 0 ? 'in' : 'out';
      return `${store.line[i]} ${store.seconds[i]} ${direction} ${store.chatName(store.chat[i] ?? 0)}`;
    }),
    faults: faults.first.map(({ line, reason }) => `${line} ${reason}`),
  };
}

const T = 1_790_000_000;
const row = (more: object = {}) => ({ time: T, direction: 'out', chat: 'ana', text: 'hi', ...more });
const lines = (...rows: unknown[]) =>
  rows.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

describe('plain rows', () => {
  test.each<[string, string]>([
    ['a list', JSON.stringify([row(), row()])],
    ['a list, printed at length', JSON.stringify([row(), row()], null, 2)],
    ['one object a line', lines(row(), row())],
    ['an object that holds the list', JSON.stringify({ count: 2, messages: [row(), row()], total: { a: [1] } })],
    ['an object within an object', JSON.stringify({ ok: true, data: { messages: [row(), row()] }, more: [1, 2] })],
    ['a list named data', JSON.stringify({ data: [row(), row()] })],
    ['pages, one a line', lines({ messages: [row()], n: '}' }, { messages: [] }, { messages: [row()] })],
    ['a list of pages', JSON.stringify([{ messages: [row()] }, { messages: [row()] }])],
    ['lists within a list', JSON.stringify([[row()], [row()]])],
    ['lists one after another', `[${JSON.stringify(row())}]\n[${JSON.stringify(row())}]`],
  ])('%s', (_, content) => {
    const { outcome, messages, faults } = read(content);
    expect(outcome).toMatchObject({ state: 'read', format: 'json', rows: 2 });
    expect(messages.map((message) => message.replace(/^\d+ /, ''))).toEqual([`${T} out ana`, `${T} out ana`]);
    expect(faults).toEqual([]);
  });

  it('counts lines as they stand in the file', () => {
    expect(read(lines('', row(), '', row()).replaceAll('\n', '\r\n')).messages.map((m) => m.split(' ')[0])).toEqual([
      '2',
      '4',
    ]);
    for (const end of ['\n', '\r\n', '\r']) {
      const content = JSON.stringify([row(), row()], null, 1).replaceAll('\n', end);
      expect(read(content).messages.map((m) => m.split(' ')[0])).toEqual(['2', '8']);
    }
    expect(
      read(lines(row(), '{', ...JSON.stringify(row(), null, 1).split('\n').slice(1), row())).messages.map(
        (m) => m.split(' ')[0],
      ),
    ).toEqual(['1', '2', '8']);
  });

  it('knows the names of the three languages, and times as numbers or words', () => {
    const content = [
      { Data: '2026-09-21T14:13:20Z', Sentido: 'enviada', Conversa: 'ana' },
      { Data: T * 1000, Sentido: 'recebida', Conversa: 'ana' },
      { Data: String(T), Sentido: 'recebida', Conversa: 'ana' },
    ];
    expect(read(content).messages).toEqual([`1 ${T} out ana`, `1 ${T} in ana`, `1 ${T} in ana`]);
  });

  it('reads what is escaped', () => {
    expect(
      read(
        '[{"\\u0074ime":1790000000,"direction":"\\u006fut","chat":"\\u0410\\u043d\\u044f \\ud83d\\ude00","text":""}]',
      ).messages,
    ).toEqual([`1 ${T} out Аня 😀`]);
  });

  it('takes what is null or nested for missing', () => {
    const { faults } = read([
      row(),
      row({ chat: null }),
      row({ chat: '' }),
      row({ chat: { id: 'ana' } }),
      row({ time: null }),
      row({ direction: [] }),
    ]);
    expect(faults).toEqual(['1 no-chat', '1 no-chat', '1 no-chat', '1 no-time', '1 no-direction']);
  });

  it('asks where the names are unknown', () => {
    const content = [
      { when: '2026-11-01 10:00', from: { side: 'out', who: 'ana' } },
      { when: '2026-11-01 10:01', from: { side: 'in', who: 'ana' } },
    ];
    expect(read(content).outcome).toMatchObject({
      state: 'needs-mapping',
      columns: [
        { name: 'when', samples: ['2026-11-01 10:00', '2026-11-01 10:01'] },
        { name: 'from.side' },
        { name: 'from.who' },
      ],
    });
    expect(read(content, { time: 'when', direction: 'from.side', chat: 'from.who' }).outcome).toMatchObject({
      state: 'read',
      rows: 2,
    });
  });

  it('reads a message once however often its id comes', () => {
    expect(read([row({ id: 'a' }), row({ id: 'b' }), row({ id: 'a', text: 'edited' })]).messages).toHaveLength(2);
  });
});

describe('the message lists of the vendors', () => {
  const greenApi = (more: object) => ({
    type: 'outgoing',
    idMessage: Math.random().toString(36),
    timestamp: T,
    typeMessage: 'textMessage',
    chatId: '79001234567@c.us',
    textMessage: 'hello https://a.b',
    statusMessage: 'read',
    sendByApi: true,
    deletedMessageId: '',
    editedMessageId: '',
    isEdited: false,
    isDeleted: false,
    ...more,
  });

  it('GREEN-API: reactions, deletions and edits are no messages', () => {
    const { reading, messages } = read([
      greenApi({}),
      greenApi({ type: 'incoming', senderId: '79001234567@c.us', statusMessage: undefined, sendByApi: undefined }),
      greenApi({
        typeMessage: 'extendedTextMessage',
        textMessage: undefined,
        extendedTextMessage: { text: 'see http://c.d' },
      }),
      greenApi({ typeMessage: 'imageMessage', textMessage: undefined, caption: 'www.e.f', isEdited: true }),
      greenApi({ typeMessage: 'reactionMessage', extendedTextMessageData: { text: '👍' } }),
      greenApi({ typeMessage: 'deletedMessage', deletedMessageId: 'x' }),
      greenApi({ typeMessage: 'editedMessage', editedMessageId: 'x' }),
    ]);
    expect(messages).toEqual([
      `1 ${T} out 79001234567@c.us`,
      `1 ${T} in 79001234567@c.us`,
      `1 ${T} out 79001234567@c.us`,
      `1 ${T} out 79001234567@c.us`,
    ]);
    expect([0, 2, 3].map((i) => (reading.store.flags[i] ?? 0) & LINK)).toEqual([LINK, LINK, LINK]);
  });

  it('GREEN-API: the journals of only one direction', () => {
    const { type: _, ...outgoing } = greenApi({});
    const { type: __, statusMessage, sendByApi, ...incoming } = greenApi({ senderId: 'x' });
    expect(read([outgoing]).messages).toEqual([`1 ${T} out 79001234567@c.us`]);
    expect(read([incoming]).messages).toEqual([`1 ${T} in 79001234567@c.us`]);
  });

  const whapi = (more: object) => ({
    id: Math.random().toString(36),
    from_me: true,
    type: 'text',
    chat_id: '919984351847@s.whatsapp.net',
    timestamp: T,
    source: 'mobile',
    text: { body: 'hello https://a.b' },
    from: '919984351847',
    ...more,
  });

  it('Whapi: reactions, deletions and edits are no messages', () => {
    const { reading, messages } = read({
      messages: [
        whapi({ reactions: [{ emoji: '👍' }] }),
        whapi({ from_me: false }),
        whapi({ type: 'link_preview', text: undefined, link_preview: { body: 'see http://c.d', title: 'x' } }),
        whapi({ type: 'image', text: undefined, image: { caption: 'www.e.f', mime_type: 'image/jpeg' } }),
        whapi({ type: 'action', text: undefined, action: { target: 'x', type: 'reaction', emoji: '👍' } }),
        whapi({ type: 'action', text: undefined, action: { target: 'x', type: 'delete' } }),
        whapi({
          type: 'action',
          text: undefined,
          action: { target: 'x', type: 'edit', edited_content: { body: 'y' } },
        }),
        whapi({ type: 'system', text: undefined, system: { body: 'joined' } }),
      ],
      count: 8,
      total: 8,
      offset: 0,
    });
    expect(messages.map((message) => message.split(' ')[2])).toEqual(['out', 'in', 'out', 'out']);
    expect([0, 2, 3].map((i) => (reading.store.flags[i] ?? 0) & LINK)).toEqual([LINK, LINK, LINK]);
  });

  it('Whapi: an empty list is an empty log', () => {
    expect(read({ messages: [], count: 0, total: 0, offset: 0 }).outcome).toEqual({ state: 'no-log', reason: 'empty' });
  });

  it('Z-API: the messages of a chat', () => {
    const zApi = (more: object) => ({
      instanceId: '39',
      messageId: Math.random().toString(36),
      phone: '5511999999999',
      fromMe: false,
      momment: T * 1000,
      status: 'RECEIVED',
      chatName: 'Suporte',
      broadcast: false,
      text: { message: 'www.a.b' },
      ...more,
    });
    const content = [
      zApi({ fromMe: true }),
      zApi({}),
      zApi({ text: undefined, reaction: { value: '👍', time: 1 } }),
      zApi({ phone: '120-group', isGroup: true }),
    ];
    const { reading, messages } = read(content);
    expect(messages).toEqual([`1 ${T} out 5511999999999`, `1 ${T} in 5511999999999`, `1 ${T} in 120-group`]);
    expect([0, 1, 2].map((i) => reading.store.isGroup(reading.store.chat[i] ?? 0))).toEqual([false, false, true]);
    expect((reading.store.flags[0] ?? 0) & LINK).toBe(LINK);
  });

  it('several numbers: the same person is a chat of its own for each', () => {
    const both = [
      whapi({ channel_id: 'one' }),
      whapi({ channel_id: 'two' }),
      whapi({ channel_id: 'two', from_me: false }),
    ];
    const { store } = read({ messages: both }).reading;
    const of = (number?: string) =>
      analyseLog(store, messageLogRules, { timeZone: 'UTC', ...(number !== undefined && { number }) });
    expect(
      [of(), of('one'), of('two'), of('three')].map(({ sent, received, chats }) => [sent, received, chats]),
    ).toEqual([
      [2, 1, 2],
      [1, 0, 1],
      [1, 1, 1],
      [0, 0, 0],
    ]);
  });
});

describe('what is broken stops nothing', () => {
  test.each<[string, string, string[]]>([
    ['a value missing', lines(row(), '{"time":1,"chat":}', row()), ['2 broken-json']],
    [
      'a value missing, all in one line',
      JSON.stringify([row(), 0, row()]).replace(',0,', ',{"time":,"x":{"y":"}"}},'),
      ['1 broken-json'],
    ],
    ['a quote missing', lines(row(), '{"time":1790000000,"chat":"ana', row()), ['2 broken-json']],
    ['a brace missing', lines(row(), '{"time":1790000000,"chat":"ana"', row()), ['2 broken-json']],
    ['a bracket for a brace', lines(row(), '{"time":1790000000]', row()), ['2 broken-json']],
    ['a comma missing', lines(row(), '{"time":1790000000 "chat":"ana"}', row()), ['2 broken-json']],
    ['no quotes', lines(row(), '{time:1790000000}', row()), ['2 broken-json']],
    ['words', lines(row(), 'oops', row()), ['2 not-a-message']],
    ['strings', lines(row(), '"{[oops, \\""', row()), ['2 not-a-message']],
    ['a number in the list', JSON.stringify([row(), 5, row()]), ['1 not-a-message']],
    ['a literal in the list', JSON.stringify([row(), null, row()], null, 1), ['8 not-a-message']],
    ['the end cut off', `${lines(row(), row())}\n{"time":1790000000,"ch`, ['3 broken-json']],
    ['the end cut off in a list', `[${JSON.stringify(row())},\n${JSON.stringify(row())},\n{"time":`, ['3 broken-json']],
    ['brackets too many', `${lines(row(), row())}]]}}`, []],
  ])('%s', (_, content, faults) => {
    const read1 = read(content);
    expect(read1.messages).toHaveLength(2);
    expect(read1.faults).toEqual(faults);
  });

  test.each<[string, unknown, string]>([
    ['an empty list', [], 'empty'],
    ['an empty object', {}, 'no-messages'],
    ['a list of numbers', [1, 2, 3], 'no-messages'],
    ['something else', { name: 'package', version: '1', scripts: { test: 'x' } }, 'no-messages'],
    ['half an object', '{"time":', 'no-messages'],
  ])('%s is no log', (_, content, reason) => {
    expect(read(content).outcome).toEqual({ state: 'no-log', reason });
  });

  it('reads names that objects inherit as names like any other', () => {
    const content = `[{"__proto__":{"chat":"x"},"constructor":1,"toString":"t","time":${T},"direction":"out","chat":"__proto__"}]`;
    expect(read(content).messages).toEqual([`1 ${T} out __proto__`]);
  });

  it('passes over what is nested too deep', () => {
    const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`;
    const deepList = `{"a":${'['.repeat(100)}${']'.repeat(100)}}`;
    const { messages, faults } = read(lines(row(), deep, row(), deepList, row()));
    expect(messages.map((message) => message[0])).toEqual(['1', '3', '5']);
    expect(faults).toEqual(['2 too-deep', '4 too-deep']);
    expect(read(lines(row(), '['.repeat(1_000_000))).faults[0]).toBe('2 too-deep');
  });

  it('passes over what is too long', () => {
    const { messages, faults } = read(lines(row(), row({ text: 'x{"'.repeat(500_000) }), row()));
    expect(messages.map((message) => message[0])).toEqual(['1', '3']);
    expect(faults).toEqual(['2 too-long']);
  });
});

test('what is escaped reads as JSON.parse reads it', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = text.toWellFormed().replaceAll('\0', '');
      const everything = [...clean]
        .map((c) => (c.length > 1 ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`))
        .join('');
      for (const written of [JSON.stringify(clean).slice(1, -1), everything]) {
        const bytes = encode(written);
        expect(decode(bytes, 0, unescapeJson(bytes, 0, bytes.length))).toBe(clean);
      }
    }),
  );
  const odd = encode('\\/\\u00zz\\ud83dx\\u12\\');
  expect(decode(odd, 0, unescapeJson(odd, 0, odd.length))).toBe('/\ufffd\ufffdx\ufffd');
});

test('however JSON is cut into chunks, the same is read', { timeout: 60_000 }, () => {
  const part = fc.constantFrom(
    JSON.stringify(row()),
    JSON.stringify(row({ x: { y: ['}', { z: 1 }] } }), null, 2),
    '{"time":',
    '"a\\"b"',
    '7',
    'null',
    ',',
    '[',
    ']',
    '{"messages":[',
    ']}',
    '\r\n',
    '\r',
    '\n',
  );
  const document = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(' '));
  // The reader looks at 64 KB before it begins.
  const BEGINNING = 66_000;
  const first = JSON.stringify(row({ text: 'x'.repeat(BEGINNING) }));
  fc.assert(
    fc.property(document, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (rest, sizes) => {
      const content = `${first}\n${rest}`;
      const whole = read(content);
      const reading = startReading({
        words: messageLogWords,
        language: 'en',
        timeZone: 'UTC',
        now: Date.UTC(2026, 10, 20),
      });
      const reader = new LogReader(reading, { name: 'log' });
      const bytes = encode(content);
      const start = Math.min(bytes.length, first.length - 3);
      reader.feed(bytes.slice(0, start));
      for (let at = start, k = 0; at < bytes.length; k++) {
        const size = sizes[k % sizes.length] ?? 1;
        reader.feed(bytes.slice(at, at + size));
        at += size;
      }
      expect(reader.end()).toEqual(whole.outcome);
      expect([...reading.store.line.slice(0, reading.store.count)]).toEqual([
        ...whole.reading.store.line.slice(0, whole.reading.store.count),
      ]);
      expect(reading.faults.first.map(({ line, reason }) => `${line} ${reason}`)).toEqual(whole.faults);
    }),
    { numRuns: 200 },
  );
});
