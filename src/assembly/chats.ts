import { shortWord } from './bytes';
import { KNOWN, KNOWN_SLOTS, MOST_NEW_CHATS, NEW_CHATS } from './layout';

/** How many names were met for the first time since the last call of `beginChats`. */
export let newChats: i32 = 0;
let known: i32 = 0;

export function beginChats(): void {
  newChats = 0;
}

/** The number of the chat of this name; -1 where there is no room for a new one. */
export function chatOf(start: i32, end: i32): i32 {
  const print = printOf(start, end);
  const mask = KNOWN_SLOTS - 1;
  let slot = <i32>(print >> 40) & mask;
  while (true) {
    const at = KNOWN + (slot << 4);
    const found = load<u64>(at);
    if (found === print) return load<i32>(at, 8);
    if (found === 0) return newChat(at, print, start, end);
    slot = (slot + 1) & mask;
  }
}

function newChat(at: i32, print: u64, start: i32, end: i32): i32 {
  if (known * 2 >= KNOWN_SLOTS || newChats >= MOST_NEW_CHATS) return -1;
  store<u64>(at, print);
  store<i32>(at, known, 8);
  store<i32>(NEW_CHATS + (newChats << 3), start);
  store<i32>(NEW_CHATS + (newChats << 3), end, 4);
  newChats++;
  return known++;
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
