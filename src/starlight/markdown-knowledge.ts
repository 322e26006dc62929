import { type Html, html } from '../browser/html.ts';
import { bandScale } from '../components/band-scale/band-scale.view.ts';
import { conflictPanel } from '../components/conflict/conflict.view.ts';
import { conflictView } from '../components/conflict/conflict-of.ts';
import { contextFor, type PageContext, withUnit, writeReference } from '../components/context.ts';
import { ruleFooting } from '../components/footing.ts';
import { sourcesTable } from '../components/sources-table.ts';
import { nearestName } from '../knowledge/fault.ts';
import { type JoinedRule, type Knowledge, knowledge } from '../knowledge/index.ts';
import { parseReference } from '../knowledge/inline.ts';
import { referenceProblem } from '../knowledge/prose.ts';
import type { MarkdownKnowledge } from '../markdown/directive.ts';

type Draw = (context: PageContext, all: Knowledge, rule: JoinedRule) => Html;

/** Blocks that a guide can ask for, each drawn from one rule. */
const BLOCKS: Record<string, Draw> = {
  bands: (context, _, { bands = [], metric }) =>
    metric
      ? bandScale({ zones: context.words.zones, here: '' }, context.format, bands, withUnit(context, metric.unit))
      : html``,
  sources: (context, all, rule) => sourcesTable(context, all, rule),
  conflicts: (context, all, { conflicts }) =>
    html`${conflicts.map((conflict) => conflictPanel(context.words.conflicts, 3, conflictView(context, all, conflict)))}`,
  evidence: (context, all, rule) => html`<p class="footing">${ruleFooting(context, all, rule)}</p>`,
};

/** What the Markdown plugins may ask of the content. */
export function markdownKnowledge(base: string): MarkdownKnowledge {
  const unknownRule = (id: string) => {
    const nearest = nearestName(id, knowledge().rules.keys());
    return {
      problem: {
        expected: 'the id of a rule',
        found: `"${id}"`,
        ...(nearest && { hint: `Did you mean "${nearest}"?` }),
      },
    };
  };
  return {
    blockNames: Object.keys(BLOCKS),
    nearest: nearestName,
    address: (locale, path) => contextFor(locale, base).link(path),
    ruleValue(locale, name, as) {
      const reference = parseReference(name, as);
      const problem = referenceProblem(knowledge().rules, reference);
      return problem ? { problem } : writeReference(contextFor(locale, base), knowledge().rules, reference);
    },
    block(locale, block, id) {
      const rule = knowledge().rules.get(id);
      const draw = BLOCKS[block];
      if (!rule || !draw) return unknownRule(id);
      return { html: draw(contextFor(locale, base), knowledge(), rule).markup };
    },
  };
}
