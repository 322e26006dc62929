import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { localeOf, type MarkdownKnowledge } from './directive.ts';

/** Links are written without language and base path, `/rules/reply-ratio/`, and lead to the page's own language. */
export function localLinks(knowledge: MarkdownKnowledge) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'link', (node) => {
      if (node.url.startsWith('/')) node.url = knowledge.address(localeOf(file), node.url);
    });
  };
}
