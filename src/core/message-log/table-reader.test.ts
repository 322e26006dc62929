import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { messageLogWords } from '../testing/message-log-rules.ts';
import { readFiles } from '../testing/read-log-files.ts';
import { encode } from './bytes.ts';
import { OUTGOING } from './flags.ts';
import { LogReader } from './log-reader.ts';
import type { Reading } from './reading.ts';
import { startReading } from './reading.ts';

/** What was read, as plain rows. */
function messagesOf({ store }: Reading) {
  return Array.from({ length: store.count }, (_, i) => ({
    line: store.line[i],
    at: new Date(store.time(i)).toISOString(),
    direction: ((store.flags[i] ?? 0) & OUTGOING) === 0 ? 'in' : 'out',
    chat: store.chatName(store.chat[i] ?? 0),
  }));
}

function read(content: string | Uint8Array, options = {}) {
  const { reading, outcomes } = readFiles([{ content }], options);
  const faults = reading.faults.first.map(({ line, reason }) => `${line} ${reason}`);
  return { reading, messages: messagesOf(reading), faults, bad: reading.faults.count, outcome: outcomes[0] };
}

const HEADING = 'time,direction,chat,text';
const AT = '2026-11-01T10:00:00.000Z';

describe('columns recognised without asking', () => {
  test.each([
    ['time,direction,chat,text', '2026-11-01 10:00,out,ana,hi'],
    ['Timestamp,Type,Chat_ID,Body', '2026-11-01 10:00,outgoing,ana,hi'],
    ['DATE,FROM_ME,chatId,message', '2026-11-01 10:00,TRUE,ana,hi'],
    ['data;direção;conversa;texto', '01/11/2026 10:00;enviada;ana;oi'],
    ['Data e hora;Sentido;Contato;Mensagem', '01/11/2026 10:00;Saída;ana;oi'],
    ['hora;tipo;conversa;texto', '01/11/2026 10:00;SAÍDA;ana;oi'],
    ['время\tнаправление\tчат\tтекст', '01.11.2026 10:00\tисходящее\tana\tпривет'],
    ['Дата\tТип\tКонтакт\tСообщение', '01.11.2026 10:00\tИсходящий\tana\tпривет'],
    ['chat,text,direction,time', 'ana,hi,sent,1793527200'],
    ['time|direction|chat', '1793527200000|out|ana'],
    ['"time","direction","chat"', '"2026-11-01 10:00","out","ana"'],
    ['extra,time,direction,chat,more', 'x,2026-11-01 10:00,out,ana,y'],
  ])('%s', (heading, row) => {
    const { messages, outcome } = read(`${heading}\n${row}\n`, { language: 'pt' });
    expect(outcome).toMatchObject({ state: 'read', format: 'table', rows: 1 });
    expect(messages).toEqual([{ line: 2, at: AT, direction: 'out', chat: 'ana' }]);
  });

  test.each([
    ['in', 'in'],
    ['incoming', 'in'],
    ['received', 'in'],
    ['entrada', 'in'],
    ['recebida', 'in'],
    ['входящее', 'in'],
    ['входящий', 'in'],
    ['false', 'in'],
    ['out', 'out'],
    ['outgoing', 'out'],
    ['sent', 'out'],
    ['saída', 'out'],
    ['enviada', 'out'],
    ['исходящее', 'out'],
    ['исходящий', 'out'],
    ['true', 'out'],
    [' OUT ', 'out'],
    ['sai\u0301da', 'out'],
  ])('the word %j is %s', (word, direction) => {
    expect(read(`${HEADING}\n2026-11-01 10:00,${word},ana,\n`).messages).toMatchObject([{ direction }]);
  });

  it('reads 1 and 0 only where the column says whether the number itself wrote', () => {
    expect(read('time,from_me,chat\n2026-11-01 10:00,1,a\n2026-11-01 10:00,0,a\n').messages).toMatchObject([
      { direction: 'out' },
      { direction: 'in' },
    ]);
    expect(read('time,direction,chat\n2026-11-01 10:00,1,a\n').faults).toEqual(['2 unknown-direction']);
  });

  it('prefers the column that tells the direction to one that tells the type', () => {
    const { messages } = read(
      'time,type,from_me,chat\n2026-11-01 10:00,text,true,ana\n2026-11-01 10:01,reaction,true,ana\n',
    );
    expect(messages).toMatchObject([{ line: 2, direction: 'out' }]);
  });

  it('takes date and time of day from two columns', () => {
    const { messages } = read('Data;Hora;Sentido;Contato\n01/11/2026;10:00;saída;ana\n', { language: 'pt' });
    expect(messages).toMatchObject([{ at: AT }]);
  });

  it('takes a whole time from the column named time even where another is named date', () => {
    expect(read('date,time,direction,chat\nx,2026-11-01 10:00,out,ana\n').messages).toMatchObject([{ at: AT }]);
  });
});

