import { didYouMean, type Fault } from './fault.ts';
import type { CollectionName, Collections } from './load.ts';
import { faultAt } from './parse.ts';
import type { Path, RawEntry } from './read.ts';

/** One id in an entry that must be the id of an entry of another collection. */
interface Reference {
  to: CollectionName;
  id: string;
  path: Path;
}

type References = { [Name in CollectionName]: (value: Collections[Name][number]['value']) => Reference[] };

const list = (to: CollectionName, ids: readonly string[] | undefined, ...path: Path): Reference[] =>
  (ids ?? []).map((id, index) => ({ to, id, path: [...path, index] }));

const one = (to: CollectionName, id: string | undefined, ...path: Path): Reference[] =>
  id === undefined ? [] : [{ to, id, path }];

/** Where each collection names entries of another. */
const REFERENCES: References = {
  sources: () => [],
  claims: (claim) => [...one('sources', claim.source), ...list('claims', claim.restates, 'restates')],
  rules: (rule) => [
    ...list('claims', rule.claims.for, 'claims', 'for'),
    ...list('claims', rule.claims.against, 'claims', 'against'),
    ...list('rules', rule.related, 'related'),
    ...list('glossary', rule.terms, 'terms'),
    ...(rule.values ?? []).flatMap((value, i) => list('claims', value.claims, 'values', i, 'claims')),
    ...(rule.verdicts ?? []).flatMap((verdict, i) => [
      ...one('sources', verdict.source, 'verdicts', i, 'source'),
      ...list('claims', verdict.claims, 'verdicts', i, 'claims'),
    ]),
  ],
  schedules: (schedule) => [
    ...one('sources', schedule.source, 'source'),
    ...schedule.phases.flatMap((phase, i) => [
      ...list('claims', phase.claims, 'phases', i, 'claims'),
      ...phase.tasks.flatMap((task, j) => list('claims', task.claims, 'phases', i, 'tasks', j, 'claims')),
    ]),
    ...schedule.milestones.flatMap((milestone, i) => list('claims', milestone.claims, 'milestones', i, 'claims')),
    ...schedule.restart.flatMap((restart, i) => list('claims', restart.claims, 'restart', i, 'claims')),
  ],
  conflicts: (conflict) => [
    ...list('rules', conflict.rules, 'rules'),
    ...conflict.sides.flatMap((side, i) => [
      ...list('sources', side.sources, 'sides', i, 'sources'),
      ...list('claims', side.claims, 'sides', i, 'claims'),
    ]),
  ],
  scenarios: (scenario) => [
    ...list('rules', scenario.rules, 'rules'),
    ...scenario.answers.flatMap((answer, i) =>
      answer.levels.flatMap((level, j) => [
        ...one('sources', level.source, 'answers', i, 'levels', j, 'source'),
        ...list('claims', level.claims, 'answers', i, 'levels', j, 'claims'),
      ]),
    ),
  ],
  checklists: (checklist) =>
    checklist.steps.flatMap((step, i) => [
      ...list('claims', step.claims, 'steps', i, 'claims'),
      ...list('claims', step.wait?.claims, 'steps', i, 'wait', 'claims'),
      ...one('sources', step.vendor, 'steps', i, 'vendor'),
      ...one('checklists', step.goTo, 'steps', i, 'goTo'),
    ]),
  symptoms: (symptom) => [
    ...list('claims', symptom.claims, 'claims'),
    ...one('checklists', symptom.checklist, 'checklist'),
  ],
  glossary: (term) => list('rules', term.rules, 'rules'),
  triage: ({ questions, outcomes, otherwise, advice }) => [
    ...questions.flatMap(({ claims }, i) => list('claims', claims, 'questions', i, 'claims')),
    ...outcomes.flatMap(({ claims, checklist }, i) => [
      ...list('claims', claims, 'outcomes', i, 'claims'),
      ...one('checklists', checklist, 'outcomes', i, 'checklist'),
    ]),
    ...list('claims', otherwise.claims, 'otherwise', 'claims'),
    ...one('checklists', otherwise.checklist, 'otherwise', 'checklist'),
    ...advice.flatMap(({ claims }, i) => list('claims', claims, 'advice', i, 'claims')),
  ],
  analysis: () => [],
  appeal: ({ statements }) => statements.flatMap(({ claims }, i) => list('claims', claims, 'statements', i, 'claims')),
  examples: ({ tool, inputs, expected }) => {
    switch (tool) {
      case 'reply-ratio':
        return Object.keys(expected.verdicts ?? {}).flatMap((id) => one('sources', id, 'expected', 'verdicts', id));
      case 'risk':
        return [
          ...Object.keys(inputs).flatMap((id) => one('scenarios', id, 'inputs', id)),
          ...list('scenarios', expected.deciders, 'expected', 'deciders'),
        ];
      default:
        return list('sources', inputs.sources, 'inputs', 'sources');
    }
  },
  search: () => [],
  synonyms: () => [],
};

