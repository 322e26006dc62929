import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completions, decideTriage } from '../src/core/recovery/triage.ts';
import { readKnowledge } from '../src/knowledge/index.ts';
import { projectRoot } from './run.ts';
import { triagePage, writtenTriagePage } from './triage-diagram.ts';

const knowledge = readKnowledge(join(projectRoot, 'content'));
const [table] = knowledge.triage.values();

describe('the triage of the content', () => {
  it('ends in one checklist for every combination of answers, and reaches each', () => {
    if (!table) throw new Error('There is no triage.');
    const reached = new Set<string>();
    for (const answers of completions(table.questions, {})) {
      const { checklist, settled } = decideTriage(table, answers);
      expect(settled).toBe(true);
      reached.add(checklist);
    }
    expect([...reached].sort()).toEqual([...knowledge.checklists.keys()].sort());
  });

  it('is drawn in docs/triage.md as it is', () => {
    expect(writtenTriagePage(), 'run: node scripts/triage-diagram.ts').toBe(triagePage(knowledge));
  });
});
