/** Where everything lies in the memory that this module shares with the page. The first 4096 bytes are the compiler's. */

/** Answers of the last reading: one list a column, a place a message. */
export const BLOCK: i32 = 8192;
export const SECONDS: i32 = 0x1000;
export const CHATS: i32 = SECONDS + 4 * BLOCK;
export const FLAGS: i32 = CHATS + 4 * BLOCK;
export const LINES: i32 = FLAGS + 4 * BLOCK;
export const SHAPES_A: i32 = LINES + 4 * BLOCK;
export const SHAPES_B: i32 = SHAPES_A + 4 * BLOCK;
export const MILLIS: i32 = SHAPES_B + 4 * BLOCK;

/** For each byte: 1 for digits and ASCII letters. */
export const WORD_BYTES: i32 = MILLIS + 2 * BLOCK;
/** For each byte its lower case, as in the hash of shapes; letters of two bytes have a list of their own. */
export const PLAIN: i32 = WORD_BYTES + 256;
export const PAIRS: i32 = PLAIN + 256;
/** 17 masks: so many bytes of 16. */
export const MASKS: i32 = PAIRS + 0x2800;
/** A bit for each 12-bit print of how a stop word, or the name of a shortener, may begin. */
export const MARKS_LENGTH: i32 = 512;
export const BEGINNINGS: i32 = MASKS + 17 * 16;
export const SHORTENERS: i32 = BEGINNINGS + MARKS_LENGTH;
/** Words for the direction: 16 bytes, length, meaning. */
export const DIRECTIONS: i32 = SHORTENERS + MARKS_LENGTH;
/** Start and end of each cell of a row. */
export const CELLS: i32 = DIRECTIONS + 24 * 16;
/** Start and end of the names of chats that were met for the first time. */
export const NEW_CHATS: i32 = CELLS + 8 * 64;
export const MOST_NEW_CHATS: i32 = 1024;
/** Of the last few rows: the print of the chat's name, its start and its end; and where the row begins. */
export const AT_ONCE: i32 = 64;
export const NAMES: i32 = NEW_CHATS + 8 * MOST_NEW_CHATS;
export const STARTS: i32 = NAMES + 16 * AT_ONCE;

/** A text in lower case, folded; 16 zero bytes come before it. */
export const FOLDED: i32 = 0x40000;
export const LONGEST_TEXT: i32 = 0x8000;

/** Texts that were met: length, flags, both halves of the shape, and the text itself. */
export const KNOWN_TEXT: i32 = 256;
export const KNOWN_TEXTS: i32 = 0x49000;
export const MOST_KNOWN_TEXTS: i32 = 64;

/** The prints of the names of chats by their numbers, and the numbers by the prints. */
export const MOST_CHATS: i32 = 0x20000;
export const PRINTS: i32 = 0x50000;
export const KNOWN: i32 = PRINTS + 8 * MOST_CHATS;

/** What is read. */
export const INPUT: i32 = KNOWN + 8 * 2 * MOST_CHATS;
export const INPUT_LENGTH: i32 = 0x100000;
