import { resolve } from 'node:path';
import { rulesUsedInGuides } from './guides.ts';
import { join, type Knowledge } from './join.ts';
import { loadCollections } from './load.ts';

export type { JoinedClaim, JoinedRule, Knowledge } from './join.ts';

/** Reads a content folder anew. */
export function readKnowledge(root: string): Knowledge {
  return Object.freeze(join(loadCollections(root), rulesUsedInGuides(root)));
}

/**
 * The configuration and the pages each have a copy of this module; what was loaded is shared between them, so that
 * the content is read once, and forgotten everywhere at once.
 */
const loaded = Symbol.for('number-care.knowledge');
const shared = globalThis as { [loaded]?: Knowledge };

/** Everything the content says, read once. */
export function knowledge(): Knowledge {
  shared[loaded] ??= readKnowledge(resolve(process.env['CONTENT_DIR'] ?? 'content'));
  return shared[loaded];
}

/** Makes the next call of `knowledge` read the files again; for editing, when one of them has changed. */
export function forgetKnowledge(): void {
  delete shared[loaded];
}
