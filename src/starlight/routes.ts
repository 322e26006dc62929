/** Addresses that are drawn from the knowledge, and the file that draws each. */
export const ROUTES: readonly (readonly [pattern: string, file: string])[] = [
  ['/', 'language-chooser.astro'],
  ['/404', 'not-found.astro'],
  ['/[locale]', 'home.astro'],
  ['/[locale]/rules', 'rules.astro'],
  ['/[locale]/rules/[id]', 'rule.astro'],
  ['/[locale]/sources', 'sources.astro'],
  ['/[locale]/sources/[id]', 'source.astro'],
  ['/[locale]/conflicts', 'conflicts.astro'],
  ['/[locale]/glossary', 'glossary.astro'],
  ['/[locale]/tools/reply-ratio', 'reply-ratio.astro'],
  ['/[locale]/recovery', 'recovery.astro'],
  ['/[locale]/recovery/[id]', 'checklist.astro'],
  ['/[locale]/gallery', 'gallery.astro'],
  ['/api/v1/rules.json', 'rules.json.ts'],
  ['/api/v1/rules.schema.json', 'rules.schema.json.ts'],
  ['/llms.txt', 'llms.txt.ts'],
];
