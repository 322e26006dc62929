import { StorageFailure, storageFailure } from './incident-records.ts';

export const INCIDENTS = 'incidents';
export const SET_ASIDE = 'set-aside';
/** On which tabs tell each other of changes. */
export const CHANNEL = 'number-care-incidents';
/** Some browsers never answer; then the page goes on without storage. */
const PATIENCE = 5000;

export function connect(name = 'number-care'): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const timer = setTimeout(() => reject(new StorageFailure('broken')), PATIENCE);
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(INCIDENTS);
      request.result.createObjectStore(SET_ASIDE, { autoIncrement: true });
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  }).catch((error: unknown) => {
    throw error instanceof ReferenceError || error instanceof TypeError
      ? new StorageFailure('forbidden', error)
      : storageFailure(error);
  });
}

/** Whether there is something to show or to say: an incident, a damaged record, or storage that does not work. */
export async function isAnythingKept(): Promise<boolean> {
  try {
    const connection = await connect();
    const transaction = connection.transaction([INCIDENTS, SET_ASIDE], 'readonly');
    const counts = [INCIDENTS, SET_ASIDE].map((name) => transaction.objectStore(name).count());
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
    });
    connection.close();
    return counts.some(({ result }) => result > 0);
  } catch {
    return true;
  }
}
