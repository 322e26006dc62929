import { createHash } from 'node:crypto';
import { type Tag, tagsOf } from './html-tags.ts';

/** The hashes of what stands in a page itself and is run or applied. */
export interface Inline {
  scripts: string[];
  styles: string[];
}

/** What the page may load and run: its own host's files, and of itself only what it was built with. */
export function contentSecurityPolicy({ scripts, styles }: Inline): string {
  const directives = {
    'default-src': ["'none'"],
    // The message log is read by WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts],
    'style-src': ["'self'", ...styles],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** What the policy has to say of a page, and what no policy can allow, so that it would silently not work. */
export function inspect(html: string): Inline & { forbidden: string[] } {
  const tags = [...tagsOf(html)];
  const forbidden = new Set(tags.flatMap(forbiddenAt));
  if (!CHARSET.test(html))
    forbidden.add('has no <meta charset="…"> behind which the content security policy can stand');
  return {
    scripts: distinctHashes(tags.filter(isInlineScript)),
    styles: distinctHashes(tags.filter(({ name }) => name === 'style')),
    forbidden: [...forbidden],
  };
}

/** The page with the policy in its head, before anything that the policy is about. */
export function secured(html: string, policy: string): string {
  const meta = `<meta http-equiv="${NAME}" content="${policy}">`;
  return html.replace(EARLIER_POLICY, '').replace(CHARSET, (charset) => charset + meta);
}

const NAME = 'content-security-policy';
const EARLIER_POLICY = new RegExp(`<meta http-equiv="${NAME}"[^>]*>`, 'g');
const CHARSET = /<meta charset="[^"]*"\s*\/?>/;

function forbiddenAt({ name, attributes }: Tag): string[] {
  return [...attributes]
    .filter(([attribute, value]) => attribute === 'style' || /^on/.test(attribute) || /^\s*javascript:/i.test(value))
    .map(([attribute, value]) => `has <${name} ${attribute}="${value}">, which the content security policy forbids`);
}

function isInlineScript({ name, attributes }: Tag): boolean {
  const isData = /^application\/(ld\+)?json$/.test(attributes.get('type') ?? '');
  return name === 'script' && !attributes.has('src') && !isData;
}

function distinctHashes(tags: readonly Tag[]): string[] {
  return [...new Set(tags.map(({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))].sort();
}
