import { answeredWithin } from './answers.ts';
import { DAY, HOUR } from './civil.ts';
import type { FigureId, Found } from './figures.ts';
import { EXAMPLES, examplesOf, isOutgoing, type LogView } from './log-view.ts';

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

/** Incoming messages of chats that were written to, and the first message to each chat that never wrote back. */
function repliesByChat(view: LogView): { received: number; silent: number[] } {
  const { store, timeline, from, to } = view;
  const sentTo = new Uint32Array(store.chats.count);
  const receivedFrom = new Uint32Array(store.chats.count);
  const first = new Uint32Array(store.chats.count);
  for (let k = from; k < to; k++) {
    const chat = store.chat[timeline.message[k] ?? 0] ?? 0;
    if (!isOutgoing(view, k)) {
      receivedFrom[chat] = (receivedFrom[chat] ?? 0) + 1;
      continue;
    }
    if (sentTo[chat] === 0) first[chat] = k;
    sentTo[chat] = (sentTo[chat] ?? 0) + 1;
  }
  let received = 0;
  const silent: number[] = [];
  for (let chat = 0; chat < sentTo.length; chat++) {
    if (sentTo[chat] === 0) continue;
    received += receivedFrom[chat] ?? 0;
    if (receivedFrom[chat] === 0) silent.push(chat);
  }
  silent.sort((a, b) => (sentTo[b] ?? 0) - (sentTo[a] ?? 0));
  return { received, silent: silent.slice(0, EXAMPLES).map((chat) => first[chat] ?? 0) };
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
  const isAnswered = answeredWithin(store, timeline, within);
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
