import remarkDirective from 'remark-directive';
import { dataBlocks } from './blocks.ts';
import { containers } from './containers.ts';
import type { MarkdownKnowledge } from './directive.ts';
import { localLinks } from './local-links.ts';
import { ruleValues } from './rule-values.ts';
import { sameAnchors } from './same-anchors.ts';
import { unknownDirectives } from './unknown-directives.ts';

/** The plugins in the order in which they must run. */
export function remarkPlugins(knowledge: MarkdownKnowledge) {
  return [
    remarkDirective,
    () => sameAnchors(knowledge),
    () => unknownDirectives(knowledge),
    () => ruleValues(knowledge),
    () => dataBlocks(knowledge),
    () => containers(knowledge),
    () => localLinks(knowledge),
  ];
}
