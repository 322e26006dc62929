import { shortWord } from './bytes';
import { DIRECTIONS } from './layout';

export const UNKNOWN: i32 = -1;

const MOST_WORDS: i32 = 16;
const LONGEST_WORD: i32 = 16;
let known: i32 = 0;

/** The meaning of a word that was learnt; `UNKNOWN` of any other. */
export function directionOf(start: i32, end: i32): i32 {
  const length = end - start;
  if (length > LONGEST_WORD) return UNKNOWN;
  const word = shortWord(start, length);
  for (let at = DIRECTIONS; at < DIRECTIONS + known * 24; at += 24) {
    if (load<i32>(at, 16) === length && i8x16.all_true(i8x16.eq(v128.load(at), word))) return load<i32>(at, 20);
  }
  return UNKNOWN;
}

export function forgetDirections(): void {
  known = 0;
}

/** Remembers what the flags of a row with this word are. */
export function learnDirection(start: i32, end: i32, flags: i32): void {
  if (end - start > LONGEST_WORD || known >= MOST_WORDS || directionOf(start, end) !== UNKNOWN) return;
  const at = DIRECTIONS + known * 24;
  v128.store(at, shortWord(start, end - start));
  store<i32>(at, end - start, 16);
  store<i32>(at, flags, 20);
  known++;
}
