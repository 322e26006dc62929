import { mentions } from './chat-names.ts';
import { OUTGOING, senderOf } from './flags.ts';
import type { MessageStore, StoredFile } from './message-store.ts';

export type OwnSender = { state: 'known' } | { state: 'ask'; senders: string[] };

/**
 * Finds who of the senders in the chat exports is the number itself: the one found in all files, else the one whom the
 * file name does not mention. `chosen` is the answer of somebody who was asked.
 */
export function findOwnSender(store: MessageStore, chosen?: string): OwnSender {
  const exports = store.files.filter(({ senders = [] }) => senders.length > 0);
  const found = exports.map((file) => ({ file, self: ownSender(store, file, exports, chosen) }));
  if (found.some(({ self }) => self === undefined)) return { state: 'ask', senders: sendersOf(store, exports) };
  for (const { file, self } of found) {
    file.self = self ?? NOBODY;
    setDirections(store, file);
  }
  return { state: 'known' };
}

/** Where nobody in a file is the number itself. */
const NOBODY = -1;

function ownSender(
  store: MessageStore,
  file: StoredFile,
  exports: readonly StoredFile[],
  chosen?: string,
): number | undefined {
  const senders = file.senders ?? [];
  const nameOf = (sender: number) => store.senders.text(sender);
  if (chosen !== undefined) return senders.find((sender) => nameOf(sender) === chosen) ?? NOBODY;
  const common = senders.filter((sender) => exports.every((other) => other.senders?.includes(sender)));
  if (exports.length > 1 && common.length === 1) return common[0];
  const unmentioned = senders.filter((sender) => !mentions(file.name, nameOf(sender)));
  if (unmentioned.length === 1) return unmentioned[0];
  return unmentioned.length === 0 && senders.length === 1 ? NOBODY : undefined;
}

/** All senders, those in most files first. */
function sendersOf(store: MessageStore, exports: readonly StoredFile[]): string[] {
  const files = new Map<number, number>();
  for (const sender of exports.flatMap(({ senders = [] }) => senders)) files.set(sender, (files.get(sender) ?? 0) + 1);
  return [...files].sort(([, a], [, b]) => b - a).map(([sender]) => store.senders.text(sender));
}

function setDirections(store: MessageStore, { start, end, self }: StoredFile): void {
  for (let index = start; index < end; index++) {
    const { columns, at } = store.columnsOf(index);
    const own = columns.flags[at] ?? 0;
    columns.flags[at] = senderOf(own) === self ? own | OUTGOING : own & ~OUTGOING;
  }
}
