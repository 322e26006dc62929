import { z } from 'zod';
import { contextFor, plainText } from '../components/context.ts';
import { type Knowledge, knowledge } from '../knowledge/index.ts';
import {
  bandSchema,
  checklistSchema,
  claimSchema,
  conflictSchema,
  EVIDENCE,
  LOCALES,
  ruleSchema,
  scenarioSchema,
  scheduleSchema,
  sourceSchema,
  symptomSchema,
  type Text,
} from '../knowledge/schema.ts';

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
});

export function jsonSchema(): unknown {
  return z.toJSONSchema(dataFileSchema, { io: 'input', unrepresentable: 'any' });
}

export function dataFile(all: Knowledge = knowledge()): z.input<typeof dataFileSchema> {
  const file = {
    version: all.version,
    sources: [...all.sources.values()],
    claims: [...all.claims.values()].map(({ restates, unused, citedBy, ...claim }) => ({
      ...claim,
      ...(restates && { restates: restates[0] }),
      ...(restates && restates.length > 1 && { restatesAll: restates }),
      ...(unused ? { unused } : { citedBy }),
    })),
    rules: [...all.rules.values()].map(({ conflicts, ...rule }) => ({
      ...rule,
      conflicts: conflicts.map(({ id }) => id),
    })),
    schedules: [...all.schedules.values()],
    conflicts: [...all.conflicts.values()],
    checklists: [...all.checklists.values()],
    scenarios: [...all.scenarios.values()],
    symptoms: [...all.symptoms.values()],
  };
  return writtenOut(file, all) as z.input<typeof dataFileSchema>;
}

/** Texts carry their rule values written out, so that a reader of the file needs no template language. */
function writtenOut(value: unknown, all: Knowledge): unknown {
  if (Array.isArray(value)) return value.map((item) => writtenOut(item, all));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) {
    return Object.fromEntries(LOCALES.map((locale) => [locale, plainText(contextFor(locale, '/'), all.rules, value)]));
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, writtenOut(item, all)]));
}

function isText(value: object): value is Text {
  return LOCALES.every((locale) => typeof (value as Record<string, unknown>)[locale] === 'string');
}
