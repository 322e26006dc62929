import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { type Fault, reportFaults } from './fault.ts';
import { type Import, importsOf } from './imports.ts';
import { IN_BROWSER, LAYERS, type Layer, PAGE_SCRIPT } from './layers.ts';
import { projectRoot } from './run.ts';

/** Every import that goes against the layers; `sources` are the files by their path from the root of the project. */
export function boundaryFaults(sources: ReadonlyMap<string, string>): Fault[] {
  const imports = new Map([...sources].map(([file, source]) => [file, importsOf(file, source)]));
  const goesToBrowser = filesForBrowser(imports);
  return [...imports].flatMap(([file, list]) => {
    const layer = goesToBrowser.has(file) ? layerNamed(IN_BROWSER) : layerOf(file);
    if (!layer) return [{ where: file, what: 'belongs to no layer: give its folder a place in scripts/layers.ts' }];
    return list.flatMap((one) => {
      const judge = one.inPageScript ? PAGE_SCRIPT : layer;
      return isAllowed(judge, file, one) ? [] : [{ where: `${file}:${one.line}`, what: describe(judge, one) }];
    });
  });
}

function isAllowed(layer: Layer, from: string, { file, specifier, isType }: Import): boolean {
  if (file === undefined) {
    const packages = [...(layer.packages ?? []), ...(isType ? (layer.packageTypes ?? []) : [])];
    return packages.some((name) => namesPackage(name, specifier));
  }
  if (layer.ownFolder && `${file}/`.startsWith(`${dirname(from)}/`)) return true;
  return fits(file, [...layer.uses, ...(isType ? (layer.knows ?? []) : [])]);
}

function describe(layer: Layer, { file, specifier, isType }: Import): string {
  const { uses, knows = [], packages = [], packageTypes = [], ownFolder } = layer;
  const allowed = [...(ownFolder ? ['its own folder'] : []), ...uses, ...packages];
  const types = [...knows, ...packageTypes];
  const what = `${layer.name} may not import ${isType ? 'types of ' : ''}${file ?? specifier}`;
  return `${what}; it may import ${allowed.join(', ')}${types.length > 0 ? `; types of ${types.join(', ')}` : ''}`;
}

/** The files of the tools that are loaded there, and what they load in turn. */
function filesForBrowser(imports: ReadonlyMap<string, Import[]>): Set<string> {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const one of imports.get(file) ?? []) {
      if (one.file && !one.isType && dirname(one.file) === dirname(file)) follow(one.file);
    }
  };
  for (const file of imports.keys()) if (layerOf(file)?.name === IN_BROWSER) follow(file);
  return found;
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.find(({ files }) => fits(file, files));
}

function layerNamed(wanted: string): Layer | undefined {
  return LAYERS.find(({ name }) => name === wanted);
}

function fits(file: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(file, pattern));
}

function namesPackage(pattern: string, specifier: string): boolean {
  if (pattern.endsWith('*')) return specifier.startsWith(pattern.slice(0, -1));
  return specifier === pattern || specifier.startsWith(`${pattern}/`);
}

/** Tests may reach for anything. */
function readSources(): Map<string, string> {
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
  const checked = files
    .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.test.ts') && !file.includes('/testing/'))
    .sort();
  return new Map(checked.map((file) => [file, readFileSync(join(projectRoot, file), 'utf8')]));
}

if (import.meta.main) {
  const sources = readSources();
  reportFaults(`Imports of ${sources.size} files`, boundaryFaults(sources));
}
