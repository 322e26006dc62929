import { chatAt, isOutgoing, type Timeline } from './timeline.ts';

/**
 * For each outgoing message whether an incoming one of its chat followed within the time given: 1 or 0. An answer has
 * a later time than the message; one incoming message answers every earlier one.
 */
export function answeredWithin(timeline: Timeline, chats: number, within: number): Uint8Array {
  const { at } = timeline;
  const answered = new Uint8Array(at.length);
  // Looking back from the end: the next incoming message of each chat, and the one after it, for messages of its time.
  const next = new Float64Array(chats).fill(Number.POSITIVE_INFINITY);
  const later = new Float64Array(chats).fill(Number.POSITIVE_INFINITY);
  for (let k = at.length - 1; k >= 0; k--) {
    const chat = chatAt(timeline, k);
    const instant = at[k] ?? 0;
    const incoming = next[chat] ?? 0;
    if (!isOutgoing(timeline, k)) {
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
