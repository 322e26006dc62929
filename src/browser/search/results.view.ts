import type { SearchLabels } from '../../core/search/contents.ts';
import { KINDS, type Kind } from '../../core/search/kinds.ts';
import { type Html, html } from '../html.ts';
import type { FoundPage } from './site-search.ts';

/** The answers to a question; `root` is the address that theirs begin with. */
export function resultList(labels: SearchLabels, root: string, pages: readonly FoundPage[]): Html {
  return html`${pages.map(
    ({ path, kind, title, about }) =>
      html`<li><a href="${root}${path}" data-kind="${kind}"><small>${labels.kinds[kind]}</small><strong>${title}</strong>${about && html`<span>${about}</span>`}</a></li>`,
  )}`;
}

/** Buttons that narrow the answers to one kind, as far as they have several. */
export function kindFilter(labels: SearchLabels, pages: readonly FoundPage[], chosen: Kind | undefined): Html {
  const counts = new Map<Kind, number>();
  for (const { kind } of pages) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size < 2) return html``;
  const button = (kind: Kind | '', label: string, count: number) =>
    html`<button type="button" class="chip" data-only="${kind}" aria-pressed="${String(kind === (chosen ?? ''))}">${label} <span>${count}</span></button>`;
  const kinds = KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [button(kind, labels.kinds[kind], count)];
  });
  return html`${button('', labels.all, pages.length)}${kinds}`;
}

/** Where to go on when nothing was found. */
export function offers(labels: SearchLabels, root: string): Html {
  return html`${labels.offers.map(({ path, label }) => html`<li><a href="${root}${path}"><strong>${label}</strong></a></li>`)}`;
}
