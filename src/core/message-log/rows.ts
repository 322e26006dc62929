/** Messages one after another in the order of time, as many at once as fit into the nearest memory. */
export interface Rows {
  count: number;
  /** Which of all messages in this order the first of them is. */
  first: number;
  /** The part of them that counts; the rest of the log still tells who was answered and who was new. */
  from: number;
  to: number;
  /** The outgoing ones of those that count, so many of them. */
  sent: number;
  out: Uint16Array;
  /** When each one was, in milliseconds since 1970. */
  at: Float64Array;
  chat: Uint32Array;
  flags: Uint32Array;
  shapeA: Uint32Array;
  shapeB: Uint32Array;
  /** Where it is in the store. */
  message: Uint32Array;
  /** Which of the days of the log it is on, of those that count. */
  day: Uint16Array;
}

export const MOST_ROWS = 4096;

export function emptyRows(): Rows {
  return {
    count: 0,
    first: 0,
    from: 0,
    to: 0,
    sent: 0,
    out: new Uint16Array(MOST_ROWS),
    at: new Float64Array(MOST_ROWS),
    chat: new Uint32Array(MOST_ROWS),
    flags: new Uint32Array(MOST_ROWS),
    shapeA: new Uint32Array(MOST_ROWS),
    shapeB: new Uint32Array(MOST_ROWS),
    message: new Uint32Array(MOST_ROWS),
    day: new Uint16Array(MOST_ROWS),
  };
}

/** A message that will be shown: where it is in the store, and when it was. */
export interface Spot {
  message: number;
  at: number;
}

export function spotAt({ message, at }: Rows, k: number): Spot {
  return { message: message[k] ?? 0, at: at[k] ?? 0 };
}

/** How many messages are shown of a figure. */
export const EXAMPLES = 20;
