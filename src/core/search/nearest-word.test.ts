import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveOneRoot, isFormOf, isKnownWord, nearestWord } from './nearest-word.ts';

describe('a known word', () => {
  const endings = new Set(['', 'ing', 'или', 'ется', '0']);

  it('is indexed, begins an indexed one, or ends differently', () => {
    const indexed = ['warm', 'ban', 'repli'];
    expect(isKnownWord('warming', indexed, endings)).toBe(true);
    expect(isKnownWord('war', indexed, endings)).toBe(true);
    expect(isKnownWord('reply', indexed, endings)).toBe(true);
    expect(isKnownWord('banished', indexed, endings)).toBe(false);
    expect(isKnownWord('warn', indexed, endings)).toBe(false);
  });

  it('ends as words of its language do', () => {
    expect(isFormOf('банили', 'бан', endings)).toBe(true);
    expect(isFormOf('бандероль', 'бан', endings)).toBe(false);
    expect(isFormOf('1000', '100', endings)).toBe(false);
    expect(isFormOf('100', '100', endings)).toBe(true);
    expect(isFormOf('прогревается', 'прогрева', endings)).toBe(true);
  });
});

it('words of one meaning have one root when they begin alike', () => {
  expect(haveOneRoot('прогреть', 'прогрев')).toBe(true);
  expect(haveOneRoot('send', 'mail')).toBe(false);
  expect(haveOneRoot('ban', 'bank')).toBe(false);
});

describe('the nearest word', () => {
  it('is the one meant by a misspelt word', () => {
    const indexed = ['block', 'bloqu', 'messag', 'appeal', 'прогрев', 'апелляц', 'response'];
    expect(nearestWord('bloquiado', indexed)).toBe('bloqu');
    expect(nearestWord('mesage', indexed)).toBe('messag');
    expect(nearestWord('apeal', indexed)).toBe('appeal');
    expect(nearestWord('прагрев', indexed)).toBe('прогрев');
    expect(nearestWord('аппеляция', indexed)).toBe('апелляц');
  });

  it('of two is the one that explains more of what was typed', () => {
    expect(nearestWord('loose', ['logo', 'lose'])).toBe('lose');
    expect(nearestWord('loose', ['lose', 'logo'])).toBe('lose');
  });

  it('counts swapped letters as one mistake', () => {
    expect(nearestWord('lmiit', ['limit'])).toBe('limit');
  });

  it('is none for short words, numbers, and words unlike any', () => {
    expect(nearestWord('bna', ['ban'])).toBeUndefined();
    expect(nearestWord('4631', ['463'])).toBeUndefined();
    expect(nearestWord('xqzwv', ['ban', 'warm', 'limit'])).toBeUndefined();
    expect(nearestWord('respota', ['res'])).toBeUndefined();
  });

  it('is an indexed word itself when that was typed', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), (indexed, which) => {
        const typed = indexed[which % indexed.length] ?? '';
        expect(nearestWord(typed, indexed)).toBe(typed);
      }),
    );
  });
});