describe('columns that are not recognised', () => {
  const content = 'when,way,who,what\n2026-11-01 10:00,out,ana,hi\n';

  it('asks, with samples', () => {
    expect(read(content).outcome).toMatchObject({
      state: 'needs-mapping',
      columns: [
        { name: 'when', samples: ['2026-11-01 10:00'] },
        { name: 'way', samples: ['out'] },
        { name: 'who', samples: ['ana'] },
        { name: 'what', samples: ['hi'] },
      ],
    });
  });

  it('reads once time, direction and chat are mapped', () => {
    const byHand = { time: 'when', direction: 'way', chat: 'who' };
    const { reading, outcomes } = readFiles([{ content, byHand }]);
    expect(outcomes).toMatchObject([{ state: 'read', rows: 1 }]);
    expect(messagesOf(reading)).toEqual([{ line: 2, at: AT, direction: 'out', chat: 'ana' }]);
  });

  it('goes on asking while one of them is missing', () => {
    expect(readFiles([{ content, byHand: { time: 'when', chat: 'who' } }]).outcomes).toMatchObject([
      { state: 'needs-mapping' },
    ]);
  });

  it('asks about a column named type that holds something else than directions', () => {
    expect(read('time,type,chat\n2026-11-01 10:00,image,ana\n2026-11-01 10:00,text,ana\n').outcome).toMatchObject({
      state: 'needs-mapping',
    });
  });

  it('names the columns of a table without heading by their numbers', () => {
    const bare = '2026-11-01 10:00,out,ana\n2026-11-01 10:01,in,ana\n';
    expect(read(bare).outcome).toMatchObject({
      state: 'needs-mapping',
      columns: [{ name: '1' }, { name: '2' }, { name: '3' }],
    });
    const { reading } = readFiles([{ content: `\n${bare}`, byHand: { time: '1', direction: '2', chat: '3' } }]);
    expect(messagesOf(reading).map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe('lines and cells', () => {
  const row = '2026-11-01 10:00,out,ana,hi';

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s ends a line', (_, end) => {
    const { messages, bad } = read([HEADING, row, row, ''].join(end));
    expect(messages.map(({ line }) => line)).toEqual([2, 3]);
    expect(bad).toBe(0);
  });

  it('reads a last line without end', () => {
    expect(read(`${HEADING}\n${row}`).messages).toHaveLength(1);
    expect(read(`${HEADING}\r\n${row}\r`).messages).toHaveLength(1);
  });

  it('counts no blank lines, and rows of empty cells neither', () => {
    const { messages, bad } = read(`\n\n${HEADING}\n\n${row}\n,,,\n   \n${row}\n\n`);
    expect(messages.map(({ line }) => line)).toEqual([5, 8]);
    expect(bad).toBe(0);
  });

  it('keeps separators and line breaks within quotes, and counts lines as they stand in the file', () => {
    const { messages } = read(`${HEADING}\n2026-11-01 10:00,out,"a,n\na","b""c\r\n\r\n"\n${row}\n`);
    expect(messages).toMatchObject([
      { line: 2, chat: 'a,n\na' },
      { line: 6, chat: 'ana' },
    ]);
  });

  it('makes one of two quotes', () => {
    expect(read(`${HEADING}\n2026-11-01 10:00,out,"""ana"" b",\n`).messages).toMatchObject([{ chat: '"ana" b' }]);
  });

  it('takes quotes in the middle of a cell as they are', () => {
    expect(read(`${HEADING}\n2026-11-01 10:00,out,"ana" b,\n2026-11-01 10:00,out,a"n"a,\n`).messages).toMatchObject([
      { chat: '"ana" b' },
      { chat: 'a"n"a' },
    ]);
  });

  it('obeys sep=', () => {
    expect(read(`sep=;\ntime;direction;chat\n2026-11-01 10:00;out;a,n,a\n`).messages).toMatchObject([
      { line: 3, chat: 'a,n,a' },
    ]);
    expect(read(`"sep=|"\r\ntime|direction|chat\r\n2026-11-01 10:00|out|ana\r\n`).messages).toMatchObject([
      { line: 3 },
    ]);
    expect(read(`SEP=\t\ntime\tdirection\tchat\n2026-11-01 10:00\tout\tana\n`).messages).toMatchObject([{ line: 3 }]);
  });

  it('drops NUL', () => {
    expect(read(`ti\0me,direction,chat\n2026-11-01\0 10:00,o\0ut,a\0na\n`).messages).toMatchObject([{ chat: 'ana' }]);
  });

  it('finds no fault in missing optional fields or in extra ones', () => {
    const { messages, bad } = read(
      `${HEADING},id\n2026-11-01 10:00,out,ana\n2026-11-01 10:00,out,ana,hi,1,more,and more\n`,
    );
    expect(messages).toHaveLength(2);
    expect(bad).toBe(0);
  });

  it('reads each row once however often its message id comes', () => {
    const rows = ['1', '2', '1', '', '', '2'].map((id) => `2026-11-01 10:00,out,ana,${id}`);
    expect(read(`time,direction,chat,message_id\n${rows.join('\n')}\n`).messages.map(({ line }) => line)).toEqual([
      2, 3, 5, 6,
    ]);
  });
});

describe('rows that cannot be read are counted and told by line and reason; they never stop the rest', () => {
  const good = '2026-11-01 10:00,out,ana,hi';

  test.each([
    [',out,ana,hi', 'no-time'],
    ['soon,out,ana,hi', 'bad-time'],
    ['10:00,out,ana,hi', 'bad-time'],
    ['2026-02-30,out,ana,hi', 'no-such-date'],
    ['2008-12-31 23:59,out,ana,hi', 'too-early'],
    ['1230767999,out,ana,hi', 'too-early'],
    ['2026-11-22 00:00,out,ana,hi', 'too-late'],
    ['2026-11-22T00:00:00Z,out,ana,hi', 'too-late'],
    ['2026-11-01 10:00,,ana,hi', 'no-direction'],
    ['2026-11-01 10:00,sideways,ana,hi', 'unknown-direction'],
    ['2026-11-01 10:00,out,,hi', 'no-chat'],
    ['2026-11-01 10:00,out,"  ",hi', 'no-chat'],
    ['2026-11-01 10:00', 'no-direction'],
    ['2026-11-01 10:00,out,ana,"hi', 'unclosed-quote'],
  ])('%s: %s', (bad, reason) => {
    const { messages, faults } = read(`${HEADING}\n${good}\n${bad}\n${good}\n${good}\n`);
    expect(faults).toEqual([`3 ${reason}`]);
    expect(messages.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  it('reads the first and the last time that is allowed', () => {
    const times = ['2009-01-01 00:00', '1230768000', '2026-11-21 23:59:59', '2026-11-21T23:59:59.999Z'];
    expect(read(`${HEADING}\n${times.map((time) => `${time},out,ana,`).join('\n')}`).messages).toHaveLength(4);
  });

  it('counts all of them and keeps the first 20, in order', () => {
    const late = Array.from({ length: 15 }, () => '2030-01-01,out,ana,');
    const unknown = Array.from({ length: 15 }, () => '2026-11-01,aside,ana,');
    const { faults, bad } = read(`${HEADING}\n${[...late, ...unknown].join('\n')}\n`);
    expect(bad).toBe(30);
    expect(faults).toEqual([
      ...Array.from({ length: 15 }, (_, k) => `${k + 2} too-late`),
      ...Array.from({ length: 5 }, (_, k) => `${k + 17} unknown-direction`),
    ]);
  });

  it('loses only its own line to an unclosed quote, even where a later line has quotes', () => {
    const rows = [good, '2026-11-01 10:00,out,ana,"open', '2026-11-01 10:00,out,ana,"closed, well"', good];
    const { messages, faults } = read([HEADING, ...rows].join('\n'));
    expect(faults).toEqual(['3 unclosed-quote']);
    expect(messages.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  it('tells what was found', () => {
    const { reading } = readFiles([{ content: `${HEADING}\nsoon,out,ana,\n` }]);
    expect(reading.faults.first).toEqual([{ file: 0, line: 2, reason: 'bad-time', found: 'soon' }]);
  });
});

describe('day or month first', () => {
  const table = (...times: string[]) => read(`${HEADING}\n${times.map((time) => `${time},out,ana,`).join('\n')}\n`);

  test.each([
    ['all dates must exist', ['03/04/2026', '13/04/2026'], 'day-first', 'dates'],
    ['all dates must exist', ['03/04/2026', '04/13/2026'], 'month-first', 'dates'],
    ['time must not go to and fro', ['01/02/2026', '02/02/2026', '01/03/2026'], 'day-first', 'sequence'],
    ['time must not go to and fro', ['01/02/2026', '02/01/2026', '02/02/2026'], 'month-first', 'sequence'],
    ['a file may run backwards', ['01/03/2026', '02/02/2026', '01/02/2026'], 'day-first', 'sequence'],
    ['no time is in the future', ['11/12/2026'], 'month-first', 'dates'],
    ['it makes no difference', ['05/05/2026'], 'day-first', 'dates'],
    ['else the language decides', ['03/04/2026', '04/05/2026'], 'month-first', 'language'],
  ])('%s: %j', (_, times, order, decidedBy) => {
    expect(table(...times).outcome).toMatchObject({ dateOrder: { order, decidedBy } });
  });

  it('swaps day and month, and keeps the time of day', () => {
    const { messages } = table('03/04/2026 23:59:58', '04/13/2026 10:00');
    expect(messages.map(({ at }) => at)).toEqual(['2026-03-04T23:59:58.000Z', '2026-04-13T10:00:00.000Z']);
  });

  it('leaves dates alone that begin with the year', () => {
    const { messages } = table('03/04/2026', '2026-03-04', '04/13/2026');
    expect(messages.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-04', '2026-03-04', '2026-04-13']);
  });

  test.each([
    ['en', '2026-03-04'],
    ['pt', '2026-04-03'],
    ['ru', '2026-04-03'],
  ])('in %s an undecided 03/04 is %s', (language, date) => {
    expect(read(`${HEADING}\n03/04/2026,out,ana,\n`, { language }).messages[0]?.at).toContain(date);
  });
});

test('however a table is cut into chunks, the same is read', { timeout: 60_000 }, () => {
  const cell = fc.constantFrom(
    '2026-11-01 10:00',
    'out',
    'in',
    'ana',
    '"b""c"',
    '"d\ne"',
    '"open',
    'x"y',
    '',
    ' ',
    'é',
    '\u20ac',
  );
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const line = fc.tuple(fc.array(cell, { maxLength: 5 }), end).map(([cells, mark]) => cells.join(',') + mark);
  // The reader looks at 64 KB before it begins: after a long first row the cuts matter.
  const BEGINNING = 66_000;
  const long = `2026-11-01 10:00,out,ana,"${'x'.repeat(BEGINNING)}"`;
  const table = fc
    .tuple(fc.array(line, { maxLength: 12 }), end)
    .map(([lines, mark]) => HEADING + mark + long + mark + lines.join(''));
  const whole = (content: string) => {
    const { messages, faults, outcome } = read(content);
    return { messages, faults, outcome };
  };
  fc.assert(
    fc.property(table, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 30 }), (content, sizes) => {
      const reading = startReading({
        words: messageLogWords,
        language: 'en',
        timeZone: 'UTC',
        now: Date.UTC(2026, 10, 20, 12),
      });
      const reader = new LogReader(reading, { name: 'log' });
      const bytes = encode(content);
      reader.feed(bytes.slice(0, BEGINNING));
      for (let at = BEGINNING, k = 0; at < bytes.length; k++) {
        const size = sizes[k % sizes.length] ?? 1;
        reader.feed(bytes.slice(at, at + size));
        at += size;
      }
      const outcome = reader.end();
      const faults = reading.faults.first.map(({ line: at, reason }) => `${at} ${reason}`);
      expect({ messages: messagesOf(reading), faults, outcome }).toEqual(whole(content));
    }),
    { numRuns: 200 },
  );
});
