import type { Knowledge } from '../knowledge/index.ts';
import type { BasisProps, NamedRule } from './basis/basis.view.ts';
import { type PageContext, plainText } from './context.ts';

/** What a tool needs to say on what its results rest. */
export function basisProps({ words, link }: PageContext, { version }: Knowledge): BasisProps {
  return { words: words.tool.basis, evidence: words.evidence, version, conflicts: link('/conflicts/') };
}

/** A rule as a tool is handed it; one that is not there ends the build. */
export function namedRule(context: PageContext, { rules }: Knowledge, id: string): NamedRule {
  const rule = rules.get(id);
  if (!rule) throw new Error(`A tool rests on the rule "${id}", which is not in content/rules/.`);
  const { evidence, reviewed, reviewEvery, conflicts } = rule;
  return {
    title: plainText(context, rules, rule.title),
    href: context.link(`/rules/${id}/`),
    evidence,
    reviewed,
    reviewEvery,
    isDisputed: conflicts.length > 0,
  };
}
