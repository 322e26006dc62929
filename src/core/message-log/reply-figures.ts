import { answeredWithin } from './answers.ts';
import { DAY, HOUR } from './civil.ts';
import type { FigureId, Found } from './figures.ts';
import { EXAMPLES, examplesOf, type LogView } from './log-view.ts';
import { chatAt } from './timeline.ts';

type ReplyFigure = Extract<
  FigureId,
  'replies-messages' | 'replies-answered' | 'unanswered-48h' | 'unanswered-48h-share'
>;

/** Who answers: by messages, by chats written to, and who did not answer in time; the days take note of it too. */
export function replyFigures(view: LogView): Record<ReplyFigure, Found> {
  const { out } = view;
  const sent = out.at.length;
  const replies = repliesByChat(view);
  const answers = answersByMessage(view);
  return {
    'replies-messages': {
      value: { over: replies.received * 100, under: sent },
      examples: examplesOf(view, replies.silent),
    },
    'replies-answered': {
      value: { over: answers.answered * 100, under: sent },
      examples: examplesOf(view, answers.open),
    },
    'unanswered-48h': {
      value: { over: answers.unanswered, under: 1 },
      when: answers.when,
      examples: examplesOf(view, answers.latest),
    },
    'unanswered-48h-share':
      answers.considered === 0
        ? {}
        : {
            value: { over: answers.unanswered * 100, under: answers.considered },
            when: answers.when,
            examples: examplesOf(view, answers.latest),
          },
  };
}

/** Incoming messages of chats that were written to, and the first message to each chat that did not write back. */
function repliesByChat({ timeline, from, to, chats }: LogView): { received: number; silent: number[] } {
  const { sent, received } = chats;
  let total = 0;
  const silent: number[] = [];
  for (let chat = 0; chat < sent.length; chat++) {
    if (sent[chat] === 0) continue;
    total += received[chat] ?? 0;
    if (received[chat] === 0) silent.push(chat);
  }
  silent.sort((a, b) => (sent[b] ?? 0) - (sent[a] ?? 0));
  const wanted = new Set(silent.slice(0, EXAMPLES));
  const first: number[] = [];
  for (let k = from; k < to && wanted.size > 0; k++) if (wanted.delete(chatAt(timeline, k))) first.push(k);
  return { received: total, silent: first };
}

interface Answers {
  answered: number;
  /** Of the last days: messages whose time has passed, and those of them without an answer. */
  considered: number;
  unanswered: number;
  when: { from: number; to: number };
  /** The first messages without an answer, and the last ones whose time has passed. */
  open: number[];
  latest: number[];
}

function answersByMessage({ store, rules, timeline, to, out, series }: LogView): Answers {
  const within = rules.answerHours * HOUR;
  const isAnswered = answeredWithin(timeline, store.chats.count, within);
  const end = timeline.at[to - 1] ?? 0;
  const when = { from: end - rules.recentDays * DAY, to: end };
  const passed = (timeline.at.at(-1) ?? 0) - within;
  const found: Answers = { answered: 0, considered: 0, unanswered: 0, when, open: [], latest: [] };
  const latest: number[] = [];
  for (let n = 0; n < out.at.length; n++) {
    const k = out.place[n] ?? 0;
    const at = out.at[n] ?? 0;
    const answered = isAnswered[k] ?? 0;
    const day = series.days[series.dayOf[k] ?? 0];
    found.answered += answered;
    if (day) day.answered += answered;
    if (answered === 0 && found.open.length < EXAMPLES) found.open.push(k);
    if (at > passed) continue;
    if (day) day.considered++;
    if (day) day.unanswered += 1 - answered;
    if (at < when.from) continue;
    found.considered++;
    if (answered === 1) continue;
    latest[found.unanswered % EXAMPLES] = k;
    found.unanswered++;
  }
  return { ...found, latest: latest.sort((a, b) => a - b) };
}
