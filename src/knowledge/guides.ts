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

/** The title of a guide in one language, read from its front matter. */
export function guideTitle(locale: string, address: string, root = 'content'): string {
  const file = join(root, 'docs', locale, `${address.replace(/^\/|\/$/g, '')}.md`);
  const title = /^title: *(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]?.trim() ?? address;
  return title.replace(/^(["'])(.*)\1$/, '$2');
}
