/** A moment in a calendar. */
export interface TimedEvent {
  /** The same for the same thing, so that a calendar read twice holds it once. */
  uid: string;
  /** Milliseconds since 1970. */
  at: number;
  title: string;
  about: string;
}

/** A calendar file (RFC 5545) of moments, each of them a quarter of an hour long and with a reminder. */
export function writeTimedCalendar(events: readonly TimedEvent[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//number-care//recovery//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}@number-care`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(event.at)}`,
      `DTEND:${utc(event.at + QUARTER)}`,
      `SUMMARY:${escaped(event.title)}`,
      `DESCRIPTION:${escaped(event.about)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(event.title)}`,
      'TRIGGER:PT0M',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const QUARTER = 15 * 60_000;
const MOST_OCTETS = 75;

function utc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A line holds 75 octets at most, and no letter is cut in two. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}
