import type { Paragraph, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Locale } from '../knowledge/schema.ts';
import { localeOf, type MarkdownKnowledge, place, stop } from './directive.ts';

type Draw = (node: ContainerDirective, file: VFile, locale: Locale, knowledge: MarkdownKnowledge) => void;

const CONTAINERS: Record<string, Draw> = {
  message: drawMessage,
  uncertain(node, _, locale, knowledge) {
    const title = element('p', { class: 'uncertain-title' }, [text(knowledge.title(locale, 'uncertain'))]);
    place(node, 'div', { class: 'uncertain', role: 'note' }, [title, ...node.children]);
  },
  steps(node, file) {
    const [list] = node.children;
    if (node.children.length !== 1 || list?.type !== 'list' || !list.ordered) {
      stop(file, node, { expected: 'one numbered list in :::steps', found: `${node.children.length} blocks` });
    }
    list.data = { hProperties: { class: 'playbook-steps' } };
    place(node, 'div', {}, node.children);
  },
};

export const CONTAINER_NAMES = Object.keys(CONTAINERS);

/** `:::message[caption]{verdict=good}`, `:::uncertain` and `:::steps` become parts of the page. */
export function containers(knowledge: MarkdownKnowledge) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'containerDirective', (node) => CONTAINERS[node.name]?.(node, file, localeOf(file), knowledge));
  };
}

function drawMessage(node: ContainerDirective, file: VFile, locale: Locale, knowledge: MarkdownKnowledge): void {
  const verdict = node.attributes?.['verdict'] ?? '';
  if (verdict !== 'good' && verdict !== 'bad') {
    stop(file, node, { expected: 'verdict=good or verdict=bad on :::message', found: `"${verdict}"` });
  }
  const [label, ...body] = node.children;
  if (!isLabel(label)) stop(file, node, { expected: 'a caption, :::message[caption]', found: 'none' });
  const mark = element('strong', {}, [
    text(knowledge.title(locale, verdict === 'good' ? 'goodMessage' : 'badMessage')),
  ]);
  const caption = element('figcaption', {}, [mark, text(' '), ...label.children]);
  place(node, 'figure', { class: 'message', 'data-shows': verdict === 'good' ? 'safe' : 'danger' }, [
    caption,
    element('div', { class: 'bubble' }, body),
  ]);
}

function isLabel(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}

/** A node that becomes that element: a paragraph only for the types of the tree. */
function element(tag: string, attributes: Record<string, string>, children: unknown[]): Paragraph {
  const data: object = { hName: tag, hProperties: attributes };
  return { type: 'paragraph', data, children: children as Paragraph['children'] };
}

function text(value: string) {
  return { type: 'text', value } as const;
}
