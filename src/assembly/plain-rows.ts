import { byteAt, isAsciiSpace, LF } from './bytes';
import { beginChats, forgetChats, noteChat, numberChats } from './chats';
import { directionOf, forgetDirections, UNKNOWN } from './directions';
import { flagsOf, forgetTexts } from './known-texts';
import {
  AT_ONCE,
  BEGINNINGS,
  BLOCK,
  CELLS,
  FLAGS,
  LINES,
  MARKS_LENGTH,
  MILLIS,
  SECONDS,
  SHAPES_A,
  SHAPES_B,
  SHORTENERS,
  STARTS,
} from './layout';
import { cells, lines, readRecord, setDelimiter } from './record';
import { NOTHING, replyKind } from './replies';
import { shapeA, shapeB } from './shapes';
import { UNSURE } from './texts';
import { WALL as IS_WALL, millis, NO_TIME, readTime, seconds } from './time';

export { newChats } from './chats';
export { learnDirection } from './directions';
export {
  BLOCK,
  CHATS,
  FLAGS,
  INPUT,
  INPUT_LENGTH,
  LINES,
  MASKS,
  MILLIS,
  MOST_NEW_CHATS,
  NEW_CHATS,
  PAIRS,
  PLAIN,
  SECONDS,
  SHAPES_A,
  SHAPES_B,
  WORD_BYTES,
} from './layout';
export { learnBeginning, setReplies } from './replies';
export { learnShortener } from './texts';
export { setTimes } from './time';

const STOP_SHIFT: i32 = 13;
const WALL: i32 = 1 << 17;
const OUTGOING: i32 = 1 << 19;

/** Where reading stopped, and the line there. */
export let next: i32 = 0;
export let line: i32 = 0;
/** Whether some of the rows had a wall time, or thousandths of a second. */
export let hasWallTimes: bool = false;
export let hasMillis: bool = false;

let timeCell: i32 = 0;
let directionCell: i32 = 0;
let chatCell: i32 = 0;
let textCell: i32 = 0;

/** Nothing of one log is known in the next. */
export function forget(): void {
  forgetChats();
  forgetTexts();
  memory.fill(BEGINNINGS, 0, MARKS_LENGTH);
  memory.fill(SHORTENERS, 0, MARKS_LENGTH);
}

/** Which cells hold what; a text cell of -1 is none. */
export function begin(delimiter: i32, time: i32, direction: i32, chat: i32, text: i32): void {
  setDelimiter(delimiter);
  timeCell = time;
  directionCell = direction;
  chatCell = chat;
  textCell = text;
  forgetDirections();
}

/** Reads rows as long as they are plain ones; returns how many. The first other one is at `next`. */
export function readRows(from: i32, end: i32, firstLine: i32): i32 {
  store<u8>(end, LF);
  beginChats();
  next = from;
  line = firstLine;
  hasWallTimes = false;
  hasMillis = false;
  let rows = 0;
  while (rows < BLOCK && next < end) {
    const most = rows + AT_ONCE;
    const read = readSome(rows, most, end);
    const numbered = numberChats(rows, read);
    if (numbered < read) {
      next = load<i32>(startOf(numbered));
      line = load<i32>(LINES + (numbered << 2));
    }
    rows = numbered;
    if (rows < most) break;
  }
  return rows;
}

/** Reads from one row up to, not including, another, but for the numbers of their chats; returns the first that is not read. */
function readSome(from: i32, to: i32, end: i32): i32 {
  let row = from;
  for (; row < to && next < end; row++) {
    const after = readRecord(next, end);
    if (after === 0 || !readRow(row)) break;
    store<i32>(startOf(row), next);
    next = after;
    line += lines;
  }
  return row;
}

/** Where the beginning of one of the last rows is noted. */
function startOf(row: i32): i32 {
  return STARTS + ((row % AT_ONCE) << 2);
}

function readRow(row: i32): bool {
  if (timeCell >= cells || directionCell >= cells || chatCell >= cells) return false;
  const kind = readTime(startOfCell(timeCell), endOfCell(timeCell));
  if (kind === NO_TIME) return false;
  let flags = directionOf(startOfCell(directionCell), endOfCell(directionCell));
  if (flags === UNKNOWN) return false;
  const chatStart = startOfCell(chatCell);
  const chatEnd = endOfCell(chatCell);
  if (chatStart >= chatEnd || isAsciiSpace(byteAt(chatStart)) || isAsciiSpace(byteAt(chatEnd - 1))) return false;
  noteChat(row, chatStart, chatEnd);
  const at = row << 2;
  const hasText = textCell >= 0 && textCell < cells && startOfCell(textCell) < endOfCell(textCell);
  if (hasText && flags === OUTGOING) {
    const found = flagsOf(startOfCell(textCell), endOfCell(textCell));
    if (found === UNSURE) return false;
    flags |= found;
    store<i32>(SHAPES_A + at, shapeA);
    store<i32>(SHAPES_B + at, shapeB);
  } else {
    if (hasText) {
      const reply = replyKind(startOfCell(textCell), endOfCell(textCell));
      if (reply < NOTHING) return false;
      flags |= reply << STOP_SHIFT;
    }
    store<i32>(SHAPES_A + at, 0);
    store<i32>(SHAPES_B + at, 0);
  }
  if (kind === IS_WALL) {
    flags |= WALL;
    hasWallTimes = true;
  }
  if (millis !== 0) hasMillis = true;
  store<u32>(SECONDS + at, seconds);
  store<i32>(FLAGS + at, flags);
  store<i32>(LINES + at, line);
  store<u16>(MILLIS + (row << 1), millis);
  return true;
}

function startOfCell(cell: i32): i32 {
  return load<i32>(CELLS + (cell << 3));
}

function endOfCell(cell: i32): i32 {
  return load<i32>(CELLS + (cell << 3), 4);
}
