import type { APIRoute } from 'astro';
import { contextFor } from '../components/context.ts';
import { pageTitle } from '../components/page-title.ts';
import { LANGUAGE_TAGS } from '../core/words.ts';
import { localeOf, localePaths } from './paths.ts';

/** What a phone needs to keep the site among its apps. */
export const getStaticPaths = localePaths;

/** As `--paper` in the styles: the app has no colour of its own before the page is drawn. */
const PAPER = '#faf8f3';

export const GET: APIRoute = ({ params }) => {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const context = contextFor(localeOf(params), base);
  const shortcut = (path: string) => ({ name: pageTitle(context, path), url: context.link(path) });
  return Response.json({
    // One app, whatever the language it was installed in.
    id: base,
    scope: base,
    start_url: context.link('/'),
    lang: LANGUAGE_TAGS[context.locale],
    name: 'Number Care',
    description: context.words.home.lead,
    display: 'standalone',
    display_override: ['minimal-ui', 'standalone'],
    background_color: PAPER,
    theme_color: PAPER,
    icons: [
      { src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${base}icons/192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${base}icons/512.png`, sizes: '512x512', type: 'image/png' },
      { src: `${base}icons/maskable.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [shortcut('/recovery/'), shortcut('/tools/reply-ratio/')],
  });
};
