import { didYouMean, type Fault } from './fault.ts';
import type { Collections } from './load.ts';
import { faultAt } from './parse.ts';

type Example = Collections['examples'][number];

/** Examples in the file of another calculator, and answers to questions that nobody asks. */
export function checkExamples({ examples, scenarios }: Collections): Fault[] {
  const answers = new Map(scenarios.map(({ value }) => [value.id, value.answers.map((answer) => answer.id)]));
  return examples.flatMap((example) => [...misplaced(example), ...unknownAnswers(example, answers)]);
}

function misplaced({ value, raw }: Example): Fault[] {
  if (value.tool === raw.stem) return [];
  return [faultAt(raw, ['tool'], `"${raw.stem}", the name of the file`, `"${value.tool}"`)];
}

function unknownAnswers({ value, raw }: Example, answers: ReadonlyMap<string, string[]>): Fault[] {
  if (value.tool !== 'risk') return [];
  return Object.entries(value.inputs).flatMap(([question, answer]) => {
    // A question that is not there is told with the references.
    const known = answers.get(question);
    if (!known || known.includes(answer)) return [];
    const expected = `an answer of the question "${question}"`;
    return [faultAt(raw, ['inputs', question], expected, `"${answer}"`, didYouMean(answer, known))];
  });
}
