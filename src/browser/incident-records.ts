/** Where incidents are kept: records by key, and a place for those that turned out to be damaged. */
export interface IncidentRecords {
  readAll(): Promise<StoredRecord[]>;
  read(key: string): Promise<unknown>;
  /** One transaction: reads the record, lets `change` say what to write, and writes it. */
  update(key: string, change: (stored: unknown) => Writes): Promise<void>;
  readSetAside(): Promise<StoredRecord[]>;
  forgetSetAside(): Promise<void>;
}

export interface StoredRecord {
  key: string;
  value: unknown;
}

export interface Writes {
  put?: unknown;
  remove?: boolean;
  setAside?: StoredRecord;
}

export type StorageReason = 'full' | 'forbidden' | 'broken' | 'newer-version';

/** The storage of the browser did not take or give what was asked. */
export class StorageFailure extends Error {
  override name = 'StorageFailure';
  readonly reason: StorageReason;
  constructor(reason: StorageReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const REASONS: Record<string, StorageReason> = {
  QuotaExceededError: 'full',
  SecurityError: 'forbidden',
  InvalidStateError: 'forbidden',
  NotAllowedError: 'forbidden',
};

export function storageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const name = error instanceof Error ? error.name : '';
  return new StorageFailure(REASONS[name] ?? 'broken', error);
}
