import type { CalendarFile } from '../../browser/calendar-file.ts';
import { basisCells } from '../../components/basis/basis.view.ts';
import { type CsvCell, csvOf } from '../../core/calendar/csv.ts';
import { formatDay } from '../../core/calendar/day.ts';
import { type WarmUpEventAbout, warmUpEvents } from '../../core/warm-up/events.ts';
import { fill } from '../../core/words.ts';
import { milestoneTitle } from './milestones.view.ts';
import { nameOf, sourceNames, tasksOf } from './names.ts';
import type { Shown, TextPhase } from './warm-up.view.ts';

/** The plan for a spreadsheet: a heading and a row a day. */
export function planCsv({ props, format, situation }: Shown): string {
  const { words, locale } = props;
  const basis = basisCells(props.basis, Object.values(props.why));
  const { metrics } = words;
  const by = (metric: string) => fill(words.csvBy, { metric });
  const heading = [
    words.day,
    words.date,
    metrics.messages,
    by(metrics.messages),
    metrics.recipients,
    by(metrics.recipients),
    metrics.hourly,
    metrics.channel,
    metrics.groups,
    words.tasks,
    words.csvEvidence,
    words.csvChecked,
    words.csvVersion,
  ];
  const rows = situation.plan.days.map((planned): CsvCell[] => {
    const { day, date, messages, recipients, hourly, channel, groups } = planned;
    const who = (ids: readonly string[]) => (ids.length === 0 ? '' : sourceNames(props, format, ids));
    const tasks = tasksOf(props, planned).map(({ source, text }) => `${nameOf(props, source)}: ${plain(text)}`);
    return [
      day,
      formatDay(date),
      messages.most ?? words.noLimit,
      who(messages.by),
      recipients.most ?? words.noLimit,
      who(recipients.by),
      hourly.most ?? words.noLimit,
      words.channels[channel],
      words.groups[groups],
      tasks.join(' | '),
      ...basis,
    ];
  });
  return csvOf([heading, ...rows], locale);
}

/** The plan for a calendar: an event a phase of each followed source, and one a milestone. */
export function planCalendar({ props, situation }: Shown, address: string): CalendarFile {
  const { words, locale, version } = props;
  const { input, plan, course } = situation;
  const footer = `${fill(props.basis.words.version, { version })}\n${words.icsPromise}`;
  return {
    title: fill(words.icsTitle, { start: formatDay(input.start) }),
    locale,
    version,
    entries: warmUpEvents(props.rules, input, plan).map(({ uid, start, end, about }) => ({
      uid,
      // A day that was held moves what comes after it, under the same id.
      start: course.dateOf(start - input.start),
      end: course.dateOf(end - 1 - input.start) + 1,
      address,
      ...eventTexts(props, about, footer),
    })),
  };
}

function eventTexts(props: Shown['props'], about: WarmUpEventAbout, footer: string): { title: string; text: string } {
  if (about.kind === 'milestone')
    return { title: plain(milestoneTitle(props, { id: about.milestone }).markup), text: footer };
  const phase = phaseOf(props, about.schedule, about.phase);
  const texts = [phase?.condition, ...(phase?.tasks ?? []).map(({ text }) => text)].flatMap((text) => text ?? []);
  return {
    title: `${nameOf(props, about.source)}: ${phase?.title ?? ''}`,
    text: [...texts.map((text) => `• ${plain(text)}`), footer].join('\n'),
  };
}

function phaseOf({ rules }: Shown['props'], schedule: string, phase: string): TextPhase | undefined {
  return rules.schedules.find(({ id }) => id === schedule)?.phases.find(({ id }) => id === phase);
}

/** The words of a text whose markup was made from escaped words and links. */
function plain(markup: string): string {
  return markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign);
}

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
