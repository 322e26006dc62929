import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWarmUpLog } from './log.ts';

describe('rows of day, sent, replies', () => {
  it.each(['5, 40, 12', '5;40;12', '5\t40\t12', '5 40 12', '  5   40 12  ', '5,40,12,', '5,40,12,,'])(
    'are read from %j',
    (row) => {
      expect(readWarmUpLog(row)).toEqual({ days: [{ day: 5, sent: 40, replies: 12 }], badLines: [] });
    },
  );

  it('may have a heading in any language, blank lines and any line ending', () => {
    const { days, badLines } = readWarmUpLog('день;отправлено;ответы\r\n\r\n1;12;6\r2;12;7\n');
    expect(days).toEqual([
      { day: 1, sent: 12, replies: 6 },
      { day: 2, sent: 12, replies: 7 },
    ]);
    expect(badLines).toEqual([]);
  });

  it('are put in the order of the plan, a day that was held as typed', () => {
    const { days } = readWarmUpLog('3,1,0\n2,2,0\n3,3,0');
    expect(days.map(({ sent }) => sent)).toEqual([2, 1, 3]);
  });

  it('may hold more replies than messages', () => {
    expect(readWarmUpLog('1,2,30').days).toEqual([{ day: 1, sent: 2, replies: 30 }]);
  });

  it.each([
    ['5', { reason: 'too-few' }],
    ['5,40', { reason: 'too-few' }],
    ['5,40,', { reason: 'too-few' }],
    ['5,40,12,3', { reason: 'too-many' }],
    ['x1,40,12', { reason: 'bad-number', column: 'day', fault: { reason: 'not-whole' } }],
    ['36501,40,12', { reason: 'bad-number', column: 'day', fault: { reason: 'above', limit: 36_500 } }],
    ['5,forty,12', { reason: 'bad-number', column: 'sent', fault: { reason: 'not-whole' } }],
    ['5,,12', { reason: 'bad-number', column: 'sent', fault: { reason: 'not-whole' } }],
    ['5,10000001,12', { reason: 'bad-number', column: 'sent', fault: { reason: 'above', limit: 10_000_000 } }],
    ['5,40,-12', { reason: 'bad-number', column: 'replies', fault: { reason: 'not-whole' } }],
    ['5,40,10000001', { reason: 'bad-number', column: 'replies', fault: { reason: 'above', limit: 10_000_000 } }],
  ])('%j is named by its line and does not stop the others', (bad, fault) => {
    expect(readWarmUpLog(`1,12,6\n\n ${bad} \n2,12,7`)).toEqual({
      days: [
        { day: 1, sent: 12, replies: 6 },
        { day: 2, sent: 12, replies: 7 },
      ],
      badLines: [{ line: 3, text: bad, ...fault }],
    });
  });

  it('a first row with a digit anywhere is no heading', () => {
    expect(readWarmUpLog('5,forty,twelve').badLines).toHaveLength(1);
    expect(readWarmUpLog('1,2,3\nday,sent,replies').badLines.map(({ line }) => line)).toEqual([2]);
  });

  it('every line that is not blank is either read or named', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'0123456789,; \tx-') })), (lines) => {
        const { days, badLines } = readWarmUpLog(['heading', ...lines].join('\n'));
        expect(days.length + badLines.length).toBe(lines.filter((line) => line.trim() !== '').length);
      }),
    );
  });
});
