import type { ExampleRow } from './figures.ts';
import { OUTGOING } from './flags.ts';
import { isShelved, type MessageStore, SEGMENT } from './message-store.ts';
import type { Spot } from './rows.ts';
import type { Walk } from './walk.ts';

/** Looks up what is shown of messages, each part of the log once. */
export function* lookUp(store: MessageStore, spots: Iterable<Spot>): Walk<(spot: Spot) => ExampleRow> {
  const wanted = [...spots].sort((a, b) => a.message - b.message);
  const rows = new Map<number, ExampleRow>();
  for (let k = 0; k < wanted.length; ) {
    const { segment, at: place } = store.segmentOf(wanted[k]?.message ?? 0);
    const { flags, line, chat } = isShelved(segment) ? yield segment : segment;
    const end = (wanted[k]?.message ?? 0) - place + SEGMENT;
    for (; k < wanted.length && (wanted[k]?.message ?? 0) < end; k++) {
      const { message = 0, at = 0 } = wanted[k] ?? {};
      const i = message % SEGMENT;
      rows.set(message, {
        file: store.files.findIndex(({ start, end }) => message >= start && message < end),
        line: line[i] ?? 0,
        at,
        direction: ((flags[i] ?? 0) & OUTGOING) === 0 ? 'in' : 'out',
        chat: store.chatName(chat[i] ?? 0),
      });
    }
  }
  return (spot) => {
    const row = rows.get(spot.message);
    if (!row) throw new Error(`Message ${spot.message} was not looked up.`);
    return row;
  };
}
