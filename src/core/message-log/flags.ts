/** What is kept of a message besides time and chat: 32 bits. */

/** Bits 0–9: the single digits that the text offers. */
export const DIGITS = 0x3ff;
export const LINK = 1 << 10;
export const NOT_HTTPS = 1 << 11;
export const SHORTENER = 1 << 12;

/** Bits 13–16: what the text would be as a reply. 0: nothing special, 1: a stop word, 2 + d: the single digit d. */
const STOP_SHIFT = 13;
const STOP_BITS = 0xf;
export const STOP_NONE = 0;
export const STOP_WORD = 1;
export const STOP_DIGIT = 2;

/** The time is what a clock on a wall showed; which instant that was depends on the time zone. */
export const WALL = 1 << 17;
/** Day and month could stand in either order. */
export const EITHER_ORDER = 1 << 18;
const OUTGOING_SHIFT = 19;
export const OUTGOING = 1 << OUTGOING_SHIFT;
export const SHAPED = 1 << 20;

/** Bits 21–31: who sent it, in a chat export. */
const SENDER_SHIFT = 21;
export const SENDERS = 1 << 11;

/** 1 for an outgoing message, 0 for an incoming one; without a branch, which no processor could foresee. */
export function countOutgoing(flags: number): number {
  return (flags >>> OUTGOING_SHIFT) & 1;
}

export function stopBits(kind: number): number {
  return kind << STOP_SHIFT;
}

export function stopKind(flags: number): number {
  return (flags >>> STOP_SHIFT) & STOP_BITS;
}

export function senderBits(sender: number): number {
  return sender << SENDER_SHIFT;
}

export function senderOf(flags: number): number {
  return flags >>> SENDER_SHIFT;
}
