import { OUTGOING } from './flags.ts';
import type { MessageStore } from './message-store.ts';
import type { Timeline } from './timeline.ts';

/**
 * For each outgoing message whether an incoming one of its chat followed within the time given: 1 or 0. An answer has
 * a later time than the message; one incoming message answers every earlier one.
 */
export function answeredWithin(store: MessageStore, { at, message }: Timeline, within: number): Uint8Array {
  const answered = new Uint8Array(at.length);
  // Looking back from the end: the next incoming message of each chat, and the one after it, for messages of its time.
  const next = new Float64Array(store.chats.count).fill(Number.POSITIVE_INFINITY);
  const later = new Float64Array(store.chats.count).fill(Number.POSITIVE_INFINITY);
  for (let k = at.length - 1; k >= 0; k--) {
    const index = message[k] ?? 0;
    const chat = store.chat[index] ?? 0;
    const instant = at[k] ?? 0;
    const incoming = next[chat] ?? 0;
    if (((store.flags[index] ?? 0) & OUTGOING) === 0) {
      if (instant < incoming) {
        later[chat] = incoming;
        next[chat] = instant;
      }
    } else {
      const answer = incoming > instant ? incoming : (later[chat] ?? 0);
      if (answer - instant <= within) answered[k] = 1;
    }
  }
  return answered;
}
