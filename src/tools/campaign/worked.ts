import { type Html, html } from '../../browser/html.ts';
import type { PageContext } from '../../components/context.ts';
import { dayText, followed, givenList, workedExamples } from '../../components/worked-example/worked-examples.ts';
import { fill, plural } from '../../core/words.ts';
import type { ExampleOf } from '../../knowledge/example-schema.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { NUMBER_KEYS } from './inputs.ts';

type Expected = ExampleOf<'campaign'>['expected'];

export function workedCampaign(context: PageContext, all: Knowledge): Html {
  const { words, format } = context;
  const { fields } = words.campaign;
  return workedExamples<ExampleOf<'campaign'>>(context, all, {
    tool: 'campaign',
    given: (inputs) =>
      givenList([
        ...NUMBER_KEYS.map((key) =>
          inputs[key] === undefined ? undefined : ([fields[key], format.number(inputs[key])] as const),
        ),
        [fields.start, format.date(inputs.start)],
        [fields.sources, followed(context, all, inputs.sources)],
      ]),
    result: (expected) => html`${headline(context, expected)}${table(context, expected)}`,
  });
}

function headline({ words, format, locale }: PageContext, { days, finish, reached = 0 }: Expected): Html {
  const { campaign, tool } = words;
  if (days === undefined || finish === undefined) {
    const people = plural(campaign.people, locale, reached, format.number(reached));
    return html`<p><strong>${fill(tool.examples.tooLong, { people })}</strong></p>`;
  }
  const until = fill(campaign.until, { date: dayText(finish, format.day) });
  return html`<p><strong>${plural(campaign.days, locale, days, format.number(days))}</strong>, ${until}</p>`;
}

function table({ words, format }: PageContext, { rows = [] }: Expected): Html {
  if (rows.length === 0) return html``;
  const { columns, bounds, calendar } = words.campaign;
  return html`<div class="table-wrap" role="group" aria-label="${calendar}" tabindex="0"><table><thead><tr><th scope="col">${columns.day}</th><th scope="col" class="number">${columns.fresh} + ${columns.known}</th><th scope="col" class="number">${columns.total}</th><th scope="col">${columns.boundBy}</th></tr></thead><tbody>${rows.map(
    ({ day, newPeople, knownPeople, messages, boundBy }) =>
      html`<tr><th scope="row">${format.number(day)}</th><td class="number">${format.number(newPeople)} + ${format.number(knownPeople)}</td><td class="number"><b>${format.number(messages)}</b></td><td>${boundBy.map((bound) => bounds[bound]).join(', ')}</td></tr>`,
  )}</tbody></table></div>`;
}
