import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOf } from './incident.ts';
import { openIncident, record } from './record.ts';
import { type ReportTexts, type ReportWords, writeReport } from './report.ts';
import { anyIncident, DAY, done, HOUR, incidentOf, opening, plan, START } from './testing/incidents.ts';

const words: ReportWords = {
  title: 'Incident',
  kind: 'Kind',
  banned: 'Blocked',
  unblocked: 'Unblocked',
  closed: 'Closed',
  sections: {
    'what-happened': 'What happened',
    cause: 'Why',
    'what-changes': 'What changes',
    appeals: 'Appeals',
    notes: 'Notes',
    history: 'History',
  },
  nothing: 'Not written down.',
  states: { todo: 'to do', waiting: 'waiting', done: 'done', skipped: 'skipped', 'not-applicable': 'does not apply' },
  opensAt: 'opens',
  reason: 'reason',
  overridden: 'wait set aside',
  noAnswerYet: 'no answer yet',
  undone: 'undone',
  answers: { unblocked: 'unblocked', refused: 'refused', 'no-answer': 'no answer' },
  outcomes: { recovered: 'recovered', lost: 'lost', other: 'other' },
};

const texts: ReportTexts = {
  time: (at) => `${(at - START) / HOUR} h`,
  kind: (id) => id,
  list: (id) => `List ${id}`,
  step: (_, id) => id.toUpperCase(),
  choice: (_, __, id) => id,
  via: (id) => id,
  language: (id) => id,
  entry: ({ event }) => event.type,
};

describe('the report', () => {
  it('says what happened, when, why and what changes', () => {
    let incident = openIncident('one', { ...opening, banned: START - HOUR }, { id: 'a', at: START });
    const enter = (change: Parameters<typeof record>[1], hours: number) => {
      incident = record(incident, change, { id: `h${hours}`, at: START + hours * HOUR });
    };
    enter({ type: 'told', about: 'cause', text: 'a bulk send\nto strangers' }, 1);
    enter(done('look', 'yes'), 2);
    enter(done('ask'), 3);
    enter({ type: 'skipped', list: 'list', step: 'vendor-queue', reason: 'no queue' }, 4);
    enter({ type: 'overridden', list: 'list', step: 'countdown', reason: 'it is over' }, 5);
    enter({ type: 'noted', text: 'red notice', list: 'list', step: 'look' }, 6);
    enter({ type: 'noted', text: 'called the customer' }, 7);
    enter({ type: 'appealed', via: 'app', language: 'en', statements: [] }, 8);
    enter({ type: 'appealed', via: 'web', language: 'pt', statements: [] }, 9);
    enter({ type: 'appeal-answered', appeal: 'h8', answer: 'refused' }, 10);
    enter({ type: 'noted', text: 'wrong' }, 11);
    enter({ type: 'undone', event: 'h11' }, 12);
    enter({ type: 'dated', what: 'unblock', happened: START + 12 * HOUR }, 13);
    enter({ type: 'closed', outcome: 'recovered' }, 14);
    expect(writeReport(stateOf(incident, [plan], START + 14 * HOUR), words, texts)).toBe(`# Incident: Sales

- Kind: permanent
- Blocked: -1 h
- Unblocked: 12 h
- Closed: 14 h, recovered

## What happened

Not written down.

## Why

a bulk send\\
to strangers

## What changes

Not written down.

## List list

- [x] LOOK (done; 2 h; yes)
  - 6 h: red notice
- [x] ASK (done; 3 h)
- [ ] VENDOR-QUEUE (skipped; 4 h; reason: no queue)
- [ ] ANSWER (waiting; opens 27 h)
- [ ] GO-ON (does not apply)
- [ ] ASK-AGAIN (does not apply)
- [ ] AFTER-AGAIN (does not apply)
- [ ] COUNTDOWN (to do; wait set aside: it is over)
- [ ] CALM (to do)

## Appeals

- 8 h, app, en: refused, 10 h
- 9 h, web, pt: no answer yet

## Notes

- 7 h: called the customer

## History

${['opened', 'told', 'done', 'done', 'skipped', 'overridden', 'noted', 'noted', 'appealed', 'appealed', 'appeal-answered', 'noted (undone)', 'undone', 'dated', 'closed'].map((type, hours) => `- ${hours} h: ${type}`).join('\n')}
`);
  });

  it('keeps steps that the list no longer has', () => {
    const report = writeReport(stateOf(incidentOf(done('removed')), [plan], START), words, texts);
    expect(report).toMatch(/- \[x\] REMOVED \(done; [^)]+\)/);
  });

  it.each([
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['*bold* _it_ `c` [a](b) ~~s~~', '\\*bold\\* \\_it\\_ \\`c\\` \\[a\\](b) \\~\\~s\\~\\~'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['> quote', '\\> quote'],
    ['| cell', '\\| cell'],
    ['&lt; & co', '\\&lt; & co'],
    ['a\\b', 'a\\\\b'],
    ['24 hours - 3 > 2 # 5', '24 hours - 3 > 2 # 5'],
  ])('shows "%s" as it was typed', (text, written) => {
    const state = stateOf(incidentOf({ type: 'told', about: 'cause', text }), [plan], START);
    expect(writeReport(state, words, texts)).toContain(`## Why\n\n${written}\n`);
  });

  it('has its own headings only, whatever was typed', () => {
    const own = /^(# Incident: |## (What happened|Why|What changes|Appeals|Notes|History|List (list|other-list))$)/;
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const report = writeReport(stateOf(incident, [plan], START + DAY), words, texts);
        for (const line of report.split('\n').filter((one) => one.startsWith('#'))) expect(line).toMatch(own);
      }),
    );
  });
});
