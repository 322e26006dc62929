import type { Locale, Symptom } from '../../knowledge/schema.ts';
import { likeness, wordsOf } from './word-match.ts';

/** What the search needs of a symptom, in some languages or all. */
export interface SearchableSymptom extends Pick<Symptom, 'id' | 'codes'> {
  title: Partial<Symptom['title']>;
  wordings: Partial<Symptom['wordings']>;
}

export interface SymptomIndex {
  symptoms: readonly IndexedSymptom[];
  /** How telling each known word is: one that stands in few symptoms tells more. */
  weights: ReadonlyMap<string, number>;
}

interface IndexedSymptom {
  id: string;
  codes: readonly string[];
  wordings: readonly Wording[];
}

interface Wording {
  words: readonly string[];
  /** Words of the page's own language count in full. */
  trust: number;
}

export interface SymptomMatch {
  id: string;
  /** From 0 to 1, and above 1 where an error code was found. */
  score: number;
}

const LOCALES: readonly Locale[] = ['en', 'pt', 'ru'];
const TRUST_IN_OTHER_LANGUAGES = 0.9;

/** Prepares the symptoms for searching in one language; notices are often in another one, so all are known. */
export function indexSymptoms(symptoms: readonly SearchableSymptom[], locale: Locale): SymptomIndex {
  const indexed = symptoms.map(({ id, title, wordings, codes }) => ({
    id,
    codes: codes.map(squeeze),
    wordings: LOCALES.flatMap((language) =>
      [title[language] ?? [], wordings[language] ?? []].flat().map((text) => ({
        words: wordsOf(text),
        trust: language === locale ? 1 : TRUST_IN_OTHER_LANGUAGES,
      })),
    ),
  }));
  return { symptoms: indexed, weights: weightsOf(indexed) };
}

const LONGEST_QUERY = 2000;
const LOWEST_SCORE = 0.3;

/** Symptoms that fit what was typed or pasted, best first. */
export function searchSymptoms(index: SymptomIndex, typed: string, limit = 5): SymptomMatch[] {
  const query = typed.slice(0, LONGEST_QUERY);
  const asked = [...new Set(wordsOf(query))].map((word) => askFor(word, index.weights));
  if (asked.length === 0) return [];
  const squeezed = squeeze(query);
  return index.symptoms
    .map((symptom) => ({
      id: symptom.id,
      score: scoreOf(symptom, asked, index.weights) + codeBonus(symptom, squeezed),
    }))
    .filter(({ score }) => score >= LOWEST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** A typed word with the known words it may stand for. */
interface AskedWord {
  weight: number;
  like: ReadonlyMap<string, number>;
}

const WEIGHT_OF_UNKNOWN_WORDS = 0.8;

function askFor(word: string, weights: ReadonlyMap<string, number>): AskedWord {
  const like = new Map<string, number>();
  let weight = 0;
  let closest = 0;
  for (const [known, knownWeight] of weights) {
    const score = likeness(word, known);
    if (score === 0) continue;
    like.set(known, score);
    if (score > closest) [closest, weight] = [score, knownWeight];
  }
  return { weight: like.size === 0 ? WEIGHT_OF_UNKNOWN_WORDS : weight, like };
}

/** Mostly the best wording; a little for words spread over several wordings of the symptom. */
function scoreOf(
  { wordings }: IndexedSymptom,
  asked: readonly AskedWord[],
  weights: ReadonlyMap<string, number>,
): number {
  const best = Math.max(...wordings.map((wording) => fitOf(wording, asked, weights)));
  const everyWord = new Set(wordings.flatMap(({ words }) => words));
  return 0.75 * best + 0.25 * shareOfQuery(asked, everyWord);
}

/** Geometric mean of how much of the query the wording explains and how much of the wording was typed. */
function fitOf({ words, trust }: Wording, asked: readonly AskedWord[], weights: ReadonlyMap<string, number>): number {
  const known = new Set(words);
  let found = 0;
  let whole = 0;
  for (const word of known) {
    const weight = weights.get(word) ?? 0;
    whole += weight;
    found += weight * Math.max(0, ...asked.map(({ like }) => like.get(word) ?? 0));
  }
  return whole === 0 ? 0 : trust * Math.sqrt((found / whole) * shareOfQuery(asked, known));
}

function shareOfQuery(asked: readonly AskedWord[], known: ReadonlySet<string>): number {
  let found = 0;
  let whole = 0;
  for (const { weight, like } of asked) {
    whole += weight;
    let closest = 0;
    for (const [word, score] of like) if (score > closest && known.has(word)) closest = score;
    found += weight * closest;
  }
  return whole === 0 ? 0 : found / whole;
}

function weightsOf(symptoms: readonly IndexedSymptom[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { wordings } of symptoms) {
    for (const word of new Set(wordings.flatMap(({ words }) => words))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + symptoms.length / count)]));
}

/** A code is found however it is written: `error 463`, `(463)`, `wa-reachout-timelock`; but 463 is not in 14630. */
function codeBonus({ codes }: IndexedSymptom, squeezed: string): number {
  return codes.some((code) => ` ${squeezed} `.includes(` ${code} `)) ? 1 : 0;
}

function squeeze(text: string): string {
  return wordsOf(text)
    .flatMap((word) => word.match(/\p{N}+|\P{N}+/gu) ?? [])
    .join(' ');
}
