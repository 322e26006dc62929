import { shortWord } from './bytes';
import { KNOWN, MOST_CHATS, MOST_NEW_CHATS, NEW_CHATS, PRINTS } from './layout';

const FIRST_MASK: i32 = 0x3ff;

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

/** The number of the chat of this name; -1 where there is no room for a new one. */
export function chatOf(start: i32, end: i32): i32 {
  const print = printOf(start, end);
  const at = find(print);
  const entry = load<u64>(at);
  if (entry !== 0) return <i32>(entry & NUMBER) - 1;
  if (known >= MOST_CHATS || newChats >= MOST_NEW_CHATS) return -1;
  store<u64>(at, (print & ~NUMBER) | (known + 1));
  store<u64>(PRINTS + (known << 3), print);
  store<i32>(NEW_CHATS + (newChats << 3), start);
  store<i32>(NEW_CHATS + (newChats << 3), end, 4);
  newChats++;
  known++;
  if (known * 3 > mask * 2) grow();
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
  let at = start;
  for (; at + 8 <= end; at += 8) print = mixed(print ^ load<u64>(at));
  if (at < end) {
    const tail = shortWord(at, end - at);
    print = mixed(print ^ i64x2.extract_lane(tail, 0));
  }
  print ^= print >> 32;
  return print | 1;
}

const FIRST: u64 = 0x9e37_79b9_7f4a_7c15;

function mixed(value: u64): u64 {
  const product = value * 0xd6e8_feb8_6659_fd93;
  return product ^ (product >> 29);
}
