import { resolve } from 'node:path';
import { rulesUsedInGuides } from './guides.ts';
import { join, type Knowledge } from './join.ts';
import { loadCollections } from './load.ts';

export type { JoinedClaim, JoinedRule, Knowledge } from './join.ts';

/** Reads a content folder anew. */
export function readKnowledge(root: string): Knowledge {
  return Object.freeze(join(loadCollections(root), rulesUsedInGuides(root)));
}

let loaded: Knowledge | undefined;

/** Everything the content says, read once. */
export function knowledge(): Knowledge {
  loaded ??= readKnowledge(resolve(process.env['CONTENT_DIR'] ?? 'content'));
  return loaded;
}

/** Makes the next call of `knowledge` read the files again; for editing, when one of them has changed. */
export function forgetKnowledge(): void {
  loaded = undefined;
}
