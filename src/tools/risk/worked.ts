import { type Html, html } from '../../browser/html.ts';
import { type PageContext, plainText } from '../../components/context.ts';
import { givenList, workedExamples } from '../../components/worked-example/worked-examples.ts';
import { plural } from '../../core/words.ts';
import type { ExampleOf } from '../../knowledge/example-schema.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { levelBadge } from './level.view.ts';

type Expected = ExampleOf<'risk'>['expected'];

export function workedRisk(context: PageContext, all: Knowledge): Html {
  return workedExamples<ExampleOf<'risk'>>(context, all, {
    tool: 'risk',
    given: (inputs) => given(context, all, Object.entries(inputs)),
    result: (expected) => result(context, all, expected),
  });
}

function given(context: PageContext, all: Knowledge, answers: [question: string, answer: string][]): Html {
  const { rules, scenarios } = all;
  return givenList(
    answers.map(([question, answer]) => {
      const chosen = scenarios.get(question)?.answers.find(({ id }) => id === answer);
      return [questionText(context, all, question), chosen ? plainText(context, rules, chosen.text) : answer];
    }),
  );
}

function result(context: PageContext, all: Knowledge, { level, deciders, open }: Expected): Html {
  const { words, format, locale } = context;
  const stillOpen = plural(words.tool.examples.stillOpen, locale, open, format.number(open));
  return html`<p>${levelBadge({ ...words.riskLevels, unknown: words.risk.unknown }, level)}</p>${deciders.length > 0 && html`<p>${words.tool.examples.deciders}</p><ol>${deciders.map((id) => html`<li>${questionText(context, all, id)}</li>`)}</ol>`}${open > 0 && html`<p>${stillOpen}</p>`}`;
}

function questionText(context: PageContext, { rules, scenarios }: Knowledge, id: string): string {
  const scenario = scenarios.get(id);
  return scenario ? plainText(context, rules, scenario.question) : id;
}
