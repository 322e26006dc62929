/** Folds away what people type differently: case, accents, ё and е, signs. Codes such as `WA_X` fall into words. */
export function wordsOf(typed: string): string[] {
  const folded = typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How alike a typed word is to a known one, from 0 to 1: the same, an ending apart, or misspelt. */
export function likeness(typed: string, known: string): number {
  if (typed === known) return 1;
  if (/\p{N}/u.test(typed + known)) return 0;
  return Math.max(prefixLikeness(typed, known), spellingLikeness(typed, known));
}

const SHORTEST_STEM = 3;
const LONGEST_ENDING = 3;

/** Words with one stem differ in a short ending; a word being typed is the beginning of the known one. */
function prefixLikeness(typed: string, known: string): number {
  const shared = sharedPrefix(typed, known);
  if (shared < SHORTEST_STEM) return 0;
  const isBeingTyped = shared === typed.length;
  const endings = Math.max(typed.length, known.length) - shared;
  if (!isBeingTyped && (endings > LONGEST_ENDING || shared < endings)) return 0;
  return 0.9 - 0.05 * Math.min(endings, 8);
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** One slip in a word of four letters, two in a word of eight. */
function spellingLikeness(typed: string, known: string): number {
  const slips = Math.floor(Math.min(typed.length, known.length) / 4);
  const allowed = Math.min(slips, 2);
  if (Math.abs(typed.length - known.length) > allowed) return 0;
  const distance = editDistance(typed, known, allowed);
  return distance > allowed ? 0 : 0.85 - 0.15 * distance;
}

/** Slips between two words (a letter missing, added, changed, or two swapped); above `most` it may be any more. */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap && row > 1 && column > 1 ? at(beforeLast, column - 2) + 1 : changed;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, changed, swapped));
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
