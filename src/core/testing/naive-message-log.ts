/**
 * The figures of a message log, written down a second time as plainly as their definitions read: for the tests, which
 * compare it with the real analysis. It is slow and shares no code with it.
 */

export interface NaiveRow {
  at: number;
  out: boolean;
  chat: string;
  text: string;
}

export interface NaiveChoice {
  timeZone: string;
  stopWords: readonly string[];
  shorteners: readonly string[];
  /** First and last calendar day that count, as YYYY-MM-DD. */
  days?: { from: string; to: string };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function naiveFigures(rowsOfFile: readonly NaiveRow[], choice: NaiveChoice): Record<string, number | undefined> {
  const log = inOrder(rowsOfFile);
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: choice.timeZone });
  const dates = new Map(log.map((row) => [row, calendar.format(row.at)]));
  const dayOf = (row: NaiveRow) => dates.get(row) ?? '';
  const { from = '0000-00-00', to = '9999-99-99' } = choice.days ?? {};
  const counted = log.filter((row) => dayOf(row) >= from && dayOf(row) <= to);
  const sent = counted.filter((row) => row.out);
  if (sent.length === 0) return {};
  const lastOfLog = Math.max(...log.map((row) => row.at));
  const lastCounted = Math.max(...counted.map((row) => row.at));
  const received = counted.filter((row) => !row.out);
  const answered = (row: NaiveRow) =>
    log.some((other) => !other.out && other.chat === row.chat && other.at > row.at && other.at - row.at <= 48 * HOUR);
  const considered = sent.filter((row) => row.at >= lastCounted - 30 * DAY && row.at + 48 * HOUR <= lastOfLog);
  const unanswered = considered.filter((row) => !answered(row)).length;
  const writtenTo = new Set(sent.map((row) => row.chat));
  const repliesOfWrittenTo = received.filter((row) => writtenTo.has(row.chat)).length;
  const days = [...new Set(counted.map(dayOf))];
  const sentOn = (day: string) => sent.filter((row) => dayOf(row) === day);
  const firstMessages = [...new Set(log.map((row) => row.chat))].map((chat) => log.find((row) => row.chat === chat));
  const newRecipients = firstMessages.filter(
    (row) => row?.out && !row.chat.endsWith('@g.us') && counted.includes(row),
  ) as NaiveRow[];
  const withText = sent.filter((row) => row.text.trim() !== '');
  return {
    'replies-messages': oneDecimal((100 * repliesOfWrittenTo) / sent.length),
    'replies-answered': oneDecimal((100 * sent.filter(answered).length) / sent.length),
    'unanswered-48h': unanswered,
    'unanswered-48h-share': considered.length > 0 ? oneDecimal((100 * unanswered) / considered.length) : undefined,
    'peak-hour': mostWithin(sent, HOUR),
    'peak-minute': mostWithin(sent, MINUTE),
    'peak-day': Math.max(...days.map((day) => sentOn(day).length)),
    'active-window': oneDecimal(Math.max(...days.map((day) => spanOf(sentOn(day)))) / HOUR),
    'new-recipients-peak': Math.max(0, ...days.map((day) => newRecipients.filter((row) => dayOf(row) === day).length)),
    'identical-batch':
      withText.length > 0
        ? Math.max(
            ...withText.map((row) =>
              mostWithin(
                withText.filter((other) => shape(other) === shape(row)),
                HOUR,
              ),
            ),
          )
        : undefined,
    'stop-ignored': sent.filter((row) => isAfterStop(row, log, choice)).length,
    'links-share': oneDecimal((100 * sent.filter((row) => holdsLink(row.text, choice)).length) / sent.length),
    'regular-spacing': longestRegular(sent.map((row) => row.at)),
  };
}

function inOrder(rows: readonly NaiveRow[]): NaiveRow[] {
  const forward = rows.filter((row, k) => k > 0 && row.at > (rows[k - 1]?.at ?? 0)).length;
  const backward = rows.filter((row, k) => k > 0 && row.at < (rows[k - 1]?.at ?? 0)).length;
  const isLastEarlier = (rows.at(-1)?.at ?? 0) < (rows[0]?.at ?? 0);
  const isReversed = backward > forward || (backward === forward && isLastEarlier);
  return (isReversed ? rows.toReversed() : [...rows]).sort((a, b) => a.at - b.at);
}

/** Messages exactly so far apart are not in the same stretch. */
function mostWithin(rows: readonly NaiveRow[], span: number): number {
  return Math.max(...rows.map((first) => rows.filter((row) => row.at >= first.at && row.at < first.at + span).length));
}

function spanOf(rows: readonly NaiveRow[]): number {
  if (rows.length === 0) return 0;
  const times = rows.map((row) => row.at);
  return Math.max(...times) - Math.min(...times);
}

function shape({ text }: NaiveRow): string {
  const folded = text.toLowerCase().trim().replace(/\s+/g, ' ');
  return folded.replace(/(?:https?:\/\/|www\.)[^ ]+/g, '<link>').replace(/[0-9]+/g, '<digits>');
}

function bare(text: string): string {
  return text.toLowerCase().replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

function isAfterStop(row: NaiveRow, log: readonly NaiveRow[], choice: NaiveChoice): boolean {
  const earlier = log.filter((other) => other.chat === row.chat && !other.out && other.at < row.at);
  const latest = earlier.at(-1);
  return latest !== undefined && isStop(latest, log, choice);
}

function isStop(row: NaiveRow, log: readonly NaiveRow[], { stopWords }: NaiveChoice): boolean {
  const words = stopWords.map((word) => word.toLowerCase());
  if (words.includes(bare(row.text))) return true;
  if (!/^[0-9]$/.test(bare(row.text))) return false;
  const offers = log.filter((other) => other.chat === row.chat && other.out && other.at < row.at);
  return offers.some(({ text }) => {
    const tokens = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return tokens.includes(bare(row.text)) && words.some((word) => tokens.includes(word));
  });
}

function holdsLink(text: string, { shorteners }: NaiveChoice): boolean {
  if (/(?:https?:\/\/|www\.)\S/i.test(text)) return true;
  const hosts = text.toLowerCase().split(/[\s(),!/]+/);
  return shorteners.some((domain) => hosts.includes(domain));
}

function longestRegular(times: readonly number[]): number {
  const gaps = times.slice(1).map((at, k) => at - (times[k] ?? 0));
  let longest = 0;
  for (let start = 0; start < gaps.length; start++) {
    for (let end = start + 20; end <= gaps.length; end++) {
      const run = gaps.slice(start, end);
      if (run.some((gap) => gap >= 5 * MINUTE)) break;
      const mean = run.reduce((sum, gap) => sum + gap, 0) / run.length;
      const variance = run.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / run.length;
      if (Math.sqrt(variance) < mean / 10 && run.length > longest) longest = run.length;
    }
  }
  return longest;
}

function oneDecimal(value: number): number {
  return Math.floor(value * 10 + 0.5 + 1e-9) / 10;
}
