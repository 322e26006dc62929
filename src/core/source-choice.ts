export type SourceFault = { reason: 'none-chosen' } | { reason: 'unknown-source'; id: string };

export type TypedSources =
  | { state: 'good'; value: readonly string[] }
  /** An unknown id leaves the default in force; nothing chosen leaves nothing to compute with. */
  | { state: 'bad'; value?: readonly string[]; fault: SourceFault };

/** Reads ids between commas. No such key in the address means all of them, the recommended choice. */
export function readSources(typed: string | undefined, known: readonly string[]): TypedSources {
  if (typed === undefined) return { state: 'good', value: known };
  const ids = typed
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) return { state: 'bad', fault: { reason: 'none-chosen' } };
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) return { state: 'bad', value: known, fault: { reason: 'unknown-source', id: unknown } };
  return { state: 'good', value: known.filter((id) => ids.includes(id)) };
}

/** What the address says for a choice: nothing for all, so that a source added later is followed too. */
export function writeSources(chosen: readonly string[], known: readonly string[]): string | undefined {
  return known.every((id) => chosen.includes(id)) ? undefined : chosen.join(',');
}
