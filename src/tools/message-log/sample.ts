import { formatDay, localDay } from '../../core/calendar/day.ts';
import { fill } from '../../core/words.ts';
import type { LogProps } from './message-log.view.ts';

/**
 * Three weeks of a made-up shop up to yesterday: people who ask and get answers, and two mailings that break rules.
 * The same on every day, but for the dates.
 */
export function sampleLog({ words }: LogProps, now: Date): File {
  const { sampleTexts } = words;
  const rows: Row[] = [];
  const random = generator();
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low));
  const write = (row: Row) => rows.push(row);
  for (let day = 0; day < DAYS; day++) {
    for (let k = 0; k < DIALOGUES; k++) {
      const chat = between(0, REGULARS);
      let at = day * DAY + between(9 * 60, 16 * 60) * 60 + between(0, 60);
      write({ at, isOut: false, chat, text: sampleTexts.question });
      at += between(60, 1500);
      write({ at, isOut: true, chat, text: sampleTexts.reply });
      at += between(60, 900);
      if (random() < 0.7) write({ at, isOut: false, chat, text: sampleTexts.yes });
      write({ at: at + between(120, 900), isOut: true, chat, text: sampleTexts.answer });
    }
    for (let k = 0; k < REMINDERS; k++) {
      const chat = between(0, REGULARS);
      const at = day * DAY + (10 * 60 + k * 55) * 60 + between(0, 600);
      const text = fill(sampleTexts.reminder, { name: sampleTexts.name, n: between(1000, 9999) });
      write({ at, isOut: true, chat, text });
      if (random() < 0.6) write({ at: at + between(120, 7200), isOut: false, chat, text: sampleTexts.thanks });
    }
  }
  for (let k = 0; k < MAILED; k++) {
    const text = fill(sampleTexts.offer, { n: k + 1 });
    const at = FIRST_MAILING * DAY + 10 * 3600 + k * 40 + between(0, 3);
    write({ at, isOut: true, chat: REGULARS + k, text });
    if (k % 16 === 3) write({ at: at + between(200, 4000), isOut: false, chat: REGULARS + k, text: STOP });
    else if (k % 9 === 4)
      write({ at: at + between(300, 40_000), isOut: false, chat: REGULARS + k, text: sampleTexts.question });
    const again = SECOND_MAILING * DAY + 19 * 3600 + k * 55 + between(0, 40);
    if (k % 2 === 1) write({ at: again, isOut: true, chat: REGULARS + k, text });
  }
  const first = localDay(now) - DAYS;
  const lines = rows.toSorted((a, b) => a.at - b.at).map((row) => lineOf(row, first));
  return new File([`time,direction,chat,text\n${lines.join('')}`], sampleTexts.file, { type: 'text/csv' });
}

interface Row {
  /** Seconds from the first day's midnight. */
  at: number;
  isOut: boolean;
  chat: number;
  text: string;
}

const DAYS = 21;
const DAY = 86_400;
const DIALOGUES = 9;
const REMINDERS = 5;
/** People who write again and again; those who are only written to come after them. */
const REGULARS = 60;
const MAILED = 70;
const FIRST_MAILING = 12;
const SECOND_MAILING = 17;
const STOP = 'STOP';

function lineOf({ at, isOut, chat, text }: Row, first: number): string {
  const seconds = at % DAY;
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const date = formatDay(first + Math.floor(at / DAY));
  return `${date} ${clock},${isOut ? 'out' : 'in'},+99900000${String(1000 + chat)},"${text.replaceAll('"', '""')}"\n`;
}

function generator(): () => number {
  let state = 11;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
