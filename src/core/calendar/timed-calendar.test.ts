import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeTimedCalendar } from './timed-calendar.ts';

const AT = Date.UTC(2026, 10, 20, 9, 30);
const event = { uid: 'one-list-step', at: AT, title: 'Продажи: ответ', about: 'a, b; c\nd' };

describe('the calendar of due times', () => {
  it('holds each moment with its time in UTC and its words escaped', () => {
    const file = writeTimedCalendar([event], AT);
    expect(file).toContain('DTSTART:20261120T093000Z\r\n');
    expect(file).toContain('UID:one-list-step@number-care\r\n');
    expect(file).toContain('SUMMARY:Продажи: ответ\r\n');
    expect(file).toContain('DESCRIPTION:a\\, b\\; c\\nd\r\n');
  });

  it('has no line above 75 octets and loses no letter, in any language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const file = writeTimedCalendar([{ ...event, title: title.replace(/[\s\\;,\p{C}]/gu, '') }], AT);
        const lines = file.split('\r\n');
        for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.replace(/[\s\\;,\p{C}]/gu, '')}\r\n`);
      }),
    );
  });
});
