import { dayFigures, judgeDay } from './day-figures.ts';
import {
  type FigureId,
  type Found,
  figureOf,
  type LogAnalysis,
  type LogFigure,
  type LogLinks,
  type MessageLogRules,
} from './figures.ts';
import { type LogChoice, type LogView, viewLog } from './log-view.ts';
import type { MessageStore } from './message-store.ts';
import { paceFigures } from './pace-figures.ts';
import { replyFigures } from './reply-figures.ts';
import { countLinks, textFigures } from './text-figures.ts';

/** Every figure of the log that was read; dates, zone and number can be chosen anew without reading again. */
export function analyseLog(store: MessageStore, rules: MessageLogRules, choice: LogChoice): LogAnalysis {
  const view = viewLog(store, rules, choice);
  const { timeline, from, to, out, series } = view;
  const sent = out.at.length;
  const links = countLinks(view);
  const found: Partial<Record<FigureId, Found>> = sent > 0 ? allFigures(view, links) : {};
  return {
    state: to <= from ? 'empty' : sent === 0 ? 'no-outgoing' : 'analysed',
    rowsRead: store.count,
    messages: to - from,
    sent,
    received: to - from - sent,
    chats: view.chats.chats,
    numbers: Array.from({ length: store.numbers.count }, (_, number) => store.numbers.text(number)),
    ...(to > from && { span: { from: timeline.at[from] ?? 0, to: timeline.at[to - 1] ?? 0 } }),
    figures: judgedFigures(rules, found),
    links,
    replies: {
      received: repliesIn(found['replies-messages']),
      answered: repliesIn(found['replies-answered']),
    },
    days: series.days
      .map((day) => ({ ...day, zone: judgeDay(rules, day, choice.registered).zone }))
      .sort((a, b) => a.day - b.day),
    hours: series.hours,
  };
}

/** A ratio is kept as hundredfold replies over messages. */
function repliesIn(ratio: Found | undefined): number {
  return (ratio?.value?.over ?? 0) / 100;
}

function allFigures(view: LogView, links: LogLinks): Record<FigureId, Found> {
  return { ...replyFigures(view), ...paceFigures(view), ...dayFigures(view), ...textFigures(view, links) };
}

function judgedFigures(rules: MessageLogRules, found: Partial<Record<FigureId, Found>>): Record<FigureId, LogFigure> {
  const figure = (id: FigureId) => figureOf(rules.figures[id], found[id] ?? {});
  return {
    'replies-messages': figure('replies-messages'),
    'replies-answered': figure('replies-answered'),
    'unanswered-48h': figure('unanswered-48h'),
    'unanswered-48h-share': figure('unanswered-48h-share'),
    'peak-hour': figure('peak-hour'),
    'peak-minute': figure('peak-minute'),
    'peak-day': figure('peak-day'),
    'active-window': figure('active-window'),
    'new-recipients-peak': figure('new-recipients-peak'),
    'identical-batch': figure('identical-batch'),
    'stop-ignored': figure('stop-ignored'),
    'links-share': figure('links-share'),
    'regular-spacing': figure('regular-spacing'),
  };
}
