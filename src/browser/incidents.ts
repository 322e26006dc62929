import { type IncidentStore, openIncidentStore } from './incident-store.ts';

let opened: Promise<IncidentStore> | undefined;

/** The one store of the page, however many parts of the page work with it. */
export function incidents(): Promise<IncidentStore> {
  opened ??= openIncidentStore();
  return opened;
}
