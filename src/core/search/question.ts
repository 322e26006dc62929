import type { Locale } from '../../knowledge/schema.ts';
import { wordsOf } from './words.ts';

export interface Question {
  /** The words that say what is wanted, each once. */
  words: string[];
  /** Whether the meaning of a word is asked for. */
  asksMeaning: boolean;
}

export function readQuestion(text: string, locale: Locale, common: ReadonlySet<string>): Question {
  const all = [...new Set(wordsOf(text, locale))];
  // A single letter is the beginning of a word that is still being typed.
  const telling = all.filter((word) => !common.has(word) && !/^\p{L}$/u.test(word));
  const words = telling.length > 0 ? telling : all;
  return { words, asksMeaning: words.length <= LONGEST_TERM && MEANING[locale].test(text.trim()) };
}

/** "What is the limit for a number that I bought yesterday" asks for no definition. */
const LONGEST_TERM = 3;

const MEANING: Record<Locale, RegExp> = {
  en: /^(what('?s| is| are| does)\b|define\b|meaning\b)|\bmeans?\??$/i,
  pt: /^(o que (é|e|são|sao|quer dizer|significa)\s|significado\b)|\bsignifica\??$/i,
  ru: /^(что (такое|значит|означает)|значение|определение)|(значит|означает)\??$/i,
};
