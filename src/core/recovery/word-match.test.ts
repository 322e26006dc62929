import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, likeness, wordsOf } from './word-match.ts';

describe('words as they are compared', () => {
  it.each([
    ['Não PODE mais', ['nao', 'pode', 'mais']],
    ['обратный отсчёт, ЁЖ', ['обратныи', 'отсчет', 'еж']],
    ["can’t can't cant", ['cant', 'cant', 'cant']],
    ['WA_REACHOUT_TIMELOCK', ['wa', 'reachout', 'timelock']],
    ['qr-code 23:59', ['qr', 'code', '23', '59']],
    [' \n\t…!?', []],
    ['４６３', ['463']],
  ])('%s', (typed, words) => {
    expect(wordsOf(typed)).toEqual(words);
  });

  it('are the same for composed and decomposed letters and for any case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(wordsOf(typed.normalize('NFD'))).toEqual(wordsOf(typed.normalize('NFC')));
        for (const word of wordsOf(typed)) expect(wordsOf(word)).toEqual([word]);
      }),
    );
  });
});

describe('how alike two words are', () => {
  it.each([
    ['banned', 'banned', 1],
    ['ban', 'banned', 0.75],
    ['banned', 'ban', 0.75],
    ['заблокировали', 'заблокирован', 0.8],
    ['restri', 'restricted', 0.7],
    ['baned', 'banned', 0.75],
    ['bnaned', 'banned', 0.7],
    ['temporrarly', 'temporary', 0.55],
    ['ba', 'banned', 0],
    ['code', 'cord', 0],
    ['chip', 'chop', 0.7],
    ['zap', 'zip', 0],
    ['463', '464', 0],
    ['46', '463', 0],
    ['error', 'mirror', 0],
    ['review', 'refused', 0],
  ])('%s and %s', (typed, known, expected) => {
    expect(likeness(typed, known)).toBeCloseTo(expected, 9);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'е'), maxLength: 9 });

  it('is one for the same word alone, and never above', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b) === 1).toBe(a === b);
      }),
    );
  });

  it('counts the slips the same both ways, and none between equals', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 99)).toBe(editDistance(b, a, 99));
        expect(editDistance(a, b, 99) === 0).toBe(a === b);
        expect(editDistance(a, b, 99)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('stops counting above what is allowed', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const exact = editDistance(a, b, 99);
        const bounded = editDistance(a, b, most);
        if (exact <= most) expect(bounded).toBe(exact);
        else expect(bounded).toBeGreaterThan(most);
      }),
    );
  });

  it.each([
    ['banned', 'baned', 1],
    ['banned', 'bannned', 1],
    ['banned', 'bunned', 1],
    ['banned', 'abnned', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s and %s are %i slips apart', (a, b, slips) => {
    expect(editDistance(a, b, 9)).toBe(slips);
  });
});
