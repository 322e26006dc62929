import { AnswerWatch } from './answer-watch.ts';
import { ChatWatch } from './chat-watch.ts';
import { DAY, HOUR, MINUTE, SECOND } from './civil.ts';
import { dayFigures, judgeDay } from './day-figures.ts';
import { DayWatch } from './day-watch.ts';
import { lookUp } from './example-rows.ts';
import {
  type ExampleRow,
  type FigureId,
  type Found,
  figureOf,
  type LogAnalysis,
  type LogChoice,
  type LogFigure,
  type MessageLogRules,
} from './figures.ts';
import { LinkWatch } from './link-watch.ts';
import type { MessageStore } from './message-store.ts';
import { PaceWatch, type Stretch } from './pace-watch.ts';
import { longestRun, RegularWatch, type ShownRun } from './regular-run.ts';
import type { Rows, Spot } from './rows.ts';
import type { SpacingRule } from './spacing.ts';
import { StopWatch } from './stop-watch.ts';
import { findRoute, type Route, type Walk, walk } from './walk.ts';
import { type ZoneClock, zoneClock } from './zone.ts';

/** Every figure of a log that is in memory as a whole. */
export function analyseLog(store: MessageStore, rules: MessageLogRules, choice: LogChoice): LogAnalysis {
  const step = analysis(store, rules, choice).next();
  if (!step.done) throw new Error('A part of the log was put aside.');
  return step.value;
}

/** The same of a log of which parts may have been put aside. */
export async function analyseShelvedLog(
  store: MessageStore,
  rules: MessageLogRules,
  choice: LogChoice,
): Promise<LogAnalysis> {
  const work = analysis(store, rules, choice);
  let step = work.next();
  while (!step.done) step = work.next(await step.value.fetch());
  return step.value;
}

/** Every figure of the log that was read; dates, zone and number can be chosen anew without reading again. */
function* analysis(store: MessageStore, rules: MessageLogRules, choice: LogChoice): Walk<LogAnalysis> {
  const { timeZone, range, number, registered } = choice;
  const clock = clockOf(store, timeZone);
  const route = yield* findRoute({
    store,
    clock,
    ...(number !== undefined && { number: numberNamed(store, number) }),
    from: range ? clock.instantOf(range.from * DAY) : Number.NEGATIVE_INFINITY,
    to: range ? clock.instantOf((range.to + 1) * DAY) : Number.POSITIVE_INFINITY,
  });
  const spacing = { ...rules.spacing, under: rules.spacing.underMinutes * MINUTE };
  const look = new Look(route, rules, spacing);
  yield* walk(route, (rows) => look.see(rows));
  const run = yield* longestRun(route, look.regular.finish(), spacing);
  const found: Partial<Record<FigureId, Found>> = look.sent > 0 ? look.figures(run, registered) : {};
  const rowOf = yield* lookUp(
    store,
    Object.values(found).flatMap(({ spots = [] }) => spots),
  );
  return {
    state: look.messages === 0 ? 'empty' : look.sent === 0 ? 'no-outgoing' : 'analysed',
    rowsRead: store.messages,
    messages: look.messages,
    sent: look.sent,
    received: look.messages - look.sent,
    chats: look.chats.chats,
    numbers: Array.from({ length: store.numbers.count }, (_, index) => store.numbers.text(index)),
    ...(look.messages > 0 && { span: { from: look.first, to: route.lastCounted } }),
    figures: judgedFigures(rules, found, rowOf),
    links: look.links.links,
    replies: {
      received: repliesIn(found['replies-messages']),
      answered: repliesIn(found['replies-answered']),
    },
    days: look.days.days
      .map((day) => ({ ...day, zone: judgeDay(rules, day, registered).zone }))
      .sort((a, b) => a.day - b.day),
    hours: look.days.hours,
  };
}

/** All that is watched while the messages go by, once, in the order of time. */
class Look {
  /** Messages that count, and the first instant of them. */
  messages = 0;
  first = 0;
  readonly days: DayWatch;
  readonly chats: ChatWatch;
  readonly links = new LinkWatch();
  readonly regular: RegularWatch;
  readonly #answers: AnswerWatch;
  readonly #pace = new PaceWatch();
  readonly #stops: StopWatch;
  readonly #rules: MessageLogRules;

