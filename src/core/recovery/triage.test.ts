import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage as table } from './testing/drafts.ts';
import { completions, decideTriage, type TriageAnswers, UNKNOWN } from './triage.ts';
import { triageDiagram } from './triage-diagram.ts';

const LISTS = ['temporary-restriction', 'first-ban', 'repeat-ban', 'reconnect', 'replacement-number', 'find-the-cause'];
const all = [...completions(table.questions, {})];

/** Any answers, some of them missing. */
const someAnswers = fc
  .tuple(...table.questions.map(({ id, answers }) => fc.tuple(fc.constant(id), fc.constantFrom(undefined, ...answers))))
  .map((given) => Object.fromEntries(given.flatMap(([id, answer]) => (answer ? [[id, answer.id]] : []))));

describe('triage', () => {
  it('asks at most five questions, each with a reason and with "I don’t know" among the answers', () => {
    expect(table.questions.length).toBeLessThanOrEqual(5);
    for (const { answers, reason } of table.questions) {
      expect(answers.map(({ id }) => id)).toContain(UNKNOWN);
      expect(Object.keys(reason)).toEqual(['en', 'pt', 'ru']);
    }
  });

  it('ends in one checklist for every combination of answers, and reaches every checklist', () => {
    expect(all).toHaveLength(5 * 5 * 3 * 3 * 3);
    const ends = all.map((answers) => decideTriage(table, answers));
    for (const end of ends) {
      expect(LISTS).toContain(end.checklist);
      expect(end).toMatchObject({ settled: true });
      expect(end).not.toHaveProperty('next');
    }
    expect(new Set(ends.map((end) => end.checklist))).toEqual(new Set(LISTS));
  });

  it.each<[string, TriageAnswers, string]>([
    [
      'a countdown is a temporary restriction, whatever else is answered',
      { countdown: 'countdown', unblocked: 'refused' },
      'temporary-restriction',
    ],
    ['refused new chats are a temporary restriction', { countdown: 'part-works' }, 'temporary-restriction'],
    ['blocked this morning, no countdown, first time', { countdown: 'blocked', 'first-ban': 'first' }, 'first-ban'],
    ['nobody knows whether it was blocked before', { countdown: 'blocked', 'first-ban': 'unknown' }, 'first-ban'],
    ['blocked before', { countdown: 'blocked', 'first-ban': 'repeat', unblocked: 'not-yet' }, 'repeat-ban'],
    [
      'unblocked, and blocked again',
      { countdown: 'blocked', unblocked: 'under-24-hours', 'first-ban': 'first' },
      'repeat-ban',
    ],
    ['unblocked just now', { countdown: 'works', unblocked: 'under-24-hours' }, 'reconnect'],
    ['unblocked days ago, nobody looked at the phone', { unblocked: 'over-24-hours' }, 'reconnect'],
    ['refused for good', { countdown: 'blocked', unblocked: 'refused', 'first-ban': 'first' }, 'replacement-number'],
    ['refused, yet it works', { countdown: 'works', unblocked: 'refused' }, 'reconnect'],
    ['it works and was never blocked', { countdown: 'works', unblocked: 'not-yet' }, 'find-the-cause'],
    ['nothing is known', {}, 'first-ban'],
  ])('%s', (_, answers, checklist) => {
    expect(decideTriage(table, answers).checklist).toBe(checklist);
  });

  it('takes a missing answer, and one that the table does not have, as not known', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const { settled: _, next: __, ...missing } = decideTriage(table, answers);
        const filled = Object.fromEntries(table.questions.map(({ id }) => [id, answers[id] ?? UNKNOWN]));
        expect(decideTriage(table, filled)).toMatchObject(missing);
        const invented = Object.fromEntries(table.questions.map(({ id }) => [id, answers[id] ?? 'constructor']));
        expect(decideTriage(table, invented)).toEqual(decideTriage(table, answers));
      }),
    );
  });

  it('is settled exactly when no answer still missing can lead to another checklist', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const ends = new Set(
          [...completions(table.questions, answers)].map((one) => decideTriage(table, one).checklist),
        );
        expect(decideTriage(table, answers).settled).toBe(ends.size === 1);
      }),
    );
  });

  it('asks only what may still change something, the checklist before the advice', () => {
    expect(decideTriage(table, {}).next).toBe('countdown');
    expect(decideTriage(table, { countdown: 'blocked' })).toMatchObject({ next: 'unblocked', settled: false });
    expect(decideTriage(table, { countdown: 'countdown' })).toMatchObject({ next: 'bulk-send', settled: true });
    expect(decideTriage(table, { countdown: 'blocked', unblocked: 'refused' })).toMatchObject({ next: 'bulk-send' });
    expect(decideTriage(table, { countdown: 'countdown', 'bulk-send': 'no' }).next).toBe('integration');
    expect(decideTriage(table, { countdown: 'countdown', 'bulk-send': 'no', integration: 'no' })).not.toHaveProperty(
      'next',
    );
  });

  it('asks for the rest of the questions in a row and comes to an end', () => {
    fc.assert(
      fc.property(someAnswers, fc.nat(), (given, seed) => {
        let answers: TriageAnswers = given;
        for (let asked = 0; ; asked++) {
          const { next } = decideTriage(table, answers);
          if (next === undefined) break;
          expect(asked).toBeLessThan(5);
          expect(answers).not.toHaveProperty(next);
          const possible = table.questions.find(({ id }) => id === next)?.answers ?? [];
          answers = { ...answers, [next]: possible[(seed + asked) % possible.length]?.id ?? UNKNOWN };
        }
      }),
    );
  });

  it('says what to heed first', () => {
    const calm = {
      countdown: 'blocked',
      unblocked: 'not-yet',
      'first-ban': 'first',
      'bulk-send': 'no',
      integration: 'no',
    };
    expect(decideTriage(table, calm).advice).toEqual([]);
    expect(decideTriage(table, { ...calm, 'bulk-send': 'yes' }).advice).toEqual(['stop-bulk-send']);
    expect(decideTriage(table, { ...calm, 'first-ban': 'unknown' }).advice).toEqual(['ask-about-earlier-blocks']);
    expect(decideTriage(table, { ...calm, integration: 'yes' }).advice).toEqual(['check-queue']);
    expect(decideTriage(table, {}).advice).toEqual([
      'stop-bulk-send',
      'look-at-phone',
      'ask-about-earlier-blocks',
      'check-queue',
    ]);
  });
});

