import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentError } from './fault.ts';
import { readKnowledge } from './index.ts';
import { loadCollections } from './load.ts';

const FIXTURE = join(import.meta.dirname, '../../tests/fixture/content');

let content: string;
beforeEach(() => {
  content = join(mkdtempSync(join(tmpdir(), 'number-care-')), 'content');
  cpSync(FIXTURE, content, { recursive: true });
});
afterEach(() => rmSync(join(content, '..'), { recursive: true }));

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(content, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} holds ${from}`).not.toBe(before);
  writeFileSync(path, after);
}

function faults(): string[] {
  try {
    loadCollections(content);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.faults.map(({ file, line, path, expected, found, hint }) =>
      [`${file}:${line}`, path, `expected ${expected}`, `found ${found}`, ...(hint ? [hint] : [])].join(' | '),
    );
  }
}

describe('good content', () => {
  it('has no fault', () => {
    expect(faults()).toEqual([]);
  });

  it('is joined: evidence, conflicts, citations and uses follow from the rest', () => {
    const { rules, claims } = readKnowledge(content);
    const rule = rules.get('reply-ratio');
    expect(rule?.evidence).toBe('vendor-advice');
    expect(rule?.conflicts.map(({ id }) => id)).toEqual(['C-01']);
    expect(rule?.usedIn).toEqual(['/guides/replies/', '/tools/reply-ratio/', '/tools/risk/']);
    expect(claims.get('alpha-2')?.citedBy).toEqual(['C-01', 'block-rate', 'first-ban']);
    expect(claims.get('alpha-2')?.source).toBe('alpha');
  });

  it('has a version that changes with any value', () => {
    const before = readKnowledge(content).version;
    expect(before).toMatch(/^2026-11-01-[0-9a-f]{8}$/);
    change('rules/reply-ratio.yaml', 'zone: safe, from: 30 }', 'zone: safe, from: 31 }');
    expect(readKnowledge(content).version).not.toBe(before);
  });
});

describe('broken content is named with file, line, place, what was expected and what was found', () => {
  it.each<[what: string, file: string, from: string | RegExp, to: string, message: string]>([
    [
      'YAML that cannot be read',
      'rules/reply-ratio.yaml',
      'topic: reply-ratio',
      'topic: [reply-ratio',
      'content/rules/reply-ratio.yaml:3 |  | expected valid YAML | found Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'a key written twice',
      'sources/alpha.yaml',
      'name: Alpha',
      'name: Alpha\nname: Beta',
      'content/sources/alpha.yaml:3 |  | expected valid YAML | found Map keys must be unique',
    ],
    [
      'a missing translation',
      'rules/reply-ratio.yaml',
      /\n {2}pt: Mantenha.*/,
      '',
      'content/rules/reply-ratio.yaml:4 | title.pt | expected a text | found nothing',
    ],
    [
      'an empty translation',
      'claims/alpha.yaml',
      /pt: Busque.*/,
      'pt: " "',
      'content/claims/alpha.yaml:10 | statement.pt | expected a text that is not empty | found " "',
    ],
    [
      'a wrong type',
      'rules/reply-ratio.yaml',
      'reviewEvery: 90',
      'reviewEvery: often',
      'content/rules/reply-ratio.yaml:37 | reviewEvery | expected a number | found "often"',
    ],
    [
      'an unknown field',
      'rules/reply-ratio.yaml',
      'related:',
      'relatd: []\nrelated:',
      'content/rules/reply-ratio.yaml:33 | relatd | expected only fields that the schema names | found an unknown field "relatd"',
    ],
    [
      'an unknown word of a closed list',
      'rules/reply-ratio.yaml',
      'stance: adopt',
      'stance: adpot',
      'content/rules/reply-ratio.yaml:3 | stance | expected one of "adopt", "adopt-with-care", "record-only" | found "adpot" | Did you mean "adopt"?',
    ],
    [
      'an id used twice',
      'claims/alpha.yaml',
      'id: alpha-2',
      'id: alpha-1',
      'content/claims/alpha.yaml:13 | id | expected an id that no other entry has | found "alpha-1", which content/claims/alpha.yaml:1 has already',
    ],
    [
      'an id that is not the name of its file',
      'glossary/reply.yaml',
      'id: reply',
      'id: answer',
      'content/glossary/reply.yaml:1 | id | expected "reply", the name of the file | found "answer"',
    ],
    [
      'an id that is not kebab-case',
      'glossary/reply.yaml',
      'id: reply',
      'id: Reply_1',
      'content/glossary/reply.yaml:1 | id | expected a permanent id in kebab-case, such as "reply-ratio" | found "Reply_1"',
    ],
    [
      'a claim that is not there',
      'rules/reply-ratio.yaml',
      'for: [alpha-1]',
      'for: [alpha-1, alpha-9]',
      'content/rules/reply-ratio.yaml:31 | claims.for[1] | expected the id of an entry in claims/ | found "alpha-9", which is not there | Did you mean "alpha-1"?',
    ],
    [
      'a rule without a claim',
      'rules/block-rate.yaml',
      'for: [alpha-2]',
      'for: []',
      'content/rules/block-rate.yaml:25 | claims.for | expected a list of at least 1 | found []',
    ],
    [
      'a source that is not there',
      'rules/reply-ratio.yaml',
      'source: alpha',
      'source: alhpa',
      'content/rules/reply-ratio.yaml:26 | verdicts[0].source | expected the id of an entry in sources/ | found "alhpa", which is not there | Did you mean "alpha"?',
    ],
    [
      'a claim that nothing cites',
      'claims/alpha.yaml',
      '- id: alpha-2',
      '- { id: alpha-3, topic: other, kind: fact, polarity: info, evidence: anecdote, section: S, lines: "3", statement: { en: A, pt: B, ru: C } }\n- id: alpha-2',
      'content/claims/alpha.yaml:13 | id | expected a rule, schedule, conflict, scenario, checklist or symptom that cites the claim, or a reason in "unused" | found "alpha-3", which nothing cites',
    ],
    [
      'a date that does not exist',
      'rules/reply-ratio.yaml',
      'reviewed: 2026-11-01',
      'reviewed: 2026-02-30',
      'content/rules/reply-ratio.yaml:36 | reviewed | expected a date that exists in the calendar | found "2026-02-30"',
    ],
    [
      'a value in a text that its rule does not have',
      'rules/block-rate.yaml',
      'Stay below :rule[block-rate.danger]',
      'Stay below :rule[block-rate.dangr]',
      'content/rules/block-rate.yaml:9 | summary.en | expected a zone or a value of the rule "block-rate" | found "dangr" | Did you mean "danger"?',
    ],
    [
      'a wait for a step that is not there',
      'checklists/first-ban.yaml',
      'after: stop',
      'after: stpo',
      'content/checklists/first-ban.yaml:35 | steps[1].wait.after | expected a step of this list, "ban" or "unblock" | found "stpo" | Did you mean "stop"?',
    ],
    [
      'a stance without its reason',
      'rules/block-rate.yaml',
      'stance: adopt',
      'stance: adopt-with-care',
      'content/rules/block-rate.yaml:1 | condition | expected a text, because the stance is adopt-with-care | found nothing',
    ],
    [
      'a number that differs between languages',
      'claims/alpha.yaml',
      'Busque 30',
      'Busque 35',
      'content/claims/alpha.yaml:8 | statement | expected the same numbers in every language | found en: 30, 100; pt: 35, 100; ru: 30, 100',
    ],
    [
      'deceptive advice as a rule',
      'claims/alpha.yaml',
      'evidence: anecdote',
      'evidence: anecdote\n  caution: { advise: never, cases: [S-01] }',
      'content/rules/block-rate.yaml:25 | claims.for[0] | expected a claim we may advise, or the stance record-only | found "alpha-2", which we never advise',
    ],
    [
      'an example of a calculator that has none',
      'examples/risk.yaml',
      'tool: risk',
      'tool: rsik',
      'content/examples/risk.yaml:2 | tool | expected the name of a calculator that has examples, as the file is called | found "rsik"',
    ],
    [
      'an example in the file of another calculator',
      'examples/risk.yaml',
      /tool: risk[\s\S]*/,
      'tool: campaign\n  title: { en: A, pt: B, ru: C }\n  inputs: { audience: 1, cold: 0, age: 9, start: 2026-11-20 }\n  expected: { reached: 0 }\n',
      'content/examples/risk.yaml:2 | tool | expected "risk", the name of the file | found "campaign"',
    ],
    [
      'an example that answers what nobody asks',
      'examples/risk.yaml',
      '{ replies: yes }',
      '{ repleis: yes }',
      'content/examples/risk.yaml:7 | inputs.repleis | expected the id of an entry in scenarios/ | found "repleis", which is not there | Did you mean "replies"?',
    ],
    [
      'an example with an answer that is not offered',
      'examples/risk.yaml',
      '{ replies: yes }',
      '{ replies: yse }',
      'content/examples/risk.yaml:7 | inputs.replies | expected an answer of the question "replies" | found "yse" | Did you mean "yes"?',
    ],
    [
      'an example whose figure cannot be',
      'examples/risk.yaml',
      'open: 0',
      'open: -1',
      'content/examples/risk.yaml:8 | expected.open | expected a number not below 0 | found -1',
    ],
  ])('%s', (_, file, from, to, message) => {
    change(file, from, to);
    expect(faults()).toEqual([message]);
  });

  it('and all faults of a run are told at once', () => {
    change('sources/alpha.yaml', 'language: en', 'language: de');
    change('rules/reply-ratio.yaml', 'reviewEvery: 90', 'reviewEvery: 0');
    change('glossary/reply.yaml', 'term:', 'trem:');
    expect(faults().map((fault) => fault.split(' | ')[0])).toEqual([
      'content/sources/alpha.yaml:4',
      'content/rules/reply-ratio.yaml:37',
      'content/glossary/reply.yaml:1',
      'content/glossary/reply.yaml:2',
    ]);
  });
});
