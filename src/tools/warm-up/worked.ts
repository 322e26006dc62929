import { type Html, html } from '../../browser/html.ts';
import { type PageContext, plainText } from '../../components/context.ts';
import { dayText, followed, givenList, workedExamples } from '../../components/worked-example/worked-examples.ts';
import { DEFAULT_CONNECT } from '../../core/warm-up/input.ts';
import type { ExampleOf } from '../../knowledge/example-schema.ts';
import type { Knowledge } from '../../knowledge/index.ts';

type Expected = ExampleOf<'warm-up'>['expected'];
type ExpectedDay = Expected['days'][number];

export function workedWarmUp(context: PageContext, all: Knowledge): Html {
  const { words, format } = context;
  const { fields, ways } = words.warmUp;
  return workedExamples<ExampleOf<'warm-up'>>(context, all, {
    tool: 'warm-up',
    given: ({ start, target, connect = DEFAULT_CONNECT, sources }) =>
      givenList([
        [fields.start, format.date(start)],
        target === undefined ? undefined : [fields.target, format.number(target)],
        [fields.connect, ways[connect]],
        [fields.sources, followed(context, all, sources)],
      ]),
    result: ({ days, milestones }) =>
      html`${table(context, all, days)}<ul>${Object.entries(milestones).map(
        ([id, date]) => html`<li>${milestone(context, all, id)}: ${dayText(date, format.dayOfYear)}</li>`,
      )}</ul>`,
  });
}

function table(context: PageContext, all: Knowledge, days: readonly ExpectedDay[]): Html {
  const { day, metrics, channels, planTitle } = context.words.warmUp;
  return html`<div class="table-wrap" role="group" aria-label="${planTitle}" tabindex="0"><table><thead><tr>${[day, metrics.messages, metrics.recipients, metrics.channel].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${days.map(
    (row) =>
      html`<tr><th scope="row">${row.day} <small>${dayText(row.date, context.format.shortDay)}</small></th><td>${limit(context, all, row.messages, row.messagesBy)}</td><td>${limit(context, all, row.recipients, row.recipientsBy)}</td><td>${channels[row.channel]}</td></tr>`,
  )}</tbody></table></div>`;
}

function limit(
  { words, format }: PageContext,
  { sources }: Knowledge,
  most: number | 'none',
  by: readonly string[],
): Html {
  const { noLimit, yourTarget } = words.warmUp;
  const who = by.map((id) => sources.get(id)?.name ?? yourTarget);
  return html`<b>${most === 'none' ? noLimit : format.number(most)}</b>${who.length > 0 && html` <small>${who.join(', ')}</small>`}`;
}

function milestone(context: PageContext, { rules, schedules }: Knowledge, id: string): string {
  const found = [...schedules.values()].flatMap(({ milestones }) => milestones).find((known) => known.id === id);
  if (found) return plainText(context, rules, found.title);
  return id === 'target' ? context.words.warmUp.targetReached : id;
}
