import { z } from 'zod';

/** The shapes of everything under `content/`. A field's description is its documentation. */

export const LOCALES = ['en', 'pt', 'ru'] as const;
export type Locale = (typeof LOCALES)[number];

export const TOPICS = [
  'account-type',
  'appeal',
  'automation',
  'ban-type',
  'block-rate',
  'consent',
  'contacts',
  'content-pattern',
  'daily-volume',
  'device',
  'enforcement',
  'first-contact',
  'groups',
  'integration-settings',
  'isolation',
  'links',
  'media',
  'message-style',
  'network-ip',
  'number-age',
  'number-type',
  'opt-out',
  'other',
  'personalization',
  'queue',
  'recovery',
  'replacement-number',
  'reply-ratio',
  'timing',
  'unanswered',
  'velocity',
  'warm-up',
] as const;
export type Topic = (typeof TOPICS)[number];

/** From the strongest to the weakest. */
export const EVIDENCE = ['reported-platform-change', 'vendor-advice', 'community-estimate', 'anecdote'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const STANCES = ['adopt', 'adopt-with-care', 'record-only'] as const;
export type Stance = (typeof STANCES)[number];

/** From the best to the worst. */
export const ZONES = ['target', 'safe', 'warning', 'danger'] as const;
export type Zone = (typeof ZONES)[number];

export const RISK_LEVELS = ['none', 'minimal', 'elevated', 'maximal'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Units have their words, with plurals, under `unit.*` in the interface dictionaries. */
const UNITS = [
  'percent',
  'replies-per-100',
  'blocks-per-100',
  'blocks',
  'messages',
  'messages-per-minute',
  'messages-per-hour',
  'messages-per-day',
  'identical-messages-per-hour',
  'recipients-per-day',
  'people-per-day',
  'contacts',
  'dialogues',
  'groups',
  'numbers',
  'attempts',
  'checks',
  'reports',
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
  'times',
  'layers',
  'words',
  'characters',
  'lines',
  'count',
] as const;
export type Unit = (typeof UNITS)[number];

export const TOOLS = ['warm-up', 'reply-ratio', 'campaign', 'risk', 'message-log'] as const;
export type Tool = (typeof TOOLS)[number];

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a permanent id in kebab-case, such as "reply-ratio"')
  .describe('Permanent id: bookmarks, saved incidents and links rest on it. Never change or reuse one.');

const conflictId = z
  .string()
  .regex(/^C-\d{2,3}$/, 'a conflict id such as "C-07"')
  .describe('Permanent id of a conflict.');

const line = z.string().trim().min(1, 'a text that is not empty');

export const text = z
  .strictObject({ en: line, pt: line, ru: line })
  .describe('A text for people, complete in every language. Values are written :rule[id.band], never as a number.');
export type Text = z.infer<typeof text>;

const words = z
  .strictObject({ en: z.array(line), pt: z.array(line), ru: z.array(line) })
  .describe('Words or phrases people use, per language; the lists need not correspond.');

export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date written YYYY-MM-DD')
  .refine((value) => {
    const parsed = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
  }, 'a date that exists in the calendar')
  .describe('A calendar date, YYYY-MM-DD.');

const topic = z.enum(TOPICS);
const evidence = z.enum(EVIDENCE);
const unit = z.enum(UNITS);
const claimIds = z.array(id).describe('Ids of the claims this rests on.');

export const sourceSchema = z.strictObject({
  id,
  name: line.describe('Name of the publisher, as people know it.'),
  title: line.describe('Title of the document in its own language.'),
  language: z.enum(['en', 'pt', 'ru']).describe('Language the document is written in.'),
  kind: z.enum(['vendor-documentation', 'vendor-blog']).describe('What sort of document it is.'),
  read: date.describe('The day we read it.'),
  about: text.describe('Who publishes it, what it covers, and what to keep in mind when trusting it.'),
});

export const claimSchema = z.strictObject({
  id,
  topic,
  kind: z.enum([
    'cause',
    'definition',
    'fact',
    'practice',
    'prohibition',
    'scenario',
    'schedule',
    'step',
    'template',
    'threshold',
    'warning',
  ]),
  polarity: z
    .enum(['do', 'dont', 'info'])
    .describe('Whether the source tells readers to do it, not to do it, or only informs.'),
  evidence,
  caution: z
    .strictObject({
      advise: z.enum(['never', 'conditional']),
      cases: z.array(z.string().regex(/^S-\d{2}$/, 'a case id such as "S-07"')).min(1),
    })
    .optional()
    .describe(
      'For claims that ask for deception or for evading enforcement, or come close to it: how far we may advise them.',
    ),
  section: line.describe('Heading of the document under which it is said.'),
  lines: line.describe('Where in the document it is said.'),
  statement: text.describe(
    'What the source says, restated in our words, with every number, unit, condition and hedge.',
  ),
  restates: z
    .array(id)
    .min(1)
    .optional()
    .describe('Earlier or fuller claims of the same source that this one repeats.'),
  note: text.optional().describe('An ambiguity of the source, or an outside check, worth telling the reader.'),
  unused: text.optional().describe('Why nothing cites this claim. Only for claims that nothing cites.'),
});

export const bandSchema = z
  .strictObject({
    zone: z.enum(ZONES),
    from: z.number().optional().describe('Lower edge; without one the band has no lower end.'),
    to: z.number().optional().describe('Upper edge; without one the band has no upper end.'),
    fromInclusive: z.boolean().optional().describe('Whether the lower edge belongs to the band (default: yes).'),
    toInclusive: z.boolean().optional().describe('Whether the upper edge belongs to the band (default: no).'),
  })
  .refine((b) => b.from !== undefined || b.to !== undefined, 'a band with at least one edge, "from" or "to"');

const metric = z.strictObject({
  id,
  unit,
  better: z.enum(['higher', 'lower']).describe('Which direction is good for the number.'),
});

const namedValue = z.strictObject({
  id: id.describe('Name of the value within its rule, used as :rule[rule-id.value-id].'),
  value: z.number().optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  unit,
  claims: claimIds.min(1),
});

export const ruleSchema = z
  .strictObject({
    id,
    topic,
    title: text.describe('The rule as a short instruction.'),
    summary: text.describe('One sentence: what to keep to.'),
    why: text.describe('Why it matters, in a short paragraph.'),
    actions: z.array(text).min(1).describe('What to do on Monday morning, in order.'),
    stance: z.enum(STANCES).describe('adopt; adopt-with-care (see condition); record-only (see whyNot and instead).'),
    condition: text.optional().describe('Under which condition we advise it. Needed for adopt-with-care.'),
    whyNot: text.optional().describe('Why we do not advise it. Needed for record-only.'),
    instead: text.optional().describe('The honest alternative. Needed for record-only.'),
    metric: metric.optional().describe('What is measured, where the rule has numbers with zones.'),
    bands: z.array(bandSchema).min(1).optional().describe('The zones, resolved over all sources.'),
    verdicts: z
      .array(
        z.strictObject({
          source: id,
          metric: metric.optional(),
          bands: z.array(bandSchema).min(1),
          claims: claimIds.min(1),
        }),
      )
      .optional()
      .describe("Each source's own zones; with a metric of its own where it counts something else than the rule does."),
    values: z.array(namedValue).optional().describe('Other numbers of the rule, which prose may use by name.'),
    claims: z.strictObject({
      for: claimIds.min(1).describe('Claims that support the rule, from the most to the least telling.'),
      against: claimIds.describe('Claims that contradict or weaken it.'),
    }),
    related: z.array(id).describe('Rules to read with this one.'),
    tools: z.array(z.enum(TOOLS)).describe('Calculators that compute with this rule.'),
    terms: z.array(id).describe('Glossary entries that explain its words.'),
    reviewed: date.describe('The day somebody last checked the rule against its sources.'),
    reviewEvery: z.int().positive().describe('Days after which it must be checked again.'),
    history: z
      .array(z.strictObject({ date, change: text }))
      .min(1)
      .describe('What changed when, oldest first.'),
  })
  .superRefine((rule, context) => {
    const needs = (field: 'condition' | 'whyNot' | 'instead', stance: Stance) => {
      if (rule.stance === stance && rule[field] === undefined) {
        context.addIssue({ code: 'custom', path: [field], message: `a text, because the stance is ${stance}` });
      }
    };
    needs('condition', 'adopt-with-care');
    needs('whyNot', 'record-only');
    needs('instead', 'record-only');
    if ((rule.bands === undefined) !== (rule.metric === undefined)) {
      context.addIssue({ code: 'custom', path: ['bands'], message: '"metric" and "bands" together, or neither' });
    }
  });

const limit = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0) })
  .describe('A limit that grows linearly over the phase; the same number twice is a constant one.');

