import type { RowFields } from './row-fields.ts';
import { ACTION, KIND, NOTICE } from './row-fields.ts';
import { WordReader } from './word-reader.ts';

/** Whether a vendor's row tells of a reaction, a deletion, an edit or the like, and is no message itself. */
export class NoticeReader {
  readonly #kinds = new WordReader((word) => KINDS.get(word.replace(/[\s_-]/g, '')) ?? 'message', 'message');

  isNotice(bytes: Uint8Array, fields: RowFields): boolean {
    if (fields.has(NOTICE)) return true;
    const kind = this.#read(bytes, fields, KIND);
    if (kind !== 'action') return kind === 'notice';
    return fields.has(ACTION) ? this.#read(bytes, fields, ACTION) === 'notice' : true;
  }

  #read(bytes: Uint8Array, fields: RowFields, place: number): 'message' | 'notice' | 'action' {
    return fields.has(place) ? this.#kinds.read(bytes, fields.start(place), fields.end(place)) : 'message';
  }
}

const KINDS = new Map<string, 'notice' | 'action'>([
  ...['reaction', 'reactionmessage'].map((word) => [word, 'notice'] as const),
  ...['delete', 'deleted', 'deletedmessage', 'revoke', 'revoked'].map((word) => [word, 'notice'] as const),
  ...['edit', 'editedmessage'].map((word) => [word, 'notice'] as const),
  ...['system', 'notification', 'protocol', 'ephemeral'].map((word) => [word, 'notice'] as const),
  ['action', 'action'],
]);
