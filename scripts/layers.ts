/** Who may import whom. A file belongs to the first layer that has a pattern for it. */
export interface Layer {
  name: string;
  files: string[];
  /** Files it may import. */
  uses: string[];
  /** Files of which it may import types, besides. */
  knows?: string[];
  /** Whether it may import whatever lies in its own folder. */
  ownFolder?: boolean;
  /** Packages it may import; `*` at the end stands for any ending. */
  packages?: string[];
  /** Packages of which it may import types, besides. */
  packageTypes?: string[];
}

/** What is compiled to WebAssembly: a language of its own. */
const ASSEMBLY = 'src/assembly/**';
const CORE = 'src/core/**';
const KNOWLEDGE = 'src/knowledge/**';
const SCHEMA = 'src/knowledge/schema.ts';
const MARKDOWN = 'src/markdown/**';
const TOOLS = 'src/tools/**';
const BROWSER = 'src/browser/**';
const COMPONENTS = 'src/components/**';
const ROUTES = 'src/routes/**';
const STARLIGHT = 'src/starlight/**';
/** The service worker's text is written out after the build. */
const OFFLINE_WORKER = 'src/browser/offline-worker.ts';
const ASSEMBLY_COMPILER = 'src/starlight/assembly.ts';
/** What every page does in the browser. */
const PAGE_CODE = 'src/starlight/page.ts';
const STYLES = 'src/styles/**';
const I18N = '{i18n,src/i18n}/**';
const COMPONENT_VIEWS = 'src/components/**/*.view.ts';
/** What makes text or HTML and never touches the page: server and browser draw with the same. */
const DRAWING = '{src/browser/**/{*.view,html*,svg*,format*}.ts,src/components/**/*.view.ts}';
const ASTRO_PACKAGES = ['astro', 'astro:*', '@astrojs/starlight', 'virtual:starlight/*'];

export const LAYERS: Layer[] = [
  { name: 'assembly', files: [ASSEMBLY], uses: [ASSEMBLY] },
  { name: 'core', files: [CORE], uses: [CORE], knows: [SCHEMA] },
  { name: 'knowledge', files: [KNOWLEDGE], uses: [KNOWLEDGE], packages: ['zod', 'yaml', 'node:*'] },
  {
    name: 'markdown',
    files: [MARKDOWN],
    uses: [MARKDOWN],
    knows: [KNOWLEDGE, CORE],
    packages: ['remark-directive', 'unist-util-visit', 'mdast-util-*', 'unified'],
    packageTypes: ['mdast', 'unist', 'vfile'],
  },
  {
    name: 'tools in the browser',
    files: ['src/tools/**/*.{element,view,worker}.ts'],
    uses: [CORE, BROWSER, COMPONENT_VIEWS],
    knows: [SCHEMA, I18N],
    ownFolder: true,
    packages: ['assembly:*'],
  },
  { name: 'views of components', files: [COMPONENT_VIEWS], uses: [CORE, DRAWING], knows: [SCHEMA, I18N] },
  {
    name: 'tools on the server',
    files: [TOOLS],
    uses: [CORE, KNOWLEDGE, I18N, DRAWING, COMPONENTS, TOOLS, STYLES],
    packages: ASTRO_PACKAGES,
  },
  {
    name: 'components',
    files: [COMPONENTS],
    uses: [CORE, KNOWLEDGE, I18N, DRAWING, COMPONENTS, TOOLS, STYLES],
    packages: ASTRO_PACKAGES,
  },
  {
    name: 'routes',
    files: [ROUTES],
    uses: [CORE, KNOWLEDGE, I18N, DRAWING, COMPONENTS, TOOLS, ROUTES, STYLES],
    packages: ASTRO_PACKAGES,
  },
  {
    name: 'browser',
    files: [BROWSER],
    uses: [CORE, BROWSER],
    knows: [SCHEMA, I18N],
    packages: ['idb-keyval', 'ical-generator', 'zod/mini'],
  },
  { name: 'every page in the browser', files: [PAGE_CODE], uses: [CORE, BROWSER, PAGE_CODE] },
  {
    name: 'starlight',
    files: [STARLIGHT],
    uses: [KNOWLEDGE, I18N, STARLIGHT, COMPONENTS, CORE, DRAWING, STYLES],
    knows: [MARKDOWN],
    packages: [...ASTRO_PACKAGES, 'assemblyscript/asc', 'node:*'],
    packageTypes: ['vite'],
  },
  { name: 'styles', files: [STYLES], uses: [STYLES] },
  { name: 'i18n', files: [I18N], uses: [I18N] },
  {
    name: 'scripts',
    files: ['scripts/**'],
    uses: [KNOWLEDGE, CORE, I18N, OFFLINE_WORKER, ASSEMBLY_COMPILER, 'scripts/**'],
    packages: ['*'],
  },
];

/** A script element of any .astro file runs in the browser, whatever the folder. */
export const PAGE_SCRIPT: Layer = {
  name: 'a page script',
  files: [],
  uses: [CORE, BROWSER, 'src/tools/**/*.element.ts'],
  ownFolder: true,
};

/** What one of these imports from its folder goes to the browser with it, and is judged like it. */
export const IN_BROWSER = 'tools in the browser';
