import { z } from 'zod';
import { date, id, RISK_LEVELS, text, ZONES } from './schema.ts';

/** Situations with what a calculator must answer in them: shown on its page, and run as tests. */

const count = z.int().min(0);
const unlimited = z.literal('none').describe('Where nothing limits it.');
const sources = z.array(id).min(1).describe('Ids of the sources that are followed; absent: all.');

const common = {
  id,
  title: text.describe('The situation, in one short sentence.'),
};

const figure = z.strictObject({ value: z.number(), zone: z.enum(ZONES).optional() });
const byZone = z.partialRecord(z.enum(ZONES), count);

const replyRatio = z.strictObject({
  ...common,
  tool: z.literal('reply-ratio'),
  inputs: z.strictObject({
    sent: count,
    replies: count,
    blocked: count.optional(),
    more: count.optional(),
    rate: count.optional(),
  }),
  expected: z.strictObject({
    ratio: figure.optional().describe('Absent where nothing was sent.'),
    repliesTo: byZone.optional().describe('Replies that are missing until each better zone.'),
    headroom: byZone.optional().describe('Messages that may stay unanswered until each zone is left.'),
    interval: z.strictObject({ low: z.number(), high: z.number(), crosses: z.array(count) }).optional(),
    blockRate: figure.optional(),
    projected: figure.optional(),
    verdicts: z.record(id, z.enum(ZONES)).optional().describe('What single sources say of it.'),
  }),
});

const warmUp = z.strictObject({
  ...common,
  tool: z.literal('warm-up'),
  inputs: z.strictObject({
    start: date,
    sources: sources.optional(),
    connect: z.enum(['phone', 'service']).optional(),
    target: count.optional(),
  }),
  expected: z.strictObject({
    days: z
      .array(
        z.strictObject({
          day: count,
          date,
          messages: z.union([count, unlimited]),
          messagesBy: z.array(id).describe('Source ids, or "target".'),
          recipients: z.union([count, unlimited]),
          recipientsBy: z.array(id),
          channel: z.enum(['phone', 'phone-web', 'service']),
          groups: z.enum(['yes', 'no']),
        }),
      )
      .min(1)
      .describe('Some days of the plan.'),
    milestones: z.record(id, date).describe('All of them.'),
    lastDay: count,
  }),
});

const campaign = z.strictObject({
  ...common,
  tool: z.literal('campaign'),
  inputs: z.strictObject({
    audience: count,
    cold: count,
    age: count,
    hours: count.optional(),
    per: count.optional(),
    start: date,
    sources: sources.optional(),
  }),
  expected: z
    .strictObject({
      days: count.optional(),
      finish: date.optional(),
      rows: z
        .array(
          z.strictObject({
            day: count,
            newPeople: count,
            knownPeople: count,
            messages: count,
            boundBy: z.array(z.enum(['hour', 'day', 'recipients', 'audience'])),
          }),
        )
        .optional()
        .describe('Some days of the calendar.'),
      reached: count.optional().describe('Where no year is enough: how many people get the message in it.'),
    })
    .refine(
      ({ days, finish, rows, reached }) =>
        reached === undefined ? days !== undefined && finish !== undefined : !days && !finish && !rows,
      '"days" and "finish", or "reached" alone',
    ),
});

const risk = z.strictObject({
  ...common,
  tool: z.literal('risk'),
  inputs: z.record(id, id).describe('Answer ids by question id; a question that is not named is not answered.'),
  expected: z.strictObject({
    level: z.enum([...RISK_LEVELS, 'unknown']),
    deciders: z.array(id).describe('Ids of the questions whose answers decide, in order of weight.'),
    open: count.describe('Questions without an answer.'),
  }),
});

const WITH_EXAMPLES = [replyRatio, warmUp, campaign, risk] as const;

export const exampleSchema = z.discriminatedUnion('tool', WITH_EXAMPLES, {
  error: 'the name of a calculator that has examples, as the file is called',
});

export type Example = z.infer<typeof exampleSchema>;
export type ExampleOf<Name extends Example['tool']> = Extract<Example, { tool: Name }>;

/** What an example types, as it stands in the address of its calculator. */
export function typedInputs({ inputs }: Example): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, String(value)]));
}
