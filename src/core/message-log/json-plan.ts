import type { ColumnSample } from './column-samples.ts';
import { isComplete, mayHoldMessages } from './column-samples.ts';
import { type ColumnMapping, type ColumnRoles, recogniseColumns } from './columns.ts';
import { JsonPaths } from './json-paths.ts';
import { JsonReader } from './json-reader.ts';
import { RowFields } from './row-fields.ts';

export type JsonPlan =
  | { state: 'ready'; roles: ColumnRoles }
  | { state: 'needs-mapping'; columns: readonly ColumnSample[]; roles: ColumnRoles }
  /** No whole object is there yet; perhaps there is none at all. */
  | { state: 'unknown'; isSound: boolean }
  | { state: 'no-messages' };

/** Finds the fields of messages by the beginning of a JSON file. */
export function planJson(beginning: Uint8Array, isWhole: boolean, byHand: ColumnMapping): JsonPlan {
  let objects = 0;
  let isSound = true;
  const paths = new JsonPaths({}, true);
  const taker = {
    fields: new RowFields(),
    take: () => {
      objects++;
    },
    bad: () => {
      isSound = false;
    },
  };
  const reader = new JsonReader(taker, paths);
  reader.feed(beginning);
  if (isWhole) reader.end();
  if (objects === 0) return { state: 'unknown', isSound };
  const columns = paths.sampled();
  const roles = recogniseColumns(
    columns.map(({ name }) => name),
    byHand,
  );
  if (isComplete(columns, roles)) return { state: 'ready', roles };
  return mayHoldMessages(columns) ? { state: 'needs-mapping', columns, roles } : { state: 'no-messages' };
}
