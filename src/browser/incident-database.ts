import { connect, INCIDENTS, SET_ASIDE } from './incident-connection.ts';
import { type IncidentRecords, type StoredRecord, storageFailure, type Writes } from './incident-records.ts';

/** Opens the database. Every call fails with a `StorageFailure` or not at all. */
export async function openIncidentDatabase(name?: string): Promise<IncidentRecords> {
  let connection = await connect(name);
  const run = async <T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> => {
    try {
      return await inTransaction(connection, mode, work).catch(async (error: unknown) => {
        if (!isClosed(error)) throw error;
        connection = await connect(name);
        return inTransaction(connection, mode, work);
      });
    } catch (error) {
      throw storageFailure(error);
    }
  };
  return {
    readAll: () => run('readonly', readEntries),
    read: (key) =>
      run<unknown>('readonly', (transaction, give) => ask(transaction.objectStore(INCIDENTS).get(key), give)),
    update: (key, change) =>
      run('readwrite', (transaction, give, fail) =>
        ask(transaction.objectStore(INCIDENTS).get(key), (stored) => {
          try {
            give(write(transaction, key, change(stored)));
          } catch (error) {
            fail(error);
          }
        }),
      ),
    readSetAside: () =>
      run<StoredRecord[]>('readonly', (transaction, give) => ask(transaction.objectStore(SET_ASIDE).getAll(), give)),
    forgetSetAside: () =>
      run('readwrite', (transaction, give) => ask(transaction.objectStore(SET_ASIDE).clear(), give)),
  };
}

function readEntries(transaction: IDBTransaction, give: (records: StoredRecord[]) => void): void {
  const store = transaction.objectStore(INCIDENTS);
  ask(store.getAllKeys(), (keys) =>
    ask(store.getAll(), (values) => give(keys.map((key, index) => ({ key: String(key), value: values[index] })))),
  );
}

function write(transaction: IDBTransaction, key: string, { put, remove, setAside }: Writes): void {
  if (setAside) transaction.objectStore(SET_ASIDE).add(setAside);
  if (remove) transaction.objectStore(INCIDENTS).delete(key);
  if (put !== undefined) transaction.objectStore(INCIDENTS).put(put, key);
}

function ask<T>(request: IDBRequest<T>, then: (result: T) => void): void {
  request.onsuccess = () => then(request.result);
}

/** Browsers close connections at any time, for instance while the page was asleep. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

type Work<T> = (transaction: IDBTransaction, give: (value: T) => void, fail: (error: unknown) => void) => void;

/** Strict durability: what was reported as saved survives a browser that is killed right after. */
function inTransaction<T>(connection: IDBDatabase, mode: IDBTransactionMode, work: Work<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = connection.transaction([INCIDENTS, SET_ASIDE], mode, { durability: 'strict' });
    const fail = (error: unknown) => {
      reject(error);
      transaction.abort();
    };
    work(
      transaction,
      (value) => {
        transaction.oncomplete = () => resolve(value);
      },
      fail,
    );
    transaction.onabort = () => reject(transaction.error);
  });
}
