import { encode } from './bytes.ts';
import { type ColumnRoles, plainName, type Role } from './columns.ts';
import { directionReader } from './directions.ts';
import { TimeReader } from './time-reader.ts';

/** A column as it is shown to somebody who is asked what it holds. */
export interface ColumnSample {
  name: string;
  samples: readonly string[];
}

/** Whether a message can be made of these columns. */
export function isComplete(columns: readonly ColumnSample[], roles: ColumnRoles): boolean {
  const known = new Set(columns.map(({ name }) => plainName(name)));
  const has = (role: Role) => roles[role]?.some((name) => known.has(name)) ?? false;
  const hasDirection = (has('direction') && !isOtherType(columns, roles)) || has('outMark') || has('inMark');
  return has('time') && has('chat') && hasDirection;
}

/** A column named "type" may tell texts from pictures instead. */
function isOtherType(columns: readonly ColumnSample[], { direction = [] }: ColumnRoles): boolean {
  const [name = ''] = direction;
  if (!['type', 'tipo', 'тип'].includes(name)) return false;
  const samples =
    columns.find((column) => plainName(column.name) === name)?.samples.filter((sample) => sample !== '') ?? [];
  const words = directionReader(false);
  const isKnown = (sample: string) => words.read(encode(sample), 0, encode(sample).length) !== 'unknown';
  return samples.length > 0 && !samples.some(isKnown);
}

/** Whether columns of unknown names may hold messages at all: three are needed, and a time among them. */
export function mayHoldMessages(columns: readonly ColumnSample[]): boolean {
  return columns.length >= FEWEST_COLUMNS && columns.some(({ samples }) => samples.some(looksLikeTime));
}

export function looksLikeTime(cell: string): boolean {
  const bytes = encode(cell);
  const kind = new TimeReader().read(bytes, 0, bytes.length);
  return kind === 'wall' || kind === 'local' || (kind === 'instant' && /\D|^\d{9,}$/.test(cell));
}

/** Time, direction and chat. */
const FEWEST_COLUMNS = 3;
