import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');
const PARTS = [
  'astro.config.mjs',
  'content.config.ts',
  'i18n',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];

export interface Copy {
  folder: string;
  freshContent(): void;
  remove(): void;
}

/** The site's own code with a tiny content of its own, to be built and edited for real. */
export function copySite(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'number-care-site-'));
  for (const part of PARTS) cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const freshContent = () => {
    rmSync(join(folder, 'content'), { recursive: true, force: true });
    cpSync(join(import.meta.dirname, 'fixture/content'), join(folder, 'content'), { recursive: true });
  };
  freshContent();
  return { folder, freshContent, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Not the test runner's own environment: it sets BASE_URL, which Astro would take for the site's base path. */
export function plainEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...more,
  };
}
