import { describe, expect, it } from 'vitest';
import { otherSpellings, retyped } from './other-spellings.ts';

describe('a word that no page has', () => {
  it('may have a prefix that leaves its meaning', () => {
    expect(otherSpellings('перебанили', 'ru')).toContain('банили');
    expect(otherSpellings('reconnect', 'en')).toEqual(['connect']);
    expect(otherSpellings('ready', 'en')).toEqual([]);
    expect(otherSpellings('unban', 'en')).toEqual([]);
    expect(otherSpellings('разбанить', 'ru')).not.toContain('банить');
  });

  it('may be written in the other alphabet', () => {
    expect(otherSpellings('progrev', 'ru')).toContain('прогрев');
    expect(otherSpellings('zhaloby', 'ru')).toContain('жалобы');
    expect(otherSpellings('битрикс', 'ru')).toContain('bitrix');
    expect(otherSpellings('progrev', 'en')).toEqual([]);
  });
});

describe('a question typed on the wrong keyboard', () => {
  it('is read as the keys say', () => {
    expect(retyped('Pf,fybkb yjvth', 'ru')).toBe('забанили номер');
  });

  it('is none where it has Russian letters, no letters, or another language', () => {
    expect(retyped('api для прогрева', 'ru')).toBeUndefined();
    expect(retyped('463', 'ru')).toBeUndefined();
    expect(retyped('ban', 'en')).toBeUndefined();
  });
});
