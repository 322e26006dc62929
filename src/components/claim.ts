import { type Html, html } from '../browser/html.ts';
import type { JoinedClaim, Knowledge } from '../knowledge/index.ts';
import { type PageContext, plainText } from './context.ts';
import { evidenceBadge } from './evidence/evidence.view.ts';

/** One thing a source says, with how good its evidence is. */
export function claimItem({ locale, words }: PageContext, claim: JoinedClaim, more?: Html): Html {
  const { id, statement, evidence, note, caution } = claim;
  const warning =
    caution?.advise === 'never' &&
    html`<span class="stance" data-stance="record-only">${words.stances['record-only']}</span> · `;
  return html`<li class="claim" id="${id}"><p>${statement[locale]}</p>${note && html`<p class="note">${note[locale]}</p>`}<p class="footing">${warning}${evidenceBadge(words.evidence, evidence)}${more}</p></li>`;
}

/** A claim followed by the rules that use it, or by the reason why none does. */
export function claimWithUses(context: PageContext, { rules }: Knowledge, claim: JoinedClaim): Html {
  const { locale, words, link } = context;
  if (claim.unused) return claimItem(context, claim, html` · ${words.sources.unused} ${claim.unused[locale]}`);
  const users = claim.citedBy.flatMap((id) => rules.get(id) ?? []);
  const links = users.map((rule) => {
    const href = link(`/rules/${rule.id}/`);
    return html` · <a href="${href}">${plainText(context, rules, rule.title)}</a>`;
  });
  return claimItem(context, claim, html`${links}`);
}
