import { describe, expect, it, test } from 'vitest';
import { messageLogRules } from '../testing/message-log-rules.ts';
import { readFiles } from '../testing/read-log-files.ts';
import { analyseLog } from './analyse-log.ts';
import type { LogChoice } from './figures.ts';
import { FIGURE_IDS, type FigureId } from './figures.ts';

const HOUR = 3_600_000;
const T = Date.UTC(2026, 9, 1, 12);

/** Rows of: milliseconds after the beginning, in or out, chat, text. */
type Row = [after: number, direction: 'in' | 'out', chat?: string, text?: string];
type Draft = [after?: number | undefined, direction?: 'in' | 'out', chat?: string | undefined, text?: string];

function analyse(rows: readonly Row[], choice: Partial<LogChoice> = {}) {
  const lines = rows.map(
    ([after, direction, chat = 'ana', text = '']) => `${T + after},${direction},${chat},"${text}"`,
  );
  const { reading } = readFiles([{ content: `timestamp,direction,chat,text\n${lines.join('\n')}\n` }]);
  return analyseLog(reading.store, messageLogRules, { timeZone: 'UTC', ...choice });
}

function values(rows: readonly Row[], ...ids: FigureId[]) {
  const { figures } = analyse(rows);
  return ids.map((id) => figures[id].value);
}

const every = (count: number, gap: number, row: (k: number) => Draft = () => []): Row[] =>
  Array.from({ length: count }, (_, k) => {
    const [after = k * gap, direction = 'out', chat = `chat ${k}`, text = ''] = row(k);
    return [after, direction, chat, text];
  });

describe('both reply ratios', () => {
  it('counts incoming messages over chats with at least one outgoing message', () => {
    expect(
      values(
        [
          [0, 'out'],
          [1, 'in'],
          [2, 'in'],
          [3, 'in', 'bia'],
          [4, 'out', 'caio'],
        ],
        'replies-messages',
      ),
    ).toEqual([100]);
  });

  it('one incoming message answers every earlier one', () => {
    expect(
      values(
        [
          [0, 'out'],
          [1, 'out'],
          [2, 'in'],
          [3, 'out'],
        ],
        'replies-answered',
      ),
    ).toEqual([66.7]);
  });

  test.each([
    [48 * HOUR, 100],
    [48 * HOUR + 1, 0],
    [0, 0],
    [1, 100],
  ])('an answer after %i ms makes %i %%', (after, percent) => {
    expect(
      values(
        [
          [0, 'out'],
          [after, 'in'],
        ],
        'replies-answered',
      ),
    ).toEqual([percent]);
  });

  it('an answer of another chat is none', () => {
    expect(
      values(
        [
          [0, 'out'],
          [1, 'in', 'bia'],
        ],
        'replies-answered',
        'replies-messages',
      ),
    ).toEqual([0, 0]);
  });

  it('an answer at the time of the message is none, but a later one is', () => {
    expect(
      values(
        [
          [0, 'in'],
          [0, 'out'],
          [5, 'in'],
        ],
        'replies-answered',
      ),
    ).toEqual([100]);
    expect(
      values(
        [
          [0, 'in'],
          [0, 'out'],
          [48 * HOUR + 1, 'in'],
        ],
        'replies-answered',
      ),
    ).toEqual([0]);
  });

  it('has the bands of the reply ratio', () => {
    const rows: Row[] = [
      ...every(100, 1000, () => [undefined, 'out', 'ana']),
      ...every(30, 1, (k) => [200_000 + k, 'in', 'ana']),
    ];
    expect(analyse(rows).figures['replies-messages']).toMatchObject({ value: 30, zone: 'safe', rule: 'reply-ratio' });
    expect(analyse(rows.slice(0, -1)).figures['replies-messages']).toMatchObject({ value: 29, zone: 'warning' });
  });
});