/** Ids that nothing carries, claims that nothing cites, steps that wait for steps that are not there. */
export function checkReferences(all: Collections): Fault[] {
  return [...dangling(all), ...uncited(all), ...all.checklists.flatMap(brokenSteps)];
}

interface PlacedReference extends Reference {
  raw: RawEntry;
  /** The entry that holds the reference, and its collection. */
  holder: string;
  collection: CollectionName;
}

function allReferences(all: Collections): PlacedReference[] {
  const ofCollection = <Name extends CollectionName>(collection: Name): PlacedReference[] => {
    const references: (value: Collections[Name][number]['value']) => Reference[] = REFERENCES[collection];
    return all[collection].flatMap(({ value, raw }) =>
      references(value).map((reference) => ({ ...reference, raw, holder: value.id, collection })),
    );
  };
  return (Object.keys(all) as CollectionName[]).flatMap((name) => ofCollection(name));
}

function dangling(all: Collections): Fault[] {
  const ids = new Map(
    Object.entries(all).map(([name, entries]: [string, { value: { id: string } }[]]) => [
      name,
      new Set(entries.map(({ value }) => value.id)),
    ]),
  );
  return allReferences(all).flatMap(({ to, id, path, raw }) => {
    const known = ids.get(to) ?? new Set<string>();
    if (known.has(id)) return [];
    return [faultAt(raw, path, `the id of an entry in ${to}/`, `"${id}", which is not there`, didYouMean(id, known))];
  });
}

function uncited(all: Collections): Fault[] {
  const cited = citations(all);
  return all.claims.flatMap(({ value, raw }) => {
    const isCited = cited.has(value.id);
    if (!isCited && value.unused === undefined) {
      return [
        faultAt(
          raw,
          ['id'],
          'a rule, schedule, conflict, scenario, checklist or symptom that cites the claim, or a reason in "unused"',
          `"${value.id}", which nothing cites`,
        ),
      ];
    }
    if (isCited && value.unused !== undefined) {
      return [
        faultAt(
          raw,
          ['unused'],
          'no "unused" on a claim that is cited',
          `a reason, although ${[...(cited.get(value.id) ?? [])].join(', ')} cites it`,
        ),
      ];
    }
    return [];
  });
}

/** For each claim, the ids of everything but claims that cites it. */
export function citations(all: Collections): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>();
  for (const { to, id, holder, collection } of allReferences(all)) {
    if (to === 'claims' && collection !== 'claims') cited.set(id, (cited.get(id) ?? new Set()).add(holder));
  }
  return cited;
}

const EVENTS = ['ban', 'unblock'];

function brokenSteps({ value, raw }: Collections['checklists'][number]): Fault[] {
  const known = new Map(value.steps.map((step, index) => [step.id, { step, index }]));
  return value.steps.flatMap((step, index) => {
    const faults: Fault[] = [];
    const { wait, when } = step;
    if (wait && !EVENTS.includes(wait.after) && !known.has(wait.after)) {
      const names = [...EVENTS, ...known.keys()];
      faults.push(
        faultAt(
          raw,
          ['steps', index, 'wait', 'after'],
          'a step of this list, "ban" or "unblock"',
          `"${wait.after}"`,
          didYouMean(wait.after, names),
        ),
      );
    }
    if (when) {
      const asked = known.get(when.step);
      if (!asked || asked.index >= index) {
        faults.push(
          faultAt(
            raw,
            ['steps', index, 'when', 'step'],
            'an earlier step of this list',
            `"${when.step}"`,
            didYouMean(when.step, known.keys()),
          ),
        );
      } else {
        const choices = asked.step.choices?.map((choice) => choice.id) ?? [];
        for (const choice of when.choice.filter((id) => !choices.includes(id))) {
          faults.push(
            faultAt(
              raw,
              ['steps', index, 'when', 'choice'],
              `a choice of the step "${when.step}"`,
              `"${choice}"`,
              didYouMean(choice, choices),
            ),
          );
        }
      }
    }
    return faults;
  });
}
