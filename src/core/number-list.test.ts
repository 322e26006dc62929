import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateNumbers } from './number-list.ts';
import type { ReplyRatioRules } from './reply-ratio.ts';

const rules: ReplyRatioRules = {
  bands: [
    { zone: 'danger', to: 15 },
    { zone: 'warning', from: 15, to: 30 },
    { zone: 'safe', from: 30 },
  ],
  blockBands: [],
  verdicts: [],
};
const labels = (pasted: string) => evaluateNumbers(rules, pasted).rows.map(({ label }) => label);

describe('several numbers', () => {
  it('are ordered worst first, ties as typed, those without sends last', () => {
    expect(labels('good 10 5\nnew 0 0\nbad 100 1\nsame 20 10\n')).toEqual(['bad', 'good', 'same', 'new']);
  });

  it.each([
    ['spaces', 'shop 100 30'],
    ['tabs', 'My shop\t100\t30'],
    ['commas', 'My shop, 100, 30'],
    ['semicolons', 'My shop;100;30;'],
  ])('may be separated by %s', (_, line) => {
    expect(evaluateNumbers(rules, line).rows).toEqual([
      { label: line.startsWith('My') ? 'My shop' : 'shop', sent: 100, replies: 30, ratio: 30, zone: 'safe' },
    ]);
  });

  it('may have a heading', () => {
    expect(labels('number sent replies\nshop 100 30')).toEqual(['shop']);
    expect(labels('\n  \nnome;enviadas;respostas\nshop;100;30')).toEqual(['shop']);
  });

  it('are summed up', () => {
    const { total } = evaluateNumbers(rules, 'a 100 10\nb 100 50 2');
    expect(total).toEqual({ sent: 200, replies: 60, blocked: 2, ratio: 30, zone: 'safe' });
  });
});

describe('a bad line', () => {
  it.each([
    ['shop', 'too-few'],
    ['shop 100', 'too-few'],
    ['shop 1 2 3 4', 'too-many'],
    ['shop ten 3', 'bad-number'],
    ['shop 1e3 3', 'bad-number'],
    ['shop １００ 3', 'bad-number'],
    ['shop 100 -3', 'bad-number'],
    ['shop 100 1.5', 'bad-number'],
    ['shop 100000000 3', 'bad-number'],
    ['shop 10 3 11', 'blocked-above-sent'],
    ['; 10; 3', 'no-label'],
    ['a <script> 3', 'bad-number'],
  ])('%s is told from others: %s', (line, reason) => {
    const { rows, badLines } = evaluateNumbers(rules, `first 10 3\n\n${line}\nlast 10 3`);
    expect(badLines).toMatchObject([{ line: 3, reason }]);
    expect(rows.map(({ label }) => label)).toEqual(['first', 'last']);
  });

  it('never stops the others, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const pasted = ['first 10 3', ...lines, 'last 10 3'].join('\n');
        const { rows, badLines } = evaluateNumbers(rules, pasted);
        expect(rows.map(({ label }) => label)).toEqual(expect.arrayContaining(['first', 'last']));
        const typed = pasted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
        expect(rows.length + badLines.length).toBe(typed);
      }),
    );
  });
});
