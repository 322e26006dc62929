import { describe, expect, it } from 'vitest';
import { boundaryFaults } from './boundaries.ts';
import { importsOf } from './imports.ts';

const faultsOf = (files: Record<string, string>) =>
  boundaryFaults(new Map(Object.entries(files))).map(({ where, what }) => `${where} ${what.split(';')[0]}`);

describe('imports are read', () => {
  it('in every form, with line, and whether only types are meant', () => {
    const source = [
      "import a, { type B } from 'one';",
      "import type { C } from './two.ts';",
      "import { type D, type E } from '../three.ts';",
      "import 'four';",
      "export * from './five.ts';",
      "export type { F } from './six.ts';",
      "const g = await import('./seven.ts?url');",
      "type H = import('eight').H;",
      "// import 'nine';",
      "const text = `import x from 'ten';`;",
    ].join('\n');
    expect(
      importsOf('src/core/x.ts', source).map(({ line, specifier, file, isType }) => [line, file ?? specifier, isType]),
    ).toEqual([
      [1, 'one', false],
      [2, 'src/core/two.ts', true],
      [3, 'src/three.ts', true],
      [4, 'four', false],
      [5, 'src/core/five.ts', false],
      [6, 'src/core/six.ts', true],
      [7, 'src/core/seven.ts', false],
      [8, 'eight', true],
    ]);
  });

  it('in both parts of an .astro file', () => {
    const source = "---\nimport A from './A.astro';\n---\n<A />\n<script>\n  import './b.element.ts';\n</script>\n";
    expect(importsOf('src/tools/x/x.astro', source)).toEqual([
      { line: 2, specifier: './A.astro', file: 'src/tools/x/A.astro', isType: false, inPageScript: false },
      { line: 6, specifier: './b.element.ts', file: 'src/tools/x/b.element.ts', isType: false, inPageScript: true },
    ]);
  });
});

describe('an import is allowed', () => {
  it.each([
    ['src/core/a.ts', "import { b } from './b.ts'; import type { Zone } from '../knowledge/schema.ts';"],
    ['src/knowledge/a.ts', "import { z } from 'zod'; import { join } from 'node:path'; import 'yaml';"],
    [
      'src/markdown/a.ts',
      "import { visit } from 'unist-util-visit'; import type { Root } from 'mdast'; import 'mdast-util-directive'; import type { K } from '../knowledge/index.ts';",
    ],
    [
      'src/tools/risk/risk.element.ts',
      "import './risk.view.ts'; import '../../core/risk.ts'; import '../../browser/share.ts'; import type { W } from '../../../i18n/words.ts';",
    ],
    [
      'src/tools/risk/risk.astro',
      "---\nimport { knowledge } from '../../knowledge/index.ts';\nimport en from '../../../i18n/en.json';\n---\n<script>import './risk.element.ts';</script>",
    ],
    [
      'src/routes/a.astro',
      "---\nimport { getImage } from 'astro:assets';\nimport { html } from '../browser/html.ts';\nimport C from '@astrojs/starlight/components';\n---\n",
    ],
    ['src/browser/store.ts', "import { update } from 'idb-keyval';"],
    ['scripts/a.ts', "import { chromium } from 'playwright-core'; import '../src/knowledge/index.ts';"],
  ])('in %s', (file, source) => {
    expect(faultsOf({ [file]: source })).toEqual([]);
  });
});

describe('an import is a fault', () => {
  it.each([
    [
      'src/core/a.ts',
      "import { ZONES } from '../knowledge/schema.ts';",
      'src/core/a.ts:1 core may not import src/knowledge/schema.ts',
    ],
    [
      'src/core/a.ts',
      "import type { K } from '../knowledge/join.ts';",
      'src/core/a.ts:1 core may not import types of src/knowledge/join.ts',
    ],
    ['src/core/a.ts', "import { readFileSync } from 'node:fs';", 'src/core/a.ts:1 core may not import node:fs'],
    [
      'src/knowledge/a.ts',
      "\nexport * from '../core/bands.ts';",
      'src/knowledge/a.ts:2 knowledge may not import src/core/bands.ts',
    ],
    [
      'src/markdown/a.ts',
      "import { knowledge } from '../knowledge/index.ts';",
      'src/markdown/a.ts:1 markdown may not import src/knowledge/index.ts',
    ],
    [
      'src/tools/risk/risk.element.ts',
      "import en from '../../../i18n/en.json';",
      'src/tools/risk/risk.element.ts:1 tools in the browser may not import i18n/en.json',
    ],
    [
      'src/tools/risk/risk.element.ts',
      "import '../warm-up/warm-up.view.ts';",
      'src/tools/risk/risk.element.ts:1 tools in the browser may not import src/tools/warm-up/warm-up.view.ts',
    ],
    [
      'src/tools/risk/risk.element.ts',
      "import 'astro:content';",
      'src/tools/risk/risk.element.ts:1 tools in the browser may not import astro:content',
    ],
    [
      'src/components/A.astro',
      "---\nimport '../browser/storage.ts';\n---\n",
      'src/components/A.astro:2 components may not import src/browser/storage.ts',
    ],
    [
      'src/components/A.astro',
      "<script>\nimport '../knowledge/index.ts';\n</script>",
      'src/components/A.astro:2 a page script may not import src/knowledge/index.ts',
    ],
    ['src/browser/a.ts', "import { z } from 'zod';", 'src/browser/a.ts:1 browser may not import zod'],
    [
      'src/starlight/a.ts',
      "import '../tools/risk/risk.view.ts';",
      'src/starlight/a.ts:1 starlight may not import src/tools/risk/risk.view.ts',
    ],
    ['scripts/a.ts', "import '../src/markdown/rule.ts';", 'scripts/a.ts:1 scripts may not import src/markdown/rule.ts'],
    ['src/elsewhere/a.ts', '', 'src/elsewhere/a.ts belongs to no layer: give its folder a place in scripts/layers.ts'],
  ])('in %s: %s', (file, source, fault) => {
    expect(faultsOf({ [file]: source })).toEqual([fault]);
  });

  it('where a file that an element loads forgets that it goes to the browser', () => {
    const words = "import { knowledge } from '../../knowledge/index.ts';";
    expect(faultsOf({ 'src/tools/risk/words.ts': words })).toEqual([]);
    expect(
      faultsOf({ 'src/tools/risk/words.ts': words, 'src/tools/risk/risk.element.ts': "import './words.ts';" }),
    ).toEqual(['src/tools/risk/words.ts:1 tools in the browser may not import src/knowledge/index.ts']);
  });
});
