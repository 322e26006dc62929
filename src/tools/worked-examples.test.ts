import { describe, expect, it } from 'vitest';
import { contextFor } from '../components/context.ts';
import { formatDay } from '../core/calendar/day.ts';
import { checkCampaign } from '../core/campaign/check.ts';
import { campaignInput, readCampaign } from '../core/campaign/input.ts';
import { evaluateReplyRatio } from '../core/reply-ratio.ts';
import { evaluateRisk } from '../core/risk/evaluate.ts';
import { readRisk } from '../core/risk/input.ts';
import { readWarmUp, warmUpInput } from '../core/warm-up/input.ts';
import { planWarmUp } from '../core/warm-up/plan.ts';
import { type Example, type ExampleOf, typedInputs } from '../knowledge/example-schema.ts';
import { knowledge } from '../knowledge/index.ts';
import { campaignProps } from './campaign/props.ts';
import { readInputs } from './reply-ratio/inputs.ts';
import { replyRatioProps } from './reply-ratio/props.ts';
import { riskProps } from './risk/props.ts';
import { scheduleRules } from './schedule-rules.ts';

const all = knowledge();
const context = contextFor('en', '/');
const examples = [...all.examples.values()];
const sources = [...all.sources.keys()];
/** No example rests on the day on which it is looked at. */
const today = 0;

type Expected<Tool extends Example['tool']> = ExampleOf<Tool>['expected'];

const ANSWERS: { [Tool in Example['tool']]: (example: ExampleOf<Tool>) => Expected<Tool> } = {
  'reply-ratio': replyRatio,
  'warm-up': warmUp,
  campaign,
  risk,
};

describe('the worked examples', () => {
  it.each(Object.keys(ANSWERS))('are at least four for the calculator %s', (tool) => {
    expect(examples.filter((example) => example.tool === tool).length).toBeGreaterThanOrEqual(4);
  });

  it.each(examples.map((example) => [example.tool, example.id, example] as const))('%s: %s', (tool, _id, example) => {
    const answer = ANSWERS[tool] as (example: Example) => Example['expected'];
    expect(answer(example)).toEqual(example.expected);
  });
});

/** What each calculator answers, in the shape and to the extent of what is expected. */
function replyRatio(example: ExampleOf<'reply-ratio'>): Expected<'reply-ratio'> {
  const { input, faults } = readInputs(typedInputs(example));
  expect(faults).toEqual({});
  const { rules } = replyRatioProps(context, all);
  const { ratio, repliesTo, headroom, interval, blockRate, projected, verdicts } = evaluateReplyRatio(rules, input);
  const byZone = (list: typeof repliesTo) => Object.fromEntries(list.map(({ zone, value }) => [zone, value]));
  const told = Object.keys(example.expected.verdicts ?? {});
  const said = verdicts.flatMap(({ source, zone }) => (zone && told.includes(source) ? [[source, zone]] : []));
  return {
    ...(ratio && { ratio, repliesTo: byZone(repliesTo), headroom: byZone(headroom) }),
    ...(interval && { interval }),
    ...(blockRate && { blockRate }),
    ...(projected && { projected }),
    ...(told.length > 0 && { verdicts: Object.fromEntries(said) }),
  };
}

function warmUp(example: ExampleOf<'warm-up'>): Expected<'warm-up'> {
  const { values, faults } = readWarmUp(typedInputs(example), { sources, today });
  expect(faults).toEqual({});
  const input = warmUpInput(values);
  if (!input) throw new Error('An input of the plan is missing.');
  const { days, milestones } = planWarmUp(scheduleRules(all), input);
  return {
    days: example.expected.days.flatMap(({ day: wanted }) =>
      days
        .filter(({ day }) => day === wanted)
        .map(({ day, date, messages, recipients, channel, groups }) => ({
          day,
          date: formatDay(date),
          messages: messages.most ?? 'none',
          messagesBy: [...messages.by],
          recipients: recipients.most ?? 'none',
          recipientsBy: [...recipients.by],
          channel,
          groups,
        })),
    ),
    milestones: Object.fromEntries(milestones.map(({ id, date }) => [id, formatDay(date)])),
    lastDay: days.at(-1)?.day ?? 0,
  };
}

function campaign(example: ExampleOf<'campaign'>): Expected<'campaign'> {
  const { values, faults } = readCampaign(typedInputs(example), { sources, today });
  expect(faults).toEqual({});
  const input = campaignInput(values);
  if (!input) throw new Error('An input of the campaign is missing.');
  const result = checkCampaign(campaignProps(context, all).rules, input);
  if (result.state === 'too-long') return { reached: result.reached };
  const told = example.expected.rows?.map(({ day }) => day) ?? [];
  return {
    days: result.days,
    finish: formatDay(result.finish),
    rows: result.rows
      .filter(({ day }) => told.includes(day))
      .map(({ day, newPeople, knownPeople, messages, boundBy }) => ({
        ...{ day, newPeople, knownPeople, messages },
        boundBy: [...boundBy],
      })),
  };
}

function risk(example: ExampleOf<'risk'>): Expected<'risk'> {
  const { questions } = riskProps(context, all);
  const { values, faults } = readRisk(questions, typedInputs(example));
  expect(faults).toEqual({});
  const { level, deciders, unknown } = evaluateRisk(questions, values);
  return { level, deciders: deciders.map(({ question }) => question), open: unknown.length };
}
