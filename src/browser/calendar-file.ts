import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { formatDay } from '../core/calendar/day.ts';
import type { Locale } from '../knowledge/schema.ts';

export interface CalendarEntry {
  uid: string;
  /** Days since 1970; the end is the first day after the event. */
  start: number;
  end: number;
  title: string;
  text: string;
  address: string;
}

export interface CalendarFile {
  title: string;
  locale: Locale;
  /** The version of the rules that the dates come from. */
  version: string;
  entries: readonly CalendarEntry[];
}

/** A calendar file of whole days. They leave their owner free: a limit of the day blocks no meeting. */
export function calendarFile({ title, locale, version, entries }: CalendarFile): string {
  const calendar = new ICalCalendar({
    name: title,
    prodId: { company: 'Number Care', product: 'calendar', language: locale.toUpperCase() },
    x: { 'X-RULES-VERSION': version },
  });
  for (const { uid, start, end, title: summary, text, address } of entries) {
    calendar.createEvent({
      id: uid,
      // Without a zone only the date is written, and it is the one of UTC.
      start: new Date(formatDay(start)),
      end: new Date(formatDay(end)),
      allDay: true,
      summary,
      description: text,
      // The library escapes these signs as in texts, which addresses must not have.
      url: address.replaceAll(',', '%2C').replaceAll(';', '%3B'),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar}`;
}
