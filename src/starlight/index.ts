import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import type { AstroIntegration } from 'astro';
import { knowledge } from '../knowledge/index.ts';
import { assembly } from './assembly.ts';
import { reloadOnContentChange } from './content-reload.ts';
import { ownPage } from './own-page.ts';
import { ROUTES } from './routes.ts';
import { smallPreload } from './small-preload.ts';

/** Everything that makes a Starlight site Number Care: pages drawn from the rules, a layout of its own. */
export function numberCare(): StarlightPlugin {
  return {
    name: 'number-care',
    hooks: {
      'config:setup': ({ addIntegration }) => {
        // Faults in the content are told before anything is built.
        knowledge();
        addIntegration(pages());
      },
    },
  };
}

function pages(): AstroIntegration {
  return {
    name: 'number-care-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        for (const [pattern, file] of ROUTES) {
          injectRoute({ pattern, entrypoint: fileURLToPath(new URL(`../routes/${file}`, import.meta.url)) });
        }
        updateConfig({
          vite: {
            plugins: [ownPage(), assembly(), smallPreload(), reloadOnContentChange()],
            worker: { plugins: () => [assembly()] },
          },
        });
      },
    },
  };
}
