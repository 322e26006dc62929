import { OUTGOING } from './flags.ts';
import type { MessageStore } from './message-store.ts';
import type { Timeline } from './timeline.ts';

/** The messages of the timeline with which the number wrote to somebody for the first time. Groups are never new. */
export function firstContacts(store: MessageStore, { message }: Timeline): number[] {
  const isKnown = new Uint8Array(store.chats.count);
  const contacts: number[] = [];
  for (let k = 0; k < message.length; k++) {
    const index = message[k] ?? 0;
    const chat = store.chat[index] ?? 0;
    if (isKnown[chat] === 1) continue;
    isKnown[chat] = 1;
    if (((store.flags[index] ?? 0) & OUTGOING) !== 0 && !store.isGroup(chat)) contacts.push(k);
  }
  return contacts;
}
