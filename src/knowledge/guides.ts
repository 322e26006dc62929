import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For each rule, the addresses of the guides that name it in a directive. */
export function rulesUsedInGuides(root: string): Map<string, string[]> {
  const used = new Map<string, string[]>();
  for (const [address, markdown] of guidesIn(root)) {
    for (const rule of rulesNamedIn(markdown)) used.set(rule, [...(used.get(rule) ?? []), address]);
  }
  return used;
}

/** The topics of each guide, the main one first, by its address; playbooks are about a time and not about a topic. */
export function guideTopics(root = 'content'): Map<string, string[]> {
  const guides = guidesIn(root).filter(([, markdown]) => !/^kind: *playbook$/m.test(markdown));
  return new Map(
    guides.map(([address, markdown]) => [address, /^topics: *\[(.*)\]/m.exec(markdown)?.[1]?.split(/, */) ?? []]),
  );
}

/** The addresses of all guides, without the language. */
export function guideAddresses(root: string): string[] {
  return guidesIn(root).map(([address]) => address);
}

/** Addresses and texts of all guides, in English. */
function guidesIn(root: string): [string, string][] {
  const docs = join(root, 'docs', 'en');
  const names = existsSync(docs) ? readdirSync(docs, { recursive: true, encoding: 'utf8' }).sort() : [];
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => [
      `/${name.replaceAll('\\', '/').replace(/(\/?index)?\.md$/, '')}/`,
      readFileSync(join(docs, name), 'utf8'),
    ]);
}

function rulesNamedIn(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/:{1,2}[a-z]+\[([a-z0-9-]+)[.\]]/g)].flatMap((match) => match[1] ?? []));
}

/** The title or description of a guide in one language, read from its front matter. */
export function guideText(locale: string, address: string, key: 'title' | 'description', root = 'content'): string {
  const file = join(root, 'docs', locale, `${address.replace(/^\/|\/$/g, '')}.md`);
  const line = new RegExp(`^${key}: *(.+)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1]?.trim() ?? address;
  return line.replace(/^(["'])(.*)\1$/, '$2');
}

/** The slugs of all guides. */
export function guideSlugs(root = 'content'): string[] {
  const folder = join(root, 'docs', 'en', 'guides');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : []));
}
