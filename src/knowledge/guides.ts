import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For each rule, the addresses of the guides that name it in a directive. */
export function rulesUsedInGuides(root: string): Map<string, string[]> {
  const docs = join(root, 'docs', 'en');
  const used = new Map<string, string[]>();
  for (const name of existsSync(docs) ? readdirSync(docs, { recursive: true, encoding: 'utf8' }).sort() : []) {
    if (!name.endsWith('.md')) continue;
    const address = `/${name.replaceAll('\\', '/').replace(/(\/?index)?\.md$/, '')}/`;
    for (const rule of rulesNamedIn(readFileSync(join(docs, name), 'utf8'))) {
      used.set(rule, [...(used.get(rule) ?? []), address]);
    }
  }
  return used;
}

function rulesNamedIn(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/:{1,2}[a-z]+\[([a-z0-9-]+)[.\]]/g)].flatMap((match) => match[1] ?? []));
}
