import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { directiveText, localeOf, type MarkdownKnowledge, stop } from './directive.ts';

/** `::bands[reply-ratio]`, `::sources[reply-ratio]` and the like become blocks drawn from the data. */
export function dataBlocks(knowledge: MarkdownKnowledge) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'leafDirective', (node, index, parent) => {
      if (!knowledge.blockNames.includes(node.name)) return;
      const drawn = knowledge.block(localeOf(file), node.name, directiveText(node).trim());
      if ('problem' in drawn) stop(file, node, drawn.problem);
      if (parent && index !== undefined) parent.children[index] = { type: 'html', value: drawn.html };
    });
  };
}
