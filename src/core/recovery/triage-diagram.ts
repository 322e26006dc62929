import { decideTriage, type TriageAnswers, type TriageTable } from './triage.ts';

/** The words of the diagram; ids where none are given. */
export interface DiagramWords {
  question(id: string): string;
  answer(question: string, id: string): string;
  checklist(id: string): string;
  advice(id: string): string;
}

type Node = { checklist: string } | { question: string; branches: { answers: string[]; to: Node }[] };

const IDS: DiagramWords = {
  question: (id) => id,
  answer: (_, id) => id,
  checklist: (id) => id,
  advice: (id) => id,
};

/** The triage table as a Mermaid flow chart, in which a question is asked only where its answer matters. */
export function triageDiagram(table: TriageTable, words: DiagramWords = IDS): string {
  const chart = new Chart();
  drawNode(chart, words, decisionTree(table, {}, 0));
  for (const { id, when } of table.advice) {
    const to = chart.node(`advice ${id}`, (label) => `>${label}]`, words.advice(id));
    for (const [question, answers] of Object.entries(when)) {
      const from = chart.node(`asks ${question}`, (label) => `{{${label}}}`, words.question(question));
      chart.edge(
        from,
        '-.->',
        answers.map((answer) => words.answer(question, answer)),
        to,
      );
    }
  }
  return ['flowchart TD', ...chart.lines, ''].join('\n');
}

function decisionTree(table: TriageTable, answers: TriageAnswers, index: number): Node {
  const { settled, checklist } = decideTriage(table, answers);
  const question = table.questions[index];
  if (settled || !question) return { checklist };
  const branches = new Map<string, { answers: string[]; to: Node }>();
  for (const { id } of question.answers) {
    const to = decisionTree(table, { ...answers, [question.id]: id }, index + 1);
    const key = JSON.stringify(to);
    const branch = branches.get(key) ?? { answers: [], to };
    branch.answers.push(id);
    branches.set(key, branch);
  }
  const [only, ...others] = branches.values();
  return only && others.length === 0 ? only.to : { question: question.id, branches: [...branches.values()] };
}

function drawNode(chart: Chart, words: DiagramWords, node: Node): string {
  const key = JSON.stringify(node);
  if ('checklist' in node) return chart.node(key, (label) => `([${label}])`, words.checklist(node.checklist));
  const isDrawn = chart.has(key);
  const name = chart.node(key, (label) => `{${label}}`, words.question(node.question));
  if (isDrawn) return name;
  for (const { answers, to } of node.branches) {
    const target = drawNode(chart, words, to);
    chart.edge(
      name,
      '-->',
      answers.map((answer) => words.answer(node.question, answer)),
      target,
    );
  }
  return name;
}

class Chart {
  readonly lines: string[] = [];
  readonly #names = new Map<string, string>();

  has(key: string): boolean {
    return this.#names.has(key);
  }

  node(key: string, shape: (label: string) => string, label: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `n${this.#names.size + 1}`;
    this.#names.set(key, name);
    this.lines.push(`  ${name}${shape(quote(label))}`);
    return name;
  }

  edge(from: string, arrow: string, labels: string[], to: string): void {
    this.lines.push(`  ${from} ${arrow}|${quote(labels.join(' / '))}| ${to}`);
  }
}

/** Mermaid reads entities such as #quot; inside quoted labels. */
function quote(label: string): string {
  return `"${label.replaceAll('#', '#35;').replaceAll('"', '#quot;')}"`;
}
