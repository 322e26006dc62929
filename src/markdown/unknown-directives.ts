import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { CONTAINER_NAMES } from './containers.ts';
import { type MarkdownKnowledge, stop } from './directive.ts';

const ASIDES = ['note', 'tip', 'caution', 'danger'];
const CONTAINERS = [...ASIDES, ...CONTAINER_NAMES];

/** A directive nobody knows ends the build instead of vanishing from the page. */
export function unknownDirectives(knowledge: MarkdownKnowledge) {
  const known = {
    textDirective: { mark: ':', names: ['rule'] },
    leafDirective: { mark: '::', names: [...knowledge.blockNames] },
    containerDirective: { mark: ':::', names: CONTAINERS },
  };
  return (tree: Root, file: VFile) => {
    visit(tree, ['textDirective', 'leafDirective', 'containerDirective'], (node) => {
      if (!('name' in node) || !(node.type in known)) return;
      const { mark, names } = known[node.type as keyof typeof known];
      // A colon inside plain words, such as "10:30", is read as a directive with a name of digits.
      if (names.includes(node.name) || /^\d/.test(node.name)) return;
      const near = knowledge.nearest(node.name, names);
      stop(file, node as Parameters<typeof stop>[1], {
        expected: `one of ${names.map((name) => mark + name).join(', ')}`,
        found: `"${mark}${node.name}"`,
        ...(near && { hint: `Did you mean "${mark}${near}"?` }),
      });
    });
  };
}