it('shows the chats that never wrote back, those with most messages first', () => {
  const rows: Row[] = [
    [0, 'out', 'ana'],
    [1, 'out', 'bia'],
    [2, 'out', 'bia'],
    [3, 'out', 'caio'],
    [4, 'in', 'caio'],
  ];
  const { figures } = analyse([
    ...every(30, 1000, (k) => [10 + k]),
    ...rows.map(([at, ...rest]): Row => [at + 50_000, ...rest]),
  ]);
  expect(figures['replies-messages'].examples).toHaveLength(20);
  expect(figures['replies-messages'].examples.some(({ chat }) => chat === 'bia')).toBe(true);
  expect(figures['replies-messages'].examples.some(({ chat }) => chat === 'caio')).toBe(false);
});

describe('unanswered after 48 h over the last 30 days', () => {
  it('counts a message whose 48 h have passed exactly', () => {
    expect(
      values(
        [
          [0, 'out'],
          [48 * HOUR, 'in', 'bia'],
        ],
        'unanswered-48h',
        'unanswered-48h-share',
      ),
    ).toEqual([1, 100]);
  });

  it('leaves out a message whose 48 h have not passed', () => {
    expect(
      values(
        [
          [0, 'out'],
          [48 * HOUR - 1, 'in', 'bia'],
        ],
        'unanswered-48h',
        'unanswered-48h-share',
      ),
    ).toEqual([0, undefined]);
  });

  it('counts a message of exactly 30 days before the last row, and none older', () => {
    const end: Row = [720 * HOUR, 'in', 'bia'];
    expect(values([[0, 'out'], end], 'unanswered-48h')).toEqual([1]);
    expect(values([[-1, 'out'], end], 'unanswered-48h')).toEqual([0]);
  });

  it('is a share of the messages considered, without a zone', () => {
    const rows: Row[] = [
      [0, 'out'],
      [1, 'in'],
      [2, 'out', 'bia'],
      [3, 'out', 'caio'],
      [60 * HOUR, 'out', 'dora'],
    ];
    const { figures, days } = analyse(rows);
    expect(figures['unanswered-48h']).toMatchObject({ value: 2, zone: 'none', rule: 'unanswered' });
    expect(figures['unanswered-48h-share']).toMatchObject({ value: 66.7, zone: 'none' });
    expect(days[0]).toMatchObject({ sent: 3, answered: 1, considered: 3, unanswered: 2 });
  });

  it('shows the latest of them', () => {
    const { examples } = analyse([...every(30, 1000), [60 * HOUR, 'in', 'bia']]).figures['unanswered-48h'];
    expect(examples.map(({ chat }) => chat)).toEqual(
      every(30, 1)
        .slice(10)
        .map(([, , chat]) => chat),
    );
  });
});

describe('messages exactly 60 minutes (60 seconds) apart are not in the same window', () => {
  test.each([
    [HOUR, 1],
    [HOUR - 1, 2],
  ])('%i ms apart: %i in an hour', (apart, count) =>
    expect(
      values(
        [
          [0, 'out'],
          [apart, 'out'],
        ],
        'peak-hour',
      ),
    ).toEqual([count]),
  );

  test.each([
    [60_000, 1],
    [59_999, 2],
  ])('%i ms apart: %i in a minute', (apart, count) =>
    expect(
      values(
        [
          [0, 'out'],
          [apart, 'out'],
        ],
        'peak-minute',
      ),
    ).toEqual([count]),
  );

  it('tells when, and by which rule', () => {
    const { figures } = analyse([
      [0, 'out'],
      [5 * HOUR, 'out'],
      [5 * HOUR + 10, 'out'],
      [5 * HOUR + 20, 'in'],
    ]);
    expect(figures['peak-hour']).toMatchObject({
      value: 2,
      zone: 'safe',
      rule: 'hourly-pace',
      when: { from: T + 5 * HOUR, to: T + 5 * HOUR + 10 },
      examples: [{ line: 3, direction: 'out' }, { line: 4 }],
    });
    expect(figures['peak-minute']).toMatchObject({ value: 2, zone: 'warning', rule: 'minute-pace' });
  });

  it('keeps 20 examples', () => {
    expect(analyse(every(61, 1000)).figures['peak-hour']).toMatchObject({ value: 61, zone: 'danger' });
    expect(analyse(every(61, 1000)).figures['peak-hour'].examples).toHaveLength(20);
  });
});

