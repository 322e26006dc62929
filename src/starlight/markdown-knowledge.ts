import { readFileSync } from 'node:fs';
import { type Html, html } from '../browser/html.ts';
import { bandScale } from '../components/band-scale/band-scale.view.ts';
import { foldedConflict } from '../components/conflict/conflict.view.ts';
import { conflictView } from '../components/conflict/conflict-of.ts';
import { contextFor, type PageContext, withUnit, writeReference } from '../components/context.ts';
import { ruleFooting } from '../components/footing.ts';
import { PICTURES } from '../components/pictures/pictures.ts';
import { sourcesTable } from '../components/sources-table.ts';
import { isThere } from '../components/tool/tool-pages.ts';
import { didYouMean, nearestName } from '../knowledge/fault.ts';
import { type JoinedRule, type Knowledge, knowledge } from '../knowledge/index.ts';
import { parseReference } from '../knowledge/inline.ts';
import { referenceProblem } from '../knowledge/prose.ts';
import type { MarkdownKnowledge, Problem } from '../markdown/directive.ts';

type Drawn = { html: string } | { problem: Problem };
type Draw = (context: PageContext, all: Knowledge, name: string) => Drawn;

/** A block drawn from one rule. */
const ofRule =
  (draw: (context: PageContext, all: Knowledge, rule: JoinedRule) => Html): Draw =>
  (context, all, id) => {
    const rule = all.rules.get(id);
    return rule ? { html: draw(context, all, rule).markup } : unknown('the id of a rule', id, all.rules.keys());
  };

/** Blocks that a guide can ask for. */
const BLOCKS: Record<string, Draw> = {
  bands: ofRule((context, _, { bands = [], metric }) =>
    metric
      ? bandScale({ zones: context.words.zones, here: '' }, context.format, bands, withUnit(context, metric.unit))
      : html``,
  ),
  sources: ofRule(sourcesTable),
  conflicts: ofRule(
    (context, all, { conflicts }) =>
      html`${conflicts.map((conflict) => foldedConflict(context.words.conflicts, conflictView(context, all, conflict)))}`,
  ),
  evidence: ofRule((context, all, rule) => html`<p class="footing">${ruleFooting(context, all, rule)}</p>`),
  picture(context, all, name) {
    const draw = PICTURES[name];
    return draw ? { html: draw(context, all).markup } : unknown('the name of a picture', name, Object.keys(PICTURES));
  },
};

function unknown(expected: string, found: string, known: Iterable<string>): { problem: Problem } {
  const hint = didYouMean(found, known);
  return { problem: { expected, found: `"${found}"`, ...(hint && { hint }) } };
}

/** What the Markdown plugins may ask of the content. */
export function markdownKnowledge(base: string): MarkdownKnowledge {
  return {
    blockNames: Object.keys(BLOCKS),
    nearest: nearestName,
    isThere,
    textOf: (file) => readFileSync(file, 'utf8'),
    title: (locale, name) => contextFor(locale, base).words.guide[name],
    address: (locale, path) => contextFor(locale, base).link(path),
    ruleValue(locale, name, as) {
      const reference = parseReference(name, as);
      const problem = referenceProblem(knowledge().rules, reference);
      return problem ? { problem } : writeReference(contextFor(locale, base), knowledge().rules, reference);
    },
    block: (locale, block, name) =>
      BLOCKS[block]?.(contextFor(locale, base), knowledge(), name) ??
      unknown('the name of a block', block, Object.keys(BLOCKS)),
  };
}
