import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { localeOf, type MarkdownKnowledge } from './directive.ts';

/** Headings have the anchors of the English page in every language, so that whoever switches language stays in place. */
export function sameAnchors(knowledge: MarkdownKnowledge) {
  return (tree: Root, file: VFile) => {
    const english = file.path.replace(/([\\/]docs[\\/])\w+(?=[\\/])/, '$1en');
    const anchors = anchorsOf(localeOf(file) === 'en' ? String(file.value) : knowledge.textOf(english));
    let index = 0;
    visit(tree, 'heading', (heading) => {
      const id = anchors[index++];
      if (id !== undefined) heading.data = { ...heading.data, hProperties: { id } };
    });
  };
}

/** Front matter has no line that begins with a number sign and a space. */
export function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return [...markdown.matchAll(/^#{2,6} +(.+)$/gm)].map(([, heading = '']) => {
    const words = heading.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu) ?? [];
    const anchor = words.join('-').replace(/[’']/g, '');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}
