import type { Kind } from './kinds.ts';
import { likenessOf } from './likeness.ts';
import type { Meaning } from './meaning.ts';
import type { Hits, Phrases } from './word-index.ts';

/** A word of a question, as far as the index knows it. */
export interface AskedWord {
  meaning: Meaning;
  /** How much each page is about it. */
  hits: Hits;
  /** How surely the word is meant: less than 1 where it was guessed. */
  trust: number;
  /** How many pages have the word itself. */
  pages: number;
}

/** The pages to choose from, by their numbers. */
export interface Pages {
  kinds: readonly Kind[];
  phrases: readonly Phrases[];
  /** Whether a word of a phrase says something. */
  isTelling: (word: number) => boolean;
}

/** Pages in the order of how well they answer. */
export function rankPages(words: readonly AskedWord[], pages: Pages, asksMeaning = false): number[] {
  const { kinds, phrases, isTelling } = pages;
  const weighed = words.map((word) => ({
    ...word,
    weight: rarity(Math.max(word.pages, FEW), kinds.length) ** POWER * word.trust,
  }));
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const scores = new Map<number, { score: number; covered: number }>();
  for (const { hits, weight } of weighed) {
    for (const [page, score] of hits) {
      const sum = scores.get(page) ?? { score: 0, covered: 0 };
      sum.score += score * weight;
      sum.covered += weight;
      scores.set(page, sum);
    }
  }
  const ranked = [...scores]
    .map(([page, { score, covered }]) => {
      const share = PARTIAL + (1 - PARTIAL) * (covered / whole);
      const called = 1 + ALIKE * likenessOf(phrases[page] ?? [], weighed, isTelling);
      return { page, score: score * share * called * weightOf(kinds[page], asksMeaning) };
    })
    .sort((a, b) => b.score - a.score || a.page - b.page);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * WORTH_SHOWING).map(({ page }) => page);
}

/** A page that is called what was asked counts so much more than one that has the words here and there. */
const ALIKE = 1.25;

function weightOf(kind: Kind = 'overview', asksMeaning: boolean): number {
  return KIND_WEIGHT[kind] * (asksMeaning && kind === 'term' ? MEANING_ASKED : 1);
}

const MEANING_ASKED = 1.5;

/** Of the score of the best page. */
const WORTH_SHOWING = 0.25;

/** What is left of the score of a page that has next to nothing of the question. */
const PARTIAL = 0.7;

/** Below 1 a rare word that is asked for beside the subject, such as a day of the week, does not decide alone. */
const POWER = 0.7;

/** A word that fewer pages have is most often beside the matter: it says no more than one that so many have. */
const FEW = 3;

/** A person in a hurry wants what to do before what something means, and both before what each source says. */
const KIND_WEIGHT: Record<Kind, number> = {
  triage: 1.7,
  symptom: 0.95,
  checklist: 1.15,
  guide: 1.2,
  playbook: 1.05,
  tool: 1.1,
  rule: 0.85,
  term: 0.9,
  conflict: 0.6,
  source: 0.7,
  overview: 1.4,
};

/** A word that few pages have says more about what is wanted. */
function rarity(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}
