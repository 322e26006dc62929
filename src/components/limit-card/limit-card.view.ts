import { type Html, html } from '../../browser/html.ts';
import type { Zone } from '../../knowledge/schema.ts';

export interface LimitCard {
  title: string;
  href: string;
  /** The limit as it is said: "30%", "under 30 an hour". */
  value: string;
  zone?: Zone;
  /** Who says so and how sure it is. */
  footing: Html;
}

/** One limit, large enough to be read from arm's length. */
export function limitCard({ title, href, value, zone, footing }: LimitCard): Html {
  return html`<article class="limit-card" data-shows="${zone ?? 'none'}"><h3><a href="${href}">${title}</a></h3><p class="limit">${value}</p><p class="footing">${footing}</p></article>`;
}