export const scheduleSchema = z.strictObject({
  id,
  source: id,
  title: text,
  summary: text,
  phases: z
    .array(
      z.strictObject({
        id,
        title: text,
        from: z.int().min(0).describe('First day; day 0 is the day the account was registered.'),
        to: z.int().min(0).nullable().describe('Last day; null where the phase has no end.'),
        connect: z
          .enum(['phone', 'service'])
          .optional()
          .describe('Only for numbers connected this way; absent: for all.'),
        messages: limit.optional().describe('Messages a day; absent where the source names no limit.'),
        growth: z
          .strictObject({ base: z.int().positive(), factor: z.number().positive(), everyDays: z.int().positive() })
          .optional()
          .describe('Growth from the first day of the phase: floor(base × factor ^ ((day − from) ÷ everyDays)).'),
        recipients: limit.optional().describe('New recipients a day; absent where the source names no limit.'),
        channel: z.enum(['phone', 'phone-web', 'service']).optional(),
        groups: z.enum(['yes', 'no']).optional(),
        condition: text.optional().describe('What must hold before or during the phase.'),
        claims: claimIds.min(1),
        tasks: z.array(
          z.strictObject({ id, text, from: z.int().optional(), to: z.int().optional(), claims: claimIds }),
        ),
      }),
    )
    .min(1),
  milestones: z
    .array(z.strictObject({ id, day: z.int().min(0), to: z.int().optional(), title: text, claims: claimIds.min(1) }))
    .describe('Days that mean something of their own.'),
  restart: z.array(z.strictObject({ id, when: text, claims: claimIds })).describe('What sets the plan back to day 0.'),
});

