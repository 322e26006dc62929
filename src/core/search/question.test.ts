import { describe, expect, it } from 'vitest';
import { readQuestion } from './question.ts';

const common = new Set(['the', 'is', 'what', 'how', 'does', 'mean', 'my']);

describe('a question', () => {
  it('is its telling words, each once', () => {
    expect(readQuestion('Is my number, the NUMBER, banned?', 'en', common).words).toEqual(['number', 'banned']);
  });

  it('of common words alone is asked with these', () => {
    expect(readQuestion('how is the', 'en', common).words).toEqual(['how', 'is', 'the']);
  });

  it('does not ask for a word of which one letter is typed', () => {
    expect(readQuestion('banned n', 'en', common).words).toEqual(['banned']);
    expect(readQuestion('tier 2', 'en', common).words).toEqual(['tier', '2']);
  });

  it('asks for a meaning when it is short and says so', () => {
    const asksMeaning = (text: string, locale: 'en' | 'pt' | 'ru') => readQuestion(text, locale, common).asksMeaning;
    expect(asksMeaning('What does tier mean?', 'en')).toBe(true);
    expect(asksMeaning('o que é tier', 'pt')).toBe(true);
    expect(asksMeaning('что такое вебхук', 'ru')).toBe(true);
    expect(asksMeaning('tier', 'en')).toBe(false);
    expect(asksMeaning('what is allowed on numbers bought yesterday evening', 'en')).toBe(false);
  });
});
