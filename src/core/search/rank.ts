import type { Kind } from './kinds.ts';

/** How much each page, by its number, is about one word. */
export type Hits = ReadonlyMap<number, number>;

/** A word of a question, as far as the index knows it. */
export interface AskedWord {
  hits: Hits;
  /** How surely the word is meant: less than 1 where it was guessed. */
  trust: number;
  /** How many pages have the word itself. */
  pages: number;
}

/** Pages in the order of how well they answer. */
export function rankPages(words: readonly AskedWord[], kinds: readonly Kind[], asksMeaning = false): number[] {
  const weights = words.map(({ pages, trust }) => rarity(pages, kinds.length) ** POWER * trust);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Map<number, { score: number; covered: number }>();
  words.forEach(({ hits, pages, trust }, index) => {
    const damped = rarity(pages, kinds.length) ** (POWER - 1) * trust;
    for (const [page, score] of hits) {
      const sum = scores.get(page) ?? { score: 0, covered: 0 };
      sum.score += score * damped;
      sum.covered += weights[index] ?? 0;
      scores.set(page, sum);
    }
  });
  const ranked = [...scores]
    .map(([page, { score, covered }]) => ({
      page,
      score: score * (PARTIAL + (1 - PARTIAL) * (covered / whole)) * weightOf(kinds[page], asksMeaning),
    }))
    .sort((a, b) => b.score - a.score || a.page - b.page);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * WORTH_SHOWING).map(({ page }) => page);
}

/** Another word that means the same as one of a question. */
export interface Synonym {
  hits: Hits;
  /** Whether it is of the same root, as "warming" and "warm-up" are. */
  isRelated: boolean;
}

/** The pages with a word or with one that means the same: that counts for less, and is taken to be as rare. */
export function eitherOf(own: Hits, others: readonly Synonym[], all: number): Hits {
  const either = new Map(own);
  for (const { hits, isRelated } of others) {
    const share = ((isRelated ? SAME_ROOT : SAME_MEANING) * rarity(own.size, all)) / rarity(hits.size, all);
    for (const [page, score] of hits) either.set(page, Math.max(either.get(page) ?? 0, score * share));
  }
  return either;
}

const SAME_ROOT = 0.7;
const SAME_MEANING = 0.25;

function weightOf(kind: Kind = 'overview', asksMeaning: boolean): number {
  return KIND_WEIGHT[kind] * (asksMeaning && kind === 'term' ? MEANING_ASKED : 1);
}

const MEANING_ASKED = 1.5;

/** Of the score of the best page. */
const WORTH_SHOWING = 0.35;

/** What is left of the score of a page that has next to nothing of the question. */
const PARTIAL = 0.5;

/** Below 1 a rare word that is asked for beside the subject, such as a day of the week, does not decide alone. */
const POWER = 0.7;

/** A person in a hurry wants what to do before what something means, and both before what each source says. */
const KIND_WEIGHT: Record<Kind, number> = {
  triage: 1.7,
  symptom: 0.95,
  checklist: 1.15,
  guide: 1.2,
  playbook: 1.05,
  tool: 1.25,
  rule: 0.85,
  term: 0.9,
  conflict: 0.6,
  source: 0.7,
  overview: 1,
};

/** A word that few pages have says more about what is wanted. */
function rarity(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}