const RESOLUTION_REASONS = ['stricter', 'newer', 'better-evidence', 'more-specific', 'honest', 'out-of-scope'] as const;

export const conflictSchema = z.strictObject({
  id: conflictId,
  topic,
  title: text,
  scope: z.enum(['cross-source', 'internal', 'outside-check']),
  nature: z.enum(['number', 'definition', 'advice', 'certainty']),
  sides: z
    .array(
      z.strictObject({
        sources: z.array(id).describe('Empty for a position from outside the sources.'),
        position: text,
        claims: claimIds.describe('Empty where a source is silent, or for a position from outside.'),
      }),
    )
    .min(2),
  differs: text.describe('What exactly the sides disagree about.'),
  bothTrueWhen: text.describe('How both could be true.'),
  resolution: text.describe('What we chose and why.'),
  reasons: z.array(z.enum(RESOLUTION_REASONS)).min(1).describe('Why, as typed reasons.'),
  rules: z.array(id).describe('Rules the conflict touches.'),
});

export const scenarioSchema = z.strictObject({
  id: id.describe('The question id, used as the key in links.'),
  topic,
  question: text,
  help: text.optional().describe('How to find the answer.'),
  answers: z
    .array(
      z.strictObject({
        id,
        text,
        levels: z
          .array(z.strictObject({ source: id, level: z.enum(RISK_LEVELS), claims: claimIds.min(1) }))
          .describe('The risk level at which each source lists this answer; empty where no source judges it.'),
        advice: text.optional().describe('What to change first when this answer raises the risk.'),
      }),
    )
    .min(2),
  rules: z.array(id).min(1),
});

const CHECKLIST_OWNERS = ['agent', 'lead', 'vendor-support', 'whatsapp'] as const;

