import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Draws every page with our own frame instead of Starlight's: its styles, its scripts and its `main`
 * cannot be changed by overriding components, and weigh more than everything else on the page.
 */
export function ownPage(): Plugin {
  const page = fileURLToPath(new URL('./Page.astro', import.meta.url));
  return {
    name: 'number-care:own-page',
    enforce: 'pre',
    resolveId(source, importer) {
      const isStarlights = importer?.includes('@astrojs/starlight') && /(^|\/)Page\.astro$/.test(source);
      return isStarlights ? page : undefined;
    },
  };
}
