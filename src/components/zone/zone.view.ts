import { Html, html } from '../../browser/html.ts';
import type { Zone } from '../../knowledge/schema.ts';

export type ZoneWords = Record<Zone | 'none', string>;

/** A zone told three ways at once: by shape, by word and by colour. */
export function zoneBadge(words: ZoneWords, zone: Zone | undefined): Html {
  return html`<span class="zone" data-shows="${zone ?? 'none'}">${zoneMark(zone)}${words[zone ?? 'none']}</span>`;
}

export function zoneMark(zone: Zone | undefined): Html {
  return html`<svg class="zone-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${new Html(SHAPES[zone ?? 'none'])}"/></svg>`;
}

/** A ring with a centre, a tick in a disc, a triangle, an octagon with a cross; a dash where nothing is judged. */
const SHAPES: Record<Zone | 'none', string> = {
  target:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0m0 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3m0 2.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2',
  safe: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0M7 11.6 3.6 8.2l1.4-1.4 2 2 4-4.2 1.4 1.4z',
  warning: 'M8 .8 16 15H0zM7.1 6v4.4h1.8V6zm0 5.4v1.8h1.8v-1.8z',
  danger:
    'M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM5.8 4.4 4.4 5.8 6.6 8l-2.2 2.2 1.4 1.4L8 9.4l2.2 2.2 1.4-1.4L9.4 8l2.2-2.2-1.4-1.4L8 6.6z',
  none: 'M2 7h12v2H2z',
};
