import { shortWord } from './bytes';
import { AT_ONCE, CHATS, KNOWN, MOST_CHATS, MOST_NEW_CHATS, NAMES, NEW_CHATS, PRINTS } from './layout';

const FIRST_MASK: i32 = 0x3ff;
const LAST_MASK: i32 = 2 * MOST_CHATS - 1;

/** How many names were met for the first time since the last call of `beginChats`. */
export let newChats: i32 = 0;
let known: i32 = 0;
/** Entries that the list has, less one: as few as will do, for it is looked at in every row. */
let mask: i32 = FIRST_MASK;

export function beginChats(): void {
  newChats = 0;
}

export function forgetChats(): void {
  known = 0;
  mask = FIRST_MASK;
  memory.fill(KNOWN, 0, (mask + 1) << 3);
}

/** Notes the name of the chat of a row: names are looked up some rows at once, so that the memory can keep pace. */
export function noteChat(row: i32, start: i32, end: i32): void {
  const at = nameOf(row);
  store<u64>(at, printOf(start, end));
  store<i32>(at, start, 8);
  store<i32>(at, end, 12);
}

/** Writes down the numbers of the chats of these rows; returns the first row for whose chat there is no room. */
export function numberChats(from: i32, to: i32): i32 {
  for (let row = from; row < to; row++) {
    const chat = chatOf(nameOf(row));
    if (chat < 0) return row;
    store<i32>(CHATS + (row << 2), chat);
  }
  return to;
}

function nameOf(row: i32): i32 {
  return NAMES + ((row % AT_ONCE) << 4);
}

/** -1 where there is no room for a new one. */
function chatOf(name: i32): i32 {
  const print = load<u64>(name);
  const at = find(print);
  const entry = load<u64>(at);
  if (entry !== 0) return <i32>(entry & NUMBER) - 1;
  if (known >= MOST_CHATS || newChats >= MOST_NEW_CHATS) return -1;
  store<u64>(at, (print & ~NUMBER) | (known + 1));
  store<u64>(PRINTS + (known << 3), print);
  store<u64>(NEW_CHATS + (newChats << 3), load<u64>(name, 8));
  newChats++;
  known++;
  if (known * 3 > mask && mask < LAST_MASK) grow();
  return known - 1;
}

/** An entry is the first 44 bits of the print, and one more than the number; 0 is none. */
const NUMBER: u64 = 0xf_ffff;

/** Where the print stands, or belongs. */
function find(print: u64): i32 {
  let slot = <i32>(print >> 20) & mask;
  while (true) {
    const at = KNOWN + (slot << 3);
    const entry = load<u64>(at);
    if (entry === 0 || ((entry ^ print) & ~NUMBER) === 0) return at;
    slot = (slot + 1) & mask;
  }
}

function grow(): void {
  mask = mask * 2 + 1;
  memory.fill(KNOWN, 0, (mask + 1) << 3);
  for (let chat = 0; chat < known; chat++) {
    const print = load<u64>(PRINTS + (chat << 3));
    store<u64>(find(print), (print & ~NUMBER) | (chat + 1));
  }
}

/** 64 bits that tell names apart; never 0. */
function printOf(start: i32, end: i32): u64 {
  const length = end - start;
  let print: u64 = <u64>length * FIRST;
  if (length < 8) {
    print = mixed(print ^ i64x2.extract_lane(shortWord(start, length), 0));
  } else {
    for (let at = start; at + 8 < end; at += 8) print = mixed(print ^ load<u64>(at));
    print = mixed(print ^ load<u64>(end - 8));
  }
  print ^= print >> 32;
  return print | 1;
}

const FIRST: u64 = 0x9e37_79b9_7f4a_7c15;

function mixed(value: u64): u64 {
  const product = value * 0xd6e8_feb8_6659_fd93;
  return product ^ (product >> 29);
}
