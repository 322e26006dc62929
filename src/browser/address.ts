/** Inputs stand in the address after `#`, so that they never reach a server. */
export function readAddress(keys: readonly string[], { hash }: { hash: string } = location): Record<string, string> {
  const found = new URLSearchParams(hash.slice(1));
  return Object.fromEntries(keys.flatMap((key) => (found.has(key) ? [[key, found.get(key) ?? '']] : [])));
}

/** Rewrites the address without adding to the history. */
export function writeAddress(inputs: Record<string, string>): void {
  const hash = hashOf(inputs);
  if (hash !== location.hash) history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
}

/** Inputs as they stand in the address; nothing at all where there are none. */
export function hashOf(inputs: Record<string, string>): string {
  const written = new URLSearchParams(inputs);
  return written.size === 0 ? '' : `#${written.toString().replaceAll('%2C', ',')}`;
}
