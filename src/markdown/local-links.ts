import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { localeOf, type MarkdownKnowledge } from './directive.ts';

/** Links are written without language and base path, `/rules/reply-ratio/`, and lead to the page's own language. */
export function localLinks(knowledge: MarkdownKnowledge) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'link', (node, index, parent) => {
      if (!node.url.startsWith('/')) return;
      if (knowledge.isThere(node.url)) node.url = knowledge.address(localeOf(file), node.url);
      else if (parent && index !== undefined) parent.children.splice(index, 1, ...node.children);
    });
  };
}
