/** A block of a `_headers` file, as Netlify and Cloudflare read it. */
export interface HeaderRule {
  path: RegExp;
  set: [name: string, value: string][];
  /** Names after `!`: what earlier blocks have set is taken away again. */
  unset: string[];
}

export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const rule = rules.at(-1);
    if (!/^\s/.test(line)) rules.push({ path: pathPattern(trimmed), set: [], unset: [] });
    else if (trimmed.startsWith('!')) rule?.unset.push(trimmed.slice(1).trim());
    else rule?.set.push(splitHeader(trimmed));
  }
  return rules;
}

/** The headers of every block that fits; the values of a name that is given twice are joined. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const headers = new Map<string, { name: string; values: string[] }>();
  for (const { set, unset } of rules.filter((rule) => rule.path.test(path))) {
    for (const name of unset) headers.delete(name.toLowerCase());
    for (const [name, value] of set) {
      const earlier = headers.get(name.toLowerCase())?.values ?? [];
      headers.set(name.toLowerCase(), { name, values: [...earlier, value] });
    }
  }
  return Object.fromEntries([...headers.values()].map(({ name, values }) => [name, values.join(', ')]));
}

/** `*` stands for anything, `:name` for one segment. */
function pathPattern(path: string): RegExp {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:[a-z]\w*/gi, '[^/]+');
  return new RegExp(`^${source}$`);
}

function splitHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}
