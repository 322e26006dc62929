import { type Html, html } from '../../browser/html.ts';
import { basisOf, type RuleBasis } from '../../core/basis.ts';
import type { Day } from '../../core/calendar/day.ts';
import type { Format } from '../../core/format.ts';
import { fill } from '../../core/words.ts';
import { type EvidenceWords, evidenceBadge } from '../evidence/evidence.view.ts';

/** A rule that a result rests on, with its name and page. */
export interface NamedRule extends RuleBasis {
  title: string;
  href: string;
}

export interface BasisWords {
  why: string;
  checked: string;
  version: string;
  overdue: string;
  disputed: string;
  disputes: string;
}

export interface BasisProps {
  words: BasisWords;
  evidence: EvidenceWords;
  /** The version of the rules. */
  version: string;
  /** Where the disagreements are shown. */
  conflicts: string;
}

/** Under a result: how good its evidence is, when it was checked, by which rules; a caution where it is doubtful. */
export function basisView(props: BasisProps, format: Format, rules: readonly NamedRule[], today?: Day): Html {
  const { words, evidence, version, conflicts } = props;
  const basis = basisOf(rules, today);
  if (!basis) return html``;
  const { overdueSince, isDisputed } = basis;
  const doubts = [overdueSince !== undefined, isDisputed].filter(Boolean).length;
  return html`<div class="basis">
    <p class="footing">${evidenceBadge(evidence, basis.evidence, doubts)} · ${fill(words.checked, { date: format.date(basis.reviewed) })} · ${fill(words.version, { version })}</p>
    ${overdueSince && html`<p class="caution">${fill(words.overdue, { date: format.date(overdueSince) })}</p>`}
    ${isDisputed && html`<p class="footing">${words.disputed} <a href="${conflicts}">${words.disputes}</a></p>`}
    <details id="basis"><summary>${words.why}</summary><ul>${rules.map((rule) => html`<li><a href="${rule.href}">${rule.title}</a> ${evidenceBadge(evidence, rule.evidence)}</li>`)}</ul></details>
  </div>`;
}

/** The same for a file: how good, when checked, which version. */
export function basisCells({ evidence, version }: BasisProps, rules: readonly NamedRule[]): [string, string, string] {
  const basis = basisOf(rules);
  return [basis ? evidence.grades[basis.evidence] : '', basis?.reviewed ?? '', version];
}