export const checklistSchema = z.strictObject({
  id,
  version: z.int().positive().describe('Raised by one whenever a step is added, removed or changes its meaning.'),
  title: text,
  summary: text,
  forWhen: text.describe('In which situation this list is the right one.'),
  notNow: z.array(text).describe('What must not be done now, shown on top.'),
  notice: text.optional().describe('A notice that must be read before any step.'),
  steps: z
    .array(
      z.strictObject({
        id,
        text: text.describe('The step as an instruction.'),
        detail: text.optional().describe('How to do it.'),
        owner: z.enum(CHECKLIST_OWNERS),
        vendor: id.optional().describe('A source id: the step holds only for customers of that vendor.'),
        stance: z.enum(STANCES).optional().describe('Absent: adopt.'),
        wait: z
          .strictObject({
            after: id.describe('A step of this list, or "ban" or "unblock".'),
            hours: z.number().positive().optional(),
            until: text.optional().describe('What to wait for where the source names no time.'),
            claims: claimIds,
          })
          .optional(),
        choices: z
          .array(z.strictObject({ id, text }))
          .min(2)
          .optional()
          .describe('A branch: the answer opens or closes later steps.'),
        when: z
          .strictObject({ step: id, choice: z.array(id).min(1) })
          .optional()
          .describe('Shown only when that step was answered so.'),
        doneWhen: text,
        warnings: z.array(text),
        claims: claimIds,
        goTo: id.optional().describe('A checklist to go on with.'),
        tool: z.enum(TOOLS).optional(),
      }),
    )
    .min(1),
});

export const symptomSchema = z
  .strictObject({
    id,
    title: text.describe('What the staff member sees, as a short sentence.'),
    wordings: words.describe('How people put it, and the wording of the notice.'),
    codes: z.array(line).describe('Error codes shown.'),
    meaning: text.describe('What it probably is.'),
    kind: z.enum(['temporary', 'permanent', 'logged-out', 'reachout-limit', 'quality', 'none', 'unclear']),
    firstStep: text.describe('The first right thing to do.'),
    checklist: id,
    claims: claimIds.describe('Empty where it was only observed in public reports.'),
    observed: text.optional().describe('Where it comes from if no claim says so. Needed where claims is empty.'),
  })
  .refine((s) => s.claims.length > 0 || s.observed !== undefined, {
    path: ['observed'],
    message: 'a text that says where the symptom was observed, because no claim says so',
  });

const condition = z
  .record(id, z.array(id).min(1))
  .describe('For each question named, the answers that fit; a question not named may be answered anyhow.');

const outcome = z.strictObject({
  id,
  checklist: id.describe('The checklist to follow.'),
  because: text.describe('Why this list, in one sentence.'),
  claims: claimIds.min(1),
});

export const triageSchema = z
  .strictObject({
    id,
    questions: z
      .array(
        z.strictObject({
          id: id.describe('Name of the radio group.'),
          text,
          reason: text.describe('Why it is asked: what its answer changes.'),
          answers: z
            .array(z.strictObject({ id, text }))
            .min(2)
            .refine((answers) => answers.some((answer) => answer.id === 'unknown'), 'an answer "unknown" among them')
            .describe('One of them is "unknown".'),
          claims: claimIds.min(1),
        }),
      )
      .min(1)
      .max(5)
      .describe('In the order in which they are asked; five at most.'),
    outcomes: z.array(outcome.extend({ when: condition })).describe('The first that fits decides.'),
    otherwise: outcome.describe('Decides where no other outcome fits, so that every combination ends in a list.'),
    advice: z
      .array(z.strictObject({ id, when: condition, text, claims: claimIds.min(1) }))
      .describe('What to heed before the first step, whichever list it is.'),
  })
  .superRefine(({ questions, outcomes, advice }, context) => {
    const known = new Map(questions.map((question) => [question.id, question.answers.map((answer) => answer.id)]));
    for (const [name, list] of Object.entries({ outcomes, advice })) {
      for (const [index, { when }] of list.entries()) {
        for (const [question, wanted] of Object.entries(when)) {
          if (wanted.every((answer) => known.get(question)?.includes(answer))) continue;
          const path = [name, index, 'when', question];
          context.addIssue({ code: 'custom', path, message: 'a question above and some of its answers' });
        }
      }
    }
  });

