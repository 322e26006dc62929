import type { Plugin } from 'vite';

/**
 * Vite's own way of loading code on demand waits for style sheets and reports failures; no code of ours brings styles
 * of its own, and the rest weighs less than a tenth. What the code needs is still asked for together with it.
 */
export function smallPreload(): Plugin {
  let base = '/';
  return {
    name: 'number-care:small-preload',
    enforce: 'pre',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => `export function __vitePreload(load, files) {
        for (const file of files ?? []) {
          const href = ${JSON.stringify(base)} + file;
          document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
        }
        return load();
      }`,
    },
  };
}
