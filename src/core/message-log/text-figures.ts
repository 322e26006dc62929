import type { FigureId, Found, LogLinks } from './figures.ts';
import { LINK, NOT_HTTPS, SHORTENER } from './flags.ts';
import { ignoredStops } from './ignored-stops.ts';
import { examplesOf, type LogView } from './log-view.ts';

type TextFigure = Extract<FigureId, 'stop-ignored' | 'links-share'>;

/** What the texts show: messages after a stop word, and links. */
export function textFigures(view: LogView, links: LogLinks): Record<TextFigure, Found> {
  const ignored = ignoredStops(view.store, view.timeline).filter((k) => k >= view.from && k < view.to);
  return {
    'stop-ignored': { value: { over: ignored.length, under: 1 }, examples: examplesOf(view, ignored) },
    'links-share': {
      value: { over: links.messages * 100, under: view.out.at.length },
      examples: examplesOf(view, linksWorstFirst(view, links)),
    },
  };
}

export function countLinks({ store, timeline, out }: LogView): LogLinks {
  const links = { messages: 0, notHttps: 0, shorteners: 0 };
  for (let n = 0; n < out.place.length; n++) {
    const flags = store.flags[timeline.message[out.place[n] ?? 0] ?? 0] ?? 0;
    if ((flags & LINK) === 0) continue;
    links.messages++;
    if ((flags & NOT_HTTPS) !== 0) links.notHttps++;
    if ((flags & SHORTENER) !== 0) links.shorteners++;
  }
  return links;
}

/** Shorteners first, then links that are not https, then the rest. */
function* linksWorstFirst({ store, timeline, out }: LogView, links: LogLinks): Generator<number> {
  const kinds = [
    { bit: SHORTENER, worse: 0, count: links.shorteners },
    { bit: NOT_HTTPS, worse: SHORTENER, count: links.notHttps },
    { bit: LINK, worse: SHORTENER | NOT_HTTPS, count: links.messages },
  ];
  for (const { bit, worse, count } of kinds) {
    for (let n = 0; n < out.place.length && count > 0; n++) {
      const place = out.place[n] ?? 0;
      const flags = store.flags[timeline.message[place] ?? 0] ?? 0;
      if ((flags & bit) !== 0 && (flags & worse) === 0) yield place;
    }
  }
}