const APPEAL_PARTS = ['opening', 'facts', 'use', 'consent', 'conduct', 'mistake', 'change', 'request'] as const;

export const appealSchema = z
  .strictObject({
    id,
    facts: z
      .array(z.strictObject({ id, label: text, help: text.describe('What to look up, and an example.') }))
      .describe('What to gather first; a sentence names it as {fact-id}.'),
    statements: z
      .array(
        z.strictObject({
          id,
          part: z.enum(APPEAL_PARTS).describe('Sentences of one part stand in one paragraph.'),
          text: text.describe('The sentence as WhatsApp will read it, with the same {fact-id} in every language.'),
          tickIf: text.describe('When it is true, or what proves it.'),
          excludes: z.array(id).min(1).optional().describe('Statements that cannot be true together with this one.'),
          claims: claimIds.describe('Claims that ask for it or speak of it; empty for a courtesy.'),
        }),
      )
      .min(1)
      .describe('In the order of the text.'),
  })
  .superRefine(({ facts, statements }, context) => {
    const known = new Set(facts.map((fact) => fact.id));
    const ids = new Set(statements.map((statement) => statement.id));
    const wrong = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: ['statements', ...path], message });
    for (const [index, { text: sentence, excludes = [] }] of statements.entries()) {
      const wanted = placesIn(sentence.en);
      if (!wanted.every((place) => known.has(place))) wrong([index, 'text', 'en'], 'only facts listed above in braces');
      for (const locale of LOCALES) {
        if (placesIn(sentence[locale]).join() !== wanted.join())
          wrong([index, 'text', locale], 'the same facts in braces as in English');
      }
      if (!excludes.every((other) => ids.has(other))) wrong([index, 'excludes'], 'ids of statements of this file');
    }
  });

function placesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{([^}]*)\}/g)].map(([, place]) => place ?? '').sort();
}

export const analysisSchema = z.strictObject({
  id,
  stopWords: z.array(line).min(1).describe('Whole replies by which a customer asks for no more messages.'),
  shorteners: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain without "www."'))
    .min(1)
    .describe('Domains of link shorteners.'),
  spacing: z
    .strictObject({
      gaps: z.int().positive(),
      underMinutes: z.number().positive(),
      spreadPercent: z.number().positive(),
    })
    .describe('When gaps between messages count as regular: how many in a row, how short, how much alike. Our own.'),
});

export const glossarySchema = z.strictObject({
  id,
  term: text,
  definition: text,
  aliases: words.describe('Other words for it, the colloquial ones included.'),
  rules: z.array(id),
});

export const searchPageSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\/([a-z0-9-]+\/)*$/, 'the address of a page without its language, such as "/guides/warm-up/"')
    .describe('Address of the page, without its language.'),
  words: words.describe('What people type who need this page, where its own text says it otherwise.'),
});

export const synonymSchema = z.strictObject({
  id,
  words: words.describe(
    'Words that mean the same to somebody who searches; forms need not be listed, but where they end very differently.',
  ),
});

/** A value that a rule gives a name to, for prose to use. */
export interface RuleValue {
  from?: number;
  to?: number;
  unit: Unit;
  /** The edge that counts when one number is wanted. */
  single: number;
  /** On which side of it one must stay, where that is known. */
  limit?: 'atLeast' | 'atMost' | 'below';
}

export type Source = z.infer<typeof sourceSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Band = z.infer<typeof bandSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Checklist = z.infer<typeof checklistSchema>;
export type Symptom = z.infer<typeof symptomSchema>;
export type Term = z.infer<typeof glossarySchema>;
export type TriageContent = z.infer<typeof triageSchema>;
export type AppealContent = z.infer<typeof appealSchema>;
export type Synonym = z.infer<typeof synonymSchema>;
export type SearchPage = z.infer<typeof searchPageSchema>;
export type AnalysisContent = z.infer<typeof analysisSchema>;
