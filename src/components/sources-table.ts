import { type Html, html } from '../browser/html.ts';
import type { JoinedClaim, JoinedRule, Knowledge } from '../knowledge/index.ts';
import { claimItem } from './claim.ts';
import type { PageContext } from './context.ts';
import { sourceChip } from './source-chip/source-chip.view.ts';

/** What every source says about one rule, side by side. */
export function sourcesTable(context: PageContext, knowledge: Knowledge, rule: JoinedRule): Html {
  const { words, link } = context;
  const rows = [...knowledge.sources.values()].flatMap((source) => {
    const mine = (ids: readonly string[]) =>
      ids.flatMap((id) => knowledge.claims.get(id) ?? []).filter((claim) => claim.source === source.id);
    const supports = mine(rule.claims.for);
    const contradicts = mine(rule.claims.against);
    if (supports.length + contradicts.length === 0) return [];
    return [
      html`<div class="source-says"><h3>${sourceChip(source.name, link(`/sources/${source.id}/`))}</h3>
        ${claimList(context, supports)}
        ${contradicts.length > 0 && html`<h4>${words.rule.against}</h4>${claimList(context, contradicts)}`}</div>`,
    ];
  });
  return html`<div class="sources-table">${rows}</div>`;
}

function claimList(context: PageContext, claims: JoinedClaim[]): Html {
  const first = claims.slice(0, SHOWN);
  const rest = claims.slice(SHOWN);
  const list = (items: JoinedClaim[]) =>
    html`<ul class="claims">${items.map((claim) => claimItem(context, claim))}</ul>`;
  return html`${first.length > 0 && list(first)}${rest.length > 0 && html`<details><summary>${context.words.rule.moreClaims}</summary>${list(rest)}</details>`}`;
}

const SHOWN = 4;
