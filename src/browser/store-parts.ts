import { openTabChannel, type TabChannel } from './incident-channel.ts';
import { openIncidentDatabase } from './incident-database.ts';
import type { IncidentRecords } from './incident-records.ts';

/** What the store of incidents needs of the world around it. */
export interface StoreParts {
  openRecords(): Promise<IncidentRecords>;
  channel: TabChannel;
  newId(): string;
  now(): number;
  /** Asks the browser to keep the data when space runs short. */
  persist(): Promise<boolean>;
}

export function browserParts(): StoreParts {
  return {
    openRecords: () => openIncidentDatabase(),
    channel: openTabChannel(),
    newId,
    now: () => Date.now(),
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
  };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Short, because it stands in links; eight characters are enough for all entries of one incident. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
