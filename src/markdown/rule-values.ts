import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Locale } from '../knowledge/schema.ts';
import { directiveText, localeOf, type MarkdownKnowledge, place, stop } from './directive.ts';

/** `:rule[reply-ratio.safe]` becomes the value in the page's own language, linked to the rule. */
export function ruleValues(knowledge: MarkdownKnowledge) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'textDirective', (node) => {
      if (node.name === 'rule') writeValue(node, file, localeOf(file), knowledge);
    });
  };
}

function writeValue(node: TextDirective, file: VFile, locale: Locale, knowledge: MarkdownKnowledge): void {
  const written = knowledge.ruleValue(locale, directiveText(node), node.attributes?.['as'] ?? undefined);
  if ('problem' in written) stop(file, node, written.problem);
  place(
    node,
    'a',
    { href: written.href, 'data-rule': written.rule, 'data-value': written.value, class: 'rule-value' },
    [{ type: 'text', value: written.text }],
  );
}