describe('days', () => {
  it('are calendar days of the zone chosen', () => {
    const rows: Row[] = [
      [0, 'out'],
      [11 * HOUR, 'out'],
      [13 * HOUR, 'out'],
      [13 * HOUR, 'in'],
    ];
    const days = (timeZone: string) =>
      analyse(rows, { timeZone }).days.map(({ day, sent, received }) => [day, sent, received]);
    const first = Date.UTC(2026, 9, 1) / (24 * HOUR);
    expect(days('UTC')).toEqual([
      [first, 2, 0],
      [first + 1, 1, 1],
    ]);
    expect(days('America/Sao_Paulo')).toEqual([[first, 3, 1]]);
    expect(days('Pacific/Kiritimati')).toEqual([[first + 1, 3, 1]]);
  });

  it('are counted by weekday and hour of the zone', () => {
    const { hours } = analyse(
      [
        [0, 'out'],
        [1, 'in'],
        [24 * HOUR, 'out'],
      ],
      { timeZone: 'Asia/Kolkata' },
    );
    expect(hours.map((row) => row.reduce((sum, count) => sum + count))).toEqual([0, 0, 0, 1, 1, 0, 0]);
    expect(hours[3]?.[17]).toBe(1);
  });

  it('the busiest is told, without a zone up to 6000', () => {
    const { figures } = analyse([
      [0, 'out'],
      [24 * HOUR, 'out'],
      [25 * HOUR, 'out'],
    ]);
    expect(figures['peak-day']).toMatchObject({
      value: 2,
      zone: 'none',
      rule: 'daily-volume',
      when: { from: Date.UTC(2026, 9, 2), to: Date.UTC(2026, 9, 3) },
    });
    expect(figures['peak-day'].examples.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('the days of a young number are judged by its schedule, and never above 200', () => {
    const day = (k: number, count: number) => every(count, 1000, (n) => [k * 24 * HOUR + n * 1000]);
    const rows = [...day(0, 1), ...day(1, 20), ...day(2, 36), ...day(3, 201), ...day(21, 202)];
    const registered = Date.UTC(2026, 9, 1) / (24 * HOUR);
    expect(analyse(rows, { registered }).days.map(({ zone }) => zone)).toEqual([
      'warning',
      'safe',
      'warning',
      'danger',
      'none',
    ]);
    expect(analyse(rows, { registered }).figures['peak-day']).toMatchObject({
      value: 202,
      zone: 'none',
      rule: 'daily-volume',
    });
    expect(analyse(rows, { registered: registered + 1 }).figures['peak-day']).toMatchObject({
      zone: 'danger',
      rule: 'young-number-volume',
    });
    expect(analyse(rows).days.map(({ zone }) => zone)).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  it('the longest is told in hours that passed, even where the clocks change', () => {
    // In New York the night of 1 November 2026 has an hour more.
    const midnight = Date.UTC(2026, 10, 1, 4) - T;
    const rows: Row[] = [
      [midnight, 'out'],
      [midnight + 24.9 * HOUR, 'out'],
      [midnight + 25 * HOUR, 'out'],
    ];
    const { figures, days } = analyse(rows, { timeZone: 'America/New_York' });
    expect(days.map(({ sent }) => sent)).toEqual([2, 1]);
    expect(figures['active-window']).toMatchObject({ value: 24.9, zone: 'warning', when: { from: T + midnight } });
    expect(figures['active-window'].examples.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('midnight that the clocks leave out belongs to the new day', () => {
    // In São Paulo the clocks went from 0:00 to 1:00 on 4 November 2018.
    const skipped = Date.UTC(2018, 10, 4, 3) - T;
    const rows: Row[] = [
      [skipped - 1, 'out'],
      [skipped, 'out'],
      [skipped + 23 * HOUR - 1, 'out'],
      [skipped + 23 * HOUR, 'out'],
    ];
    const fourth = Date.UTC(2018, 10, 4) / (24 * HOUR);
    const zone = { timeZone: 'America/Sao_Paulo' };
    expect(analyse(rows, zone).days.map(({ day, sent }) => [day - fourth, sent])).toEqual([
      [-1, 1],
      [0, 2],
      [1, 1],
    ]);
    expect(analyse(rows, { ...zone, range: { from: fourth, to: fourth } }).sent).toBe(2);
  });

  it('8 hours are safe, more is not', () => {
    expect(
      analyse([
        [0, 'out'],
        [8 * HOUR, 'out'],
      ]).figures['active-window'],
    ).toMatchObject({ value: 8, zone: 'safe' });
    expect(
      analyse([
        [0, 'out'],
        [8 * HOUR + 1, 'out'],
      ]).figures['active-window'],
    ).toMatchObject({ value: 8, zone: 'warning' });
    expect(analyse([[0, 'out']]).figures['active-window']).toMatchObject({ value: 0, zone: 'safe' });
  });
});

describe('new recipients are chats whose first message in the log is outgoing', () => {
  it('per day, and groups never', () => {
    const rows: Row[] = [
      [0, 'out', 'ana'],
      [1, 'out', 'ana'],
      [2, 'in', 'bia'],
      [3, 'out', 'bia'],
      [4, 'out', '120363@g.us'],
      [24 * HOUR, 'out', 'caio'],
      [24 * HOUR + 1, 'out', 'dora'],
    ];
    const { figures, days } = analyse(rows);
    expect(days.map(({ newRecipients }) => newRecipients)).toEqual([1, 2]);
    expect(figures['new-recipients-peak']).toMatchObject({ value: 2, zone: 'safe', rule: 'new-recipients' });
    expect(figures['new-recipients-peak'].examples.map(({ chat }) => chat)).toEqual(['caio', 'dora']);
  });

  it('among rows of equal time the order of the file counts, reversed where it runs backwards', () => {
    expect(
      values(
        [
          [0, 'out'],
          [0, 'in'],
          [5, 'in'],
        ],
        'new-recipients-peak',
      ),
    ).toEqual([1]);
    expect(
      values(
        [
          [0, 'in'],
          [0, 'out'],
          [5, 'in'],
        ],
        'new-recipients-peak',
      ),
    ).toEqual([0]);
    expect(
      values(
        [
          [5, 'in'],
          [0, 'out'],
          [0, 'in'],
        ],
        'new-recipients-peak',
      ),
    ).toEqual([0]);
    expect(
      values(
        [
          [5, 'in'],
          [0, 'in'],
          [0, 'out'],
        ],
        'new-recipients-peak',
      ),
    ).toEqual([1]);
  });

  it('20 are safe, more are not', () => {
    expect(analyse(every(20, 1000)).figures['new-recipients-peak']).toMatchObject({ value: 20, zone: 'safe' });
    expect(analyse(every(21, 1000)).figures['new-recipients-peak']).toMatchObject({ value: 21, zone: 'danger' });
  });
});

describe('the largest batch of one shape', () => {
  it('counts messages of the same shape in any sliding 60 minutes', () => {
    const rows = every(40, 5 * 60_000, (k) => [
      undefined,
      'out',
      undefined,
      k % 2 === 0 ? `Order ${k}` : `hello ${'x'.repeat(k)}`,
    ]);
    expect(analyse(rows).figures['identical-batch']).toMatchObject({ value: 6, zone: 'safe', rule: 'identical-batch' });
    expect(analyse(rows).figures['identical-batch'].examples.map(({ line }) => line)).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('is 1 at least, and no figure where no message has a text', () => {
    expect(
      values(
        [
          [0, 'out', 'ana', 'a'],
          [1, 'out', 'ana', 'b'],
          [2, 'in', 'ana', 'a'],
        ],
        'identical-batch',
      ),
    ).toEqual([1]);
    expect(
      values(
        [
          [0, 'out', 'ana', ' '],
          [1, 'out', 'ana'],
        ],
        'identical-batch',
      ),
    ).toEqual([undefined]);
  });

  it('15 are danger', () => {
    const rows = every(15, 1000, () => [undefined, 'out', undefined, 'hi']);
    expect(analyse(rows).figures['identical-batch']).toMatchObject({ value: 15, zone: 'danger' });
    expect(analyse(rows.slice(1)).figures['identical-batch']).toMatchObject({ value: 14, zone: 'safe' });
  });

  it('counts among thousands of other shapes in the same hour', () => {
    const rows = every(6000, 500, (k) => [undefined, 'out', undefined, k % 1000 === 999 ? 'again' : 'x'.repeat(1 + k)]);
    expect(values(rows, 'identical-batch')).toEqual([6]);
  });

  it('forgets shapes that are long past, however many there were', () => {
    const rows = every(6000, 60_000, (k) => [
      undefined,
      'out',
      undefined,
      k === 5999 ? 'x' : 'x'.repeat(1 + (k % 5000)),
    ]);
    expect(values(rows, 'identical-batch')).toEqual([1]);
  });
});

describe('messages sent after a stop word, until the chat writes something else', () => {
  test.each<[string, Row[], number]>([
    [
      'a stop word',
      [
        [0, 'in', 'ana', 'STOP'],
        [1, 'out'],
        [2, 'out'],
      ],
      2,
    ],
    [
      'in any case, with punctuation',
      [
        [0, 'in', 'ana', ' Sair!! '],
        [1, 'out'],
      ],
      1,
    ],
    [
      'as part of a message',
      [
        [0, 'in', 'ana', 'please stop'],
        [1, 'out'],
      ],
      0,
    ],
    [
      'something else after it',
      [
        [0, 'in', 'ana', 'Стоп'],
        [1, 'out'],
        [2, 'in', 'ana', 'hi'],
        [3, 'out'],
      ],
      1,
    ],
    [
      'a reply without text after it',
      [
        [0, 'in', 'ana', 'stop'],
        [1, 'in', 'ana', ''],
        [2, 'out'],
      ],
      0,
    ],
    [
      'another stop word after it',
      [
        [0, 'in', 'ana', 'stop'],
        [1, 'in', 'ana', 'PARAR'],
        [2, 'out'],
      ],
      1,
    ],
    [
      'to another chat',
      [
        [0, 'in', 'ana', 'stop'],
        [1, 'out', 'bia'],
      ],
      0,
    ],
    [
      'at the same time',
      [
        [0, 'in', 'ana', 'stop'],
        [0, 'out'],
      ],
      0,
    ],
    [
      'at the time of something else',
      [
        [0, 'in', 'ana', 'stop'],
        [1, 'in', 'ana', 'hi'],
        [1, 'out'],
      ],
      1,
    ],
    [
      'at the same time, twice over',
      [
        [0, 'in', 'ana', 'stop'],
        [0, 'in', 'ana', 'stop'],
        [0, 'out'],
      ],
      0,
    ],
    [
      'a digit that was offered',
      [
        [0, 'out', 'ana', 'Reply 2 to stop'],
        [1, 'in', 'ana', '2'],
        [2, 'out'],
      ],
      1,
    ],
    [
      'a digit that was not',
      [
        [0, 'out', 'ana', 'Reply 2 to stop'],
        [1, 'in', 'ana', '3'],
        [2, 'out'],
      ],
      0,
    ],
    [
      'a digit offered without a stop word',
      [
        [0, 'out', 'ana', 'Reply 2 for more'],
        [1, 'in', 'ana', '2'],
        [2, 'out'],
      ],
      0,
    ],
    [
      'a digit offered to somebody else',
      [
        [0, 'out', 'bia', 'Reply 2 to stop'],
        [1, 'in', 'ana', '2'],
        [2, 'out'],
      ],
      0,
    ],
    [
      'a digit offered later',
      [
        [0, 'in', 'ana', '2'],
        [1, 'out', 'ana', 'Reply 2 to stop'],
        [2, 'out'],
      ],
      0,
    ],
    [
      'a digit offered at the same time',
      [
        [0, 'out', 'ana', 'Reply 2 to stop'],
        [0, 'in', 'ana', '2'],
        [2, 'out'],
      ],
      0,
    ],
    [
      'digits offered in several messages',
      [
        [0, 'out', 'ana', '1 stop'],
        [1, 'out', 'ana', '2 stop'],
        [2, 'in', 'ana', '1'],
        [3, 'out'],
      ],
      1,
    ],
  ])('%s', (_, rows, count) => {
    const { figures } = analyse(rows);
    expect(figures['stop-ignored']).toMatchObject({ value: count, zone: 'none' });
    expect(figures['stop-ignored'].examples).toHaveLength(count);
  });
});

describe('links', () => {
  const rows: Row[] = [
    [0, 'out', 'ana', 'see https://a.b'],
    [1, 'out', 'ana', 'see http://a.b'],
    [2, 'out', 'ana', 'bit.ly/x'],
    [3, 'out', 'ana', 'https://bit.ly/x'],
    [4, 'out', 'ana', 'hello'],
    [5, 'in', 'ana', 'https://a.b'],
    [6, 'out', 'ana'],
  ];

  it('are a share of all outgoing messages', () => {
    const { figures, links } = analyse(rows);
    expect(figures['links-share']).toMatchObject({ value: 66.7, zone: 'none' });
    expect(links).toEqual({ messages: 4, notHttps: 2, shorteners: 2 });
  });

  it('are shown worst first', () => {
    expect(analyse(rows).figures['links-share'].examples.map(({ line }) => line)).toEqual([4, 5, 3, 2]);
  });
});

it('regular spacing is shown with its messages', () => {
  const rows = [...every(3, 7 * 60_000), ...every(25, 60_000, (k) => [HOUR + k * 60_000])];
  const { figures } = analyse(rows);
  expect(figures['regular-spacing']).toMatchObject({
    value: 24,
    zone: 'none',
    when: { from: T + HOUR, to: T + HOUR + 24 * 60_000 },
  });
  expect(figures['regular-spacing'].examples[0]).toMatchObject({ line: 5 });
  expect(analyse(rows.slice(0, 10)).figures['regular-spacing']).toMatchObject({ value: 0, examples: [] });
});

describe('a log without what is asked for', () => {
  it('is empty', () => {
    expect(analyse([])).toMatchObject({ state: 'empty', rowsRead: 0, days: [] });
    expect(analyse([[0, 'out']], { range: { from: 0, to: 1 } })).toMatchObject({
      state: 'empty',
      rowsRead: 1,
      messages: 0,
    });
  });

  it('has no outgoing messages', () => {
    const { state, figures, days, received } = analyse([
      [0, 'in'],
      [1, 'in'],
    ]);
    expect({ state, received, days: days.length }).toEqual({ state: 'no-outgoing', received: 2, days: 1 });
    for (const id of FIGURE_IDS) expect(figures[id]).toMatchObject({ zone: 'none', examples: [] });
    for (const id of FIGURE_IDS) expect(figures[id].value).toBeUndefined();
  });
});

describe('times without a zone', () => {
  const content = 'time,direction,chat\n2026-03-08 01:30,out,a\n2026-03-08 02:30,out,b\n2026-11-01 01:30,out,c\n';
  const { reading, outcomes } = readFiles([{ content }], { timeZone: 'America/New_York' });
  const timesIn = (timeZone: string) =>
    [1, 2].map((days) => {
      const day = Date.UTC(2026, days === 1 ? 2 : 10, days === 1 ? 8 : 1) / (24 * HOUR);
      return analyseLog(reading.store, messageLogRules, { timeZone, range: { from: day, to: day } }).span;
    });

  it('are told', () => expect(outcomes).toMatchObject([{ hasWallTimes: true }]));

  it('are read in the zone of the user, and anew when it changes', () => {
    expect(timesIn('UTC')).toEqual([
      { from: Date.UTC(2026, 2, 8, 1, 30), to: Date.UTC(2026, 2, 8, 2, 30) },
      { from: Date.UTC(2026, 10, 1, 1, 30), to: Date.UTC(2026, 10, 1, 1, 30) },
    ]);
  });

  it('are read as JavaScript reads them where they do not exist or exist twice', () => {
    expect(timesIn('America/New_York')).toEqual([
      { from: Date.UTC(2026, 2, 8, 6, 30), to: Date.UTC(2026, 2, 8, 7, 30) },
      { from: Date.UTC(2026, 10, 1, 5, 30), to: Date.UTC(2026, 10, 1, 5, 30) },
    ]);
  });
});
