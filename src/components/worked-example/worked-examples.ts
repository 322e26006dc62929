import { type Html, html } from '../../browser/html.ts';
import { readDay } from '../../core/calendar/read-day.ts';
import { type Example, typedInputs } from '../../knowledge/example-schema.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { type PageContext, plainText } from '../context.ts';

/** One calculator's way of showing its examples. */
interface Drawing<Own extends Example> {
  tool: Own['tool'];
  /** What is typed. */
  given(inputs: Own['inputs']): Html;
  /** What comes out, from the figures of the example alone. */
  result(expected: Own['expected']): Html;
}

/** Situations with their answers, each of them a link that opens the calculator so filled. */
export function workedExamples<Own extends Example>(
  context: PageContext,
  { examples, rules }: Knowledge,
  { tool, given, result }: Drawing<Own>,
): Html {
  const words = context.words.tool.examples;
  const own = [...examples.values()].filter((example): example is Own => example.tool === tool);
  if (own.length === 0) return html``;
  return html`<section class="worked no-print" data-pagefind-ignore><h2 id="worked-examples">${words.title}</h2><p>${words.text}</p>${own.map(
    (example, index) =>
      html`<details${index === 0 && html` open`}><summary>${plainText(context, rules, example.title)}</summary><div class="worked-example"><div>${given(example.inputs)}<a href="${hashOf(example)}" data-action="example">${words.open}</a></div><div class="worked-result">${result(example.expected)}</div></div></details>`,
  )}</section>`;
}

/** Inputs by their labels. */
export function givenList(entries: readonly (readonly [label: string, value: string] | undefined)[]): Html {
  const filled = entries.filter((entry) => entry !== undefined);
  return html`<dl>${filled.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** The sources that are followed, by name. */
export function followed({ format, words }: PageContext, { sources }: Knowledge, ids?: readonly string[]): string {
  return ids ? format.list(ids.map((id) => sources.get(id)?.name ?? id)) : words.tool.examples.allSources;
}

/** A date of an example, as the page writes days. */
export function dayText(day: string, write: (day: number) => string): string {
  const read = readDay(day);
  return read.state === 'good' ? write(read.value) : day;
}

function hashOf(example: Example): string {
  const written = new URLSearchParams(typedInputs(example));
  return `#${written.toString().replaceAll('%2C', ',')}`;
}
