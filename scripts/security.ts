import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { basePath } from './base-path.ts';
import { contentSecurityPolicy, type Inline, inspect, secured } from './content-security.ts';
import { type Fault, reportFaults } from './fault.ts';
import { filesUnder } from './files-under.ts';
import { projectRoot } from './run.ts';

/** Gives every page of a built site its content security policy, and the host the headers to send. */
export function writeSecurity(folder: string, base: string): Fault[] {
  const faults: Fault[] = [];
  const all: Inline = { scripts: [], styles: [] };
  for (const file of filesUnder(folder).filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(folder, file), 'utf8');
    const { forbidden, ...inline } = inspect(html);
    faults.push(...forbidden.map((what) => ({ where: file, what })));
    writeFileSync(join(folder, file), secured(html, contentSecurityPolicy(inline)));
    all.scripts.push(...inline.scripts);
    all.styles.push(...inline.styles);
  }
  const distinct = { scripts: [...new Set(all.scripts)].sort(), styles: [...new Set(all.styles)].sort() };
  writeFileSync(join(folder, '_headers'), headersFile(base, distinct));
  return faults;
}

const FOREVER = 'Cache-Control: public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'Cache-Control: no-cache';

/** As Netlify and Cloudflare read it. No address is given the same header twice: hosts differ in what they make of it. */
export function headersFile(base: string, inline: Inline): string {
  const blocks: Record<string, string[]> = {
    '*': [
      // A meta element cannot say who may frame the page.
      `Content-Security-Policy: ${contentSecurityPolicy(inline)}; frame-ancestors 'none'`,
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: same-origin',
      'Cross-Origin-Opener-Policy: same-origin',
      'Permissions-Policy: camera=(), geolocation=(), microphone=()',
    ],
    'api/*': ['Access-Control-Allow-Origin: *'],
    '_astro/*': [FOREVER],
    'packs/*': [FOREVER],
    'sw.js': [ASK_EACH_TIME],
  };
  return Object.entries(blocks)
    .map(([path, headers]) => [`${base}${path}`, ...headers.map((header) => `  ${header}`)].join('\n').concat('\n'))
    .join('\n');
}

if (import.meta.main) {
  const faults = writeSecurity(join(projectRoot, 'dist'), basePath(process.env['BASE_PATH']));
  if (faults.length > 0) reportFaults('Content security of the pages', faults);
}
