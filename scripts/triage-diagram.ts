import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { triageDiagram } from '../src/core/recovery/triage-diagram.ts';
import { type Knowledge, readKnowledge } from '../src/knowledge/index.ts';
import { projectRoot } from './run.ts';

const FILE = join(projectRoot, 'docs/triage.md');

/** How the answers lead to a checklist, as a page with a diagram drawn from `content/triage/`. */
export function triagePage({ triage, checklists }: Knowledge): string {
  const [table] = triage.values();
  if (!table) throw new Error('content/triage/ holds no table.');
  const textOf = <T extends { id: string }>(list: readonly T[], id: string, text: (entry: T) => string) => {
    const found = list.find((entry) => entry.id === id);
    return found ? text(found) : id;
  };
  const questionOf = (id: string) => table.questions.filter((question) => question.id === id);
  const diagram = triageDiagram(table, {
    question: (id) => textOf(table.questions, id, ({ text }) => text.en),
    answer: (question, id) =>
      textOf(
        questionOf(question).flatMap(({ answers }) => answers),
        id,
        ({ text }) => text.en,
      ),
    checklist: (id) => checklists.get(id)?.title.en ?? id,
    advice: (id) => textOf(table.advice, id, ({ text }) => text.en),
  });
  return `# From answers to a checklist

Drawn from \`content/triage/triage.yaml\` by \`node scripts/triage-diagram.ts\`; a test compares the two. A question is drawn only where its answer matters; dashed arrows lead to advice that is given beside the checklist.

\`\`\`mermaid
${diagram}\`\`\`
`;
}

export function writtenTriagePage(): string {
  return readFileSync(FILE, 'utf8');
}

if (import.meta.main) writeFileSync(FILE, triagePage(readKnowledge(join(projectRoot, 'content'))));
