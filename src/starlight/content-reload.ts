import { resolve } from 'node:path';
import type { EnvironmentModuleGraph, Plugin } from 'vite';
import { forgetKnowledge } from '../knowledge/index.ts';

/** While editing: a saved YAML or dictionary file shows in the browser at once, in prose and on drawn pages. */
export function reloadOnContentChange(): Plugin {
  const watched = [resolve('content'), resolve('i18n')];
  return {
    name: 'number-care:content-reload',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(watched);
      const reload = (file: string) => {
        if (!/\.(ya?ml|json)$/.test(file) || !watched.some((folder) => file.startsWith(folder))) return;
        forgetKnowledge();
        for (const { moduleGraph } of Object.values(server.environments)) forgetGuides(moduleGraph);
        server.ws.send({ type: 'full-reload' });
      };
      for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, reload);
    },
  };
}

/** Rule values are written into guides when these are turned into modules, so they must be turned anew. */
function forgetGuides(modules: EnvironmentModuleGraph): void {
  for (const [id, module] of modules.idToModuleMap) if (/\.md(\?|$)/.test(id)) modules.invalidateModule(module);
}
