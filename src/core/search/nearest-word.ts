/**
 * The indexed word that a misspelt one most likely stands for. Indexed words are stems, so the end of what was typed
 * may be missing from them.
 */
export function nearestWord(typed: string, indexed: Iterable<string>): string | undefined {
  if (typed.length < SHORTEST || isNumber(typed)) return undefined;
  const allowed = mistakesAllowed(typed);
  let best: string | undefined;
  let bestCost = allowed + 1;
  for (const word of indexed) {
    if (word.length < Math.max(SHORTEST, typed.length / 2)) continue;
    if (Math.abs(typed.length - word.length) > LONGEST_ENDING + allowed) continue;
    const cost = distanceToBeginning(typed, word, allowed);
    if (cost < bestCost) {
      best = word;
      bestCost = cost;
    }
  }
  return best;
}

/** Whether the index has the typed word, the word it is beginning to be, or the stem it ends on. */
export function isKnownWord(typed: string, indexed: Iterable<string>, endings: Endings): boolean {
  for (const word of indexed) if (word.startsWith(typed) || isFormOf(typed, word, endings)) return true;
  return false;
}

/** The endings that words of the language have behind their stems, none among them. */
export type Endings = ReadonlySet<string>;

/** Whether the word is the stem with an ending; "reply" has the stem "repli". */
export function isFormOf(typed: string, stem: string, endings: Endings): boolean {
  if (typed.startsWith(stem)) return endings.has(typed.slice(stem.length)) && (typed === stem || !isNumber(stem));
  return stem === typed.replace(/y$/, 'i');
}

const SHORTEST = 3;
/** Of two words of one meaning: "прогреть" and "прогрев" have the beginning in common, "send" and "mail" have not. */
export function haveOneRoot(one: string, other: string): boolean {
  return one.slice(0, ROOT) === other.slice(0, ROOT);
}

const ROOT = 4;

/** Of two words that are equally near, the better one leaves less of what was typed as an ending. */
const UNEXPLAINED = 0.05;
const LONGEST_ENDING = 4;

/** 1000 is no form of 100, nor nearly 1001. */
function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

function mistakesAllowed(typed: string): number {
  if (typed.length < 4) return 0;
  return typed.length < 7 ? 1 : 2;
}

/** Edits between the stem and whichever beginning of the typed word is nearest; a swap of neighbours is one edit. */
function distanceToBeginning(typed: string, stem: string, allowed: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: typed.length + 1 }, (_, column) => column);
  for (let row = 1; row <= stem.length; row++) {
    const current = [row];
    for (let column = 1; column <= typed.length; column++) {
      const isSame = stem[row - 1] === typed[column - 1];
      let cost = Math.min(
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && stem[row - 1] === typed[column - 2] && stem[row - 2] === typed[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > allowed) return allowed + 1;
    beforeLast = last;
    last = current;
  }
  const longestEnding = Math.min(LONGEST_ENDING, typed.length - 1);
  const costs = last.slice(typed.length - longestEnding);
  return Math.min(...costs.map((cost, index) => cost + (longestEnding - 1 - index) * UNEXPLAINED));
}
