import { bitOf, byteAt, isDigit, isMarked, isWordByte, mark, printWith } from './bytes';
import { BEGINNINGS } from './layout';

/** How many bytes of its beginning tell most replies from a stop word, and the most that a stop word has. */
let telling: i32 = 4;
let longest: i32 = 0;

export function setReplies(tellingBytes: i32, longestWord: i32): void {
  telling = tellingBytes;
  longest = longestWord;
}

export const NOTHING: i32 = 0;
const UNSURE: i32 = -1;

const FIRST_DIGIT: i32 = 2;
/** Room for quotation marks, dashes and emoji beyond ASCII around a stop word. */
const MARKS_AROUND: i32 = 48;

/** What an incoming text is as a whole: nothing special, 2 + d for the single digit d, or unsure. */
export function replyKind(start: i32, end: i32): i32 {
  let first = start;
  let last = end;
  while (first < last && isPunctuation(byteAt(first))) first++;
  while (last > first && isPunctuation(byteAt(last - 1))) last--;
  const length = last - first;
  if (length === 0 || length > longest + MARKS_AROUND) return NOTHING;
  const byte = byteAt(first);
  if (isDigit(byte)) {
    if (length === 1) return FIRST_DIGIT + byte - 0x30;
    // No stop word begins with a digit, and these are two characters at least.
    return isWordByte(byteAt(last - 1)) ? NOTHING : UNSURE;
  }
  if (byte >= 0x80 && byte !== 0xd0 && byte !== 0xd1) return UNSURE;
  return length < telling || !mayBegin(first) ? NOTHING : UNSURE;
}

/** Whether a stop word may begin here. */
export function mayBegin(at: i32): bool {
  return isMarked(BEGINNINGS, beginningAt(at));
}

export function learnBeginning(at: i32): void {
  mark(BEGINNINGS, beginningAt(at));
}

/** The first bytes, without the case of ASCII letters. */
function beginningAt(at: i32): i32 {
  let print = 0;
  for (let k = 0; k < telling; k++) {
    const byte = byteAt(at + k);
    print = printWith(print, byte < 0x80 ? byte | 0x20 : byte);
  }
  return bitOf(print);
}

function isPunctuation(byte: i32): bool {
  return byte < 0x80 && !isWordByte(byte);
}