  constructor({ store, clock, last, lastCounted }: Route, rules: MessageLogRules, spacing: SpacingRule) {
    const { answerHours, recentDays } = rules;
    const { count } = store.chats;
    this.#rules = rules;
    this.days = new DayWatch(clock);
    this.chats = new ChatWatch(store, (spot, day) => this.days.meet(spot, day));
    this.#answers = new AnswerWatch(count, this.days.days, {
      within: answerHours * HOUR,
      recentDays,
      end: lastCounted,
      last,
    });
    this.#stops = new StopWatch(count);
    this.regular = new RegularWatch(spacing);
  }

  see(rows: Rows): boolean {
    if (this.messages === 0 && rows.to > rows.from) this.first = rows.at[rows.from] ?? 0;
    this.messages += rows.to - rows.from;
    this.days.see(rows);
    this.chats.see(rows);
    this.#answers.see(rows);
    this.#pace.see(rows);
    this.#stops.see(rows);
    this.links.see(rows);
    this.regular.see(rows);
    return true;
  }

  get sent(): number {
    return this.days.days.reduce((sum, { sent }) => sum + sent, 0);
  }

  figures(run: ShownRun | undefined, registered?: number): Record<FigureId, Found> {
    return {
      ...this.#replies(),
      ...this.#paces(),
      'regular-spacing': run
        ? { value: { over: run.gaps, under: 1 }, when: run.when, spots: run.spots }
        : { value: { over: 0, under: 1 } },
      ...dayFigures(this.days, this.#rules, registered),
      'stop-ignored': {
        value: { over: this.#stops.ignored, under: 1 },
        spots: this.#stops.spots,
      },
      'links-share': {
        value: { over: this.links.links.messages * 100, under: this.sent },
        spots: this.links.worstFirst,
      },
    };
  }

  /** Who answers: by messages, by chats written to, and who did not answer in time. */
  #replies() {
    const { sent } = this;
    const answers = this.#answers;
    answers.finish();
    const { received, silent } = this.chats.replies();
    const latest = { when: answers.when, spots: answers.latest };
    return {
      'replies-messages': { value: { over: received * 100, under: sent }, spots: silent },
      'replies-answered': {
        value: { over: answers.answered * 100, under: sent },
        spots: answers.open,
      },
      'unanswered-48h': { value: { over: answers.unanswered, under: 1 }, ...latest },
      'unanswered-48h-share':
        answers.considered === 0
          ? {}
          : { value: { over: answers.unanswered * 100, under: answers.considered }, ...latest },
    };
  }

  /** How close together the number writes. */
  #paces() {
    const pace = this.#pace;
    pace.finish();
    return {
      'peak-hour': this.#stretch(pace.hour),
      'peak-minute': this.#stretch(pace.minute),
      'identical-batch': pace.batch.count === 0 ? {} : this.#stretch(pace.batch),
    };
  }

  #stretch({ count, when, spots }: Stretch): Found {
    return { value: { over: count, under: 1 }, when, spots };
  }
}

/** A ratio is kept as hundredfold replies over messages. */
function repliesIn(ratio: Found | undefined): number {
  return (ratio?.value?.over ?? 0) / 100;
}

/** Swapping day and month moves a time by less than a year. */
function clockOf({ earliest, latest, count }: MessageStore, timeZone: string): ZoneClock {
  return count === 0
    ? zoneClock(timeZone, 0, 0)
    : zoneClock(timeZone, earliest * SECOND - YEAR, latest * SECOND + YEAR);
}

const YEAR = 366 * DAY;

function numberNamed(store: MessageStore, name: string): number {
  for (let number = 0; number < store.numbers.count; number++) if (store.numbers.text(number) === name) return number;
  return -1;
}

function judgedFigures(
  rules: MessageLogRules,
  found: Partial<Record<FigureId, Found>>,
  rowOf: (spot: Spot) => ExampleRow,
): Record<FigureId, LogFigure> {
  const figure = (id: FigureId) => {
    const { spots = [] } = found[id] ?? {};
    return figureOf(rules.figures[id], found[id] ?? {}, spots.map(rowOf));
  };
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
