import { describe, expect, it } from 'vitest';
import { wordsFor } from '../i18n/index.ts';
import { readKnowledge } from '../src/knowledge/index.ts';
import { namedNumbers, numbersWrittenOut } from './prose-numbers.ts';

const rules = [...readKnowledge('tests/fixture/content').rules.values()];
const found = (locale: 'en' | 'pt' | 'ru', prose: string) =>
  numbersWrittenOut(prose, namedNumbers(rules, wordsFor(locale).units)).map(
    ({ line, written, directive }) => `${line}: ${written} ${directive}`,
  );

describe('a number with its unit that a rule holds', () => {
  it('is found in prose, with the directive to write instead', () => {
    expect(found('en', 'One\n\nStay above 30% always.')).toEqual(['3: 30% :rule[reply-ratio.safe]']);
    expect(found('ru', 'Не меньше 30\u00a0% ответов')).toEqual(['1: 30\u00a0% :rule[reply-ratio.safe]']);
  });

  it('is left alone as a directive, in a link, in code, with another unit or another value', () => {
    expect(found('en', ':rule[reply-ratio.safe] of 30 people, [30 of them](/x/#30%), `30%`, 31%')).toEqual([]);
  });
});
