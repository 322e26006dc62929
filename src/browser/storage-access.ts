import { type IncidentRecords, type StorageReason, storageFailure } from './incident-records.ts';

/** The way to the records; it is opened once, and a failure is remembered until somebody has seen it mended. */
export class StorageAccess {
  readonly #open: () => Promise<IncidentRecords>;
  #records: Promise<IncidentRecords> | undefined;
  /** Why the storage failed last. */
  failed: StorageReason | undefined;

  constructor(open: () => Promise<IncidentRecords>) {
    this.#open = open;
  }

  /** Whether the storage did it. */
  async attempt(work: (records: IncidentRecords) => Promise<void>): Promise<boolean> {
    try {
      this.#records ??= this.#open();
      await work(await this.#records);
      return true;
    } catch (error) {
      this.failed = storageFailure(error).reason;
      // Room may be made at any time; what is forbidden stays so.
      if (this.failed === 'full') await this.#records?.catch(() => this.#forget());
      return false;
    }
  }

  #forget(): void {
    this.#records = undefined;
  }
}