/** Follows the arrows of the chart from its first node with the given answers. */
function follow(chart: string, answers: TriageAnswers): string | undefined {
  const labels = new Map([...chart.matchAll(/^ {2}(n\d+)[^-\s]*"(.+)"/gm)].map(([, name, label]) => [name, label]));
  const edges = [...chart.matchAll(/^ {2}(n\d+) -->\|"(.+)"\| (n\d+)$/gm)];
  let at = 'n1';
  for (let steps = 0; steps < 9; steps++) {
    const question = labels.get(at) ?? '';
    const edge = edges.find(([, from, label]) => from === at && label?.split(' / ').includes(answers[question] ?? ''));
    if (!edge?.[3]) return question;
    at = edge[3];
  }
  return undefined;
}

describe('the diagram of the triage', () => {
  const chart = triageDiagram(table);

  it('leads to the same checklist as the table for every combination of answers', () => {
    for (const answers of all) expect(follow(chart, answers)).toBe(decideTriage(table, answers).checklist);
  });

  it('asks no question where the answer does not matter', () => {
    expect(chart).not.toMatch(/"bulk-send"\}$/m);
    expect(chart.match(/\(\["first-ban"\]\)/g)).toHaveLength(1);
  });

  it('shows what is advised after which answers', () => {
    expect(chart).toMatch(/n\d+ -\.->\|"yes \/ unknown"\| n\d+/);
    expect(chart).toContain('>"stop-bulk-send"]');
    expect(chart.match(/\{\{"countdown"\}\}/g)).toHaveLength(1);
  });

  it('writes any words into its labels without breaking', () => {
    const word = () => 'a "b" #c';
    const written = triageDiagram(table, { question: word, answer: word, checklist: word, advice: word });
    expect(written).toContain('(["a #quot;b#quot; #35;c"])');
    expect(written.split('\n').filter((line) => (line.match(/"/g)?.length ?? 0) % 2)).toEqual([]);
  });

  it('is the same chart every time', () => {
    expect(triageDiagram(table)).toBe(chart);
    expect(chart.startsWith('flowchart TD\n')).toBe(true);
  });
});
