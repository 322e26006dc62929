import type { APIRoute } from 'astro';
import { html } from '../browser/html.ts';
import { changesOf } from '../components/changes.ts';
import { contextFor, plainText } from '../components/context.ts';
import { LANGUAGE_TAGS } from '../core/words.ts';
import { knowledge } from '../knowledge/index.ts';
import { localeOf, localePaths } from './paths.ts';

export const getStaticPaths = localePaths;

const LATEST = 100;

/** What has changed, for feed readers. Addresses are full where the site knows its own. */
export const GET: APIRoute = ({ params, site }) => {
  const context = contextFor(localeOf(params), import.meta.env.BASE_URL);
  const { words, link, locale } = context;
  const all = knowledge();
  const address = (path: string) => (site ? new URL(link(path), site).href : link(path));
  const items = changesOf(all)
    .slice(0, LATEST)
    .map(
      ({ date, rule, change }) =>
        html`<item><title>${plainText(context, all.rules, rule.title)}</title><link>${address(`/rules/${rule.id}/`)}</link><description>${plainText(context, all.rules, change)}</description><pubDate>${new Date(`${date}T00:00:00Z`).toUTCString()}</pubDate><guid isPermaLink="false">${rule.id}-${date}</guid></item>`,
    );
  const feed = html`<rss version="2.0"><channel><title>Number Care: ${words.changes.title}</title><link>${address('/changes/')}</link><description>${words.changes.lead}</description><language>${LANGUAGE_TAGS[locale]}</language>${items}</channel></rss>`;
  return new Response(`<?xml version="1.0" encoding="utf-8"?>\n${feed.markup}\n`, {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
