import { type Html, html } from '../../browser/html.ts';
import type { PageContext } from '../../components/context.ts';
import { givenList, workedExamples } from '../../components/worked-example/worked-examples.ts';
import { zoneBadge } from '../../components/zone/zone.view.ts';
import { edgesOf } from '../../core/bands.ts';
import { fill, type Plural, plural } from '../../core/words.ts';
import type { ExampleOf } from '../../knowledge/example-schema.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Zone } from '../../knowledge/schema.ts';
import { KEYS } from './inputs.ts';

type Expected = ExampleOf<'reply-ratio'>['expected'];

export function workedReplyRatio(context: PageContext, all: Knowledge): Html {
  const { fields } = context.words.replyRatio;
  return workedExamples<ExampleOf<'reply-ratio'>>(context, all, {
    tool: 'reply-ratio',
    given: (inputs) =>
      givenList(
        KEYS.map((key) => (inputs[key] === undefined ? undefined : [fields[key], context.format.number(inputs[key])])),
      ),
    result: (expected) =>
      html`${headline(context, expected)}<ul>${lines(context, all, expected).map((line) => html`<li>${line}</li>`)}</ul>`,
  });
}

function headline({ words, format }: PageContext, { ratio }: Expected): Html {
  if (!ratio) return html`<p><strong>${words.replyRatio.nothingSent}</strong></p>`;
  return html`<p><strong>${format.percent(ratio.value, 1)}</strong> ${zoneBadge(words.zones, ratio.zone)}</p>`;
}

function lines(context: PageContext, all: Knowledge, expected: Expected): (Html | string)[] {
  const { words, format } = context;
  const { replyRatio: own, zones } = words;
  const { repliesTo, headroom, interval, blockRate, projected, verdicts = {} } = expected;
  const crosses = interval?.crosses.map((edge) => format.percent(edge)) ?? [];
  return [
    ...byEdge(context, all, own.repliesTo, repliesTo),
    ...byEdge(context, all, own.headroom, headroom),
    ...(interval
      ? [fill(own.interval, { low: format.percent(interval.low, 1), high: format.percent(interval.high, 1) })]
      : []),
    ...(crosses.length > 0 ? [fill(own.intervalCaution, { edges: format.list(crosses) })] : []),
    ...(blockRate
      ? [html`${own.blockRate} ${format.percent(blockRate.value, 2)} ${zoneBadge(zones, blockRate.zone)}`]
      : []),
    ...(projected
      ? [
          html`${words.tool.examples.projected} ${format.percent(projected.value, 1)} ${zoneBadge(zones, projected.zone)}`,
        ]
      : []),
    ...Object.entries(verdicts).map(
      ([source, zone]) => html`${all.sources.get(source)?.name}: ${zoneBadge(zones, zone)}`,
    ),
  ];
}

/** A sentence for each zone that has a count, the nearest first. */
function byEdge(
  { words, format, locale }: PageContext,
  { rules }: Knowledge,
  forms: Plural,
  counts: Partial<Record<Zone, number>> = {},
): string[] {
  return edgesOf(rules.get('reply-ratio')?.bands ?? []).flatMap(({ zone, at }) => {
    const count = counts[zone];
    if (count === undefined) return [];
    return [
      fill(plural(forms, locale, count, format.number(count)), { zone: words.zones[zone], edge: format.percent(at) }),
    ];
  });
}
