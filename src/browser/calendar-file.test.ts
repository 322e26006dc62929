import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../core/calendar/day.ts';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const START = dayOf({ year: 2026, month: 12, date: 30 });
const entry: CalendarEntry = {
  uid: 'warm-up-2026-12-30-olchat-saved-contacts@number-care',
  start: START,
  end: START + 3,
  title: 'OLChat: первые сообщения сохранённым контактам, без ночных смен и пустой переписки',
  text: `Строка с запятой, точкой; с запятой и \\ чертой.\n${'Ещё одна длинная строка 😀. '.repeat(20)}`,
  address: 'https://example.org/ru/tools/warm-up/#start=2026-12-30&sources=olchat,whapi',
};
const write = (entries: CalendarEntry[]) =>
  calendarFile({ title: 'План прогрева', locale: 'ru', version: '2026-11-20-0a1b2c3d', entries });
const read = (text: string) => new ICAL.Component(ICAL.parse(text));

describe('a calendar file', () => {
  it('is read back by an independent parser, word for word', () => {
    const calendar = read(write([entry]));
    const [found] = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(found?.summary).toBe(entry.title);
    expect(found?.description).toBe(entry.text);
    expect(found?.uid).toBe(entry.uid);
    expect(found?.component.getFirstPropertyValue('url')).toBe(entry.address.replace(',', '%2C'));
    expect(calendar.getFirstPropertyValue('x-rules-version')).toBe('2026-11-20-0a1b2c3d');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  });

  it('has whole days with an exclusive end, over the year’s end', () => {
    const [found] = read(write([entry])).getAllSubcomponents('vevent');
    expect(found?.getFirstProperty('dtstart')?.type).toBe('date');
    expect(`${found?.getFirstPropertyValue('dtstart')}`).toBe('2026-12-30');
    expect(`${found?.getFirstPropertyValue('dtend')}`).toBe('2027-01-02');
  });

  it('is folded at 75 octets in Russian too, never inside a letter', () => {
    const lines = write([entry]).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.join('')).not.toMatch(/\uFFFD|\n/);
  });
});
