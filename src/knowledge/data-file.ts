import { z } from 'zod';
import { exampleSchema } from './example-schema.ts';
import {
  appealSchema,
  bandSchema,
  checklistSchema,
  claimSchema,
  conflictSchema,
  EVIDENCE,
  ruleSchema,
  scenarioSchema,
  scheduleSchema,
  sourceSchema,
  symptomSchema,
  triageSchema,
} from './schema.ts';

const ids = z.array(z.string());

/** The shape of `/api/v1/rules.json`: what other systems may rely on. */
const dataFileSchema = z.strictObject({
  version: z.string().describe('Changes whenever any datum does.'),
  sources: z.array(sourceSchema),
  claims: z.array(
    claimSchema.omit({ restates: true }).extend({
      source: z.string().describe('Id of the source that says it.'),
      restates: z.string().optional().describe('The claim of the same source that this one repeats.'),
      restatesAll: ids.optional().describe('All claims it repeats, where there are several.'),
      citedBy: ids.optional().describe('Ids of everything that uses the claim.'),
    }),
  ),
  rules: z.array(
    z.strictObject({
      ...ruleSchema.shape,
      bands: z.array(bandSchema).optional(),
      evidence: z.enum(EVIDENCE).describe('The weakest evidence the rule rests on.'),
      conflicts: ids.describe('Ids of the conflicts that touch the rule.'),
      usedIn: ids.describe('Addresses, without the language, of pages that use the rule.'),
    }),
  ),
  schedules: z.array(scheduleSchema),
  conflicts: z.array(conflictSchema),
  checklists: z.array(checklistSchema),
  scenarios: z.array(scenarioSchema),
  symptoms: z.array(symptomSchema),
  triage: z.array(triageSchema),
  appeal: z.array(appealSchema),
  examples: z.array(exampleSchema).describe('Situations with what the calculators answer in them.'),
});

export function jsonSchema(): unknown {
  return z.toJSONSchema(dataFileSchema, { io: 'input', unrepresentable: 'any' });
}

export type DataFile = z.input<typeof dataFileSchema>;
