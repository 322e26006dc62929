import type { Meaning } from './meaning.ts';
import type { Phrases } from './word-index.ts';

/** A word of a question, and how much it says of what is wanted. */
export interface WeighedWord {
  meaning: Meaning;
  weight: number;
}

/** How near the best of a page's phrases comes to the question: 1 where it is the question itself. */
export function likenessOf(
  phrases: Phrases,
  words: readonly WeighedWord[],
  isTelling: (word: number) => boolean,
): number {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  let best = 0;
  for (const phrase of phrases) {
    const telling = phrase.filter(isTelling);
    const asked = words.reduce((sum, { meaning, weight }) => sum + weight * bestShare(telling, meaning), 0) / whole;
    if (asked <= best) continue;
    const said = telling.map((word) => Math.max(...words.map(({ meaning }) => meaning.get(word) ?? 0)));
    const share = said.reduce((sum, one) => sum + one, 0) / telling.length;
    best = Math.max(best, asked * share ** UNASKED);
  }
  return best;
}

function bestShare(phrase: readonly number[], meaning: Meaning): number {
  return phrase.reduce((best, word) => Math.max(best, meaning.get(word) ?? 0), 0);
}

/** What a phrase says beyond the question does it little harm. */
const UNASKED = 0.3;
