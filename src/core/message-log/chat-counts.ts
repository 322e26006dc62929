import type { LogView } from './log-view.ts';
import { chatAt, isOutgoing } from './timeline.ts';

/** What each chat had, by its number. */
export interface ChatCounts {
  /** Messages that count. */
  sent: Uint32Array;
  received: Uint32Array;
  /** Chats with messages that count. */
  chats: number;
  /** Places of first messages to somebody who had never been written to nor written before, in all of the log. */
  contacts: number[];
}

/** Groups are never new. */
export function countChats({
  store,
  timeline,
  from,
  to,
}: Pick<LogView, 'store' | 'timeline' | 'from' | 'to'>): ChatCounts {
  const sent = new Uint32Array(store.chats.count);
  const received = new Uint32Array(store.chats.count);
  const isKnown = new Uint8Array(store.chats.count);
  const contacts: number[] = [];
  let chats = 0;
  for (let k = 0; k < to; k++) {
    const chat = chatAt(timeline, k);
    const own = isOutgoing(timeline, k);
    if (isKnown[chat] === 0) {
      isKnown[chat] = 1;
      if (own && k >= from && !store.isGroup(chat)) contacts.push(k);
    }
    if (k < from) continue;
    const count = (sent[chat] ?? 0) + (received[chat] ?? 0);
    if (count === 0) chats++;
    if (own) sent[chat] = (sent[chat] ?? 0) + 1;
    else received[chat] = (received[chat] ?? 0) + 1;
  }
  return { sent, received, chats, contacts };
}
