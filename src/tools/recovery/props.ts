import { type PageContext, plainText } from '../../components/context.ts';
import { isThere } from '../../components/tool/tool-pages.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Checklist, Symptom } from '../../knowledge/schema.ts';
import type { AppealProps } from './appeal.view.ts';
import type { BoardData, CaseProps, FinderProps, StepsProps, StepText } from './case-props.ts';

/** What the recovery pages are handed, in one language. */
export function caseProps(context: PageContext, all: Knowledge): CaseProps {
  const { locale, words, link } = context;
  return {
    version: all.version,
    locale,
    words: words.incident,
    board: link('/recovery/'),
    lists: [...all.checklists.values()].map((list) => ({
      id: list.id,
      version: list.version,
      title: list.title[locale],
      href: link(`/recovery/${list.id}/`),
      steps: list.steps.map((step) => stepText(context, all, step)),
    })),
    vendors: Object.fromEntries([...all.sources.values()].map(({ id, name }) => [id, name])),
    languages: words.languages,
  };
}

export function boardData(context: PageContext, all: Knowledge): BoardData {
  return {
    ...caseProps(context, all),
    symptoms: [...all.symptoms.values()].map(({ id, title, wordings, codes }) => ({ id, title, wordings, codes })),
  };
}

export function finderProps(context: PageContext, all: Knowledge): FinderProps {
  const { locale, link } = context;
  const {
    searchNothing,
    searchFound,
    noMatter,
    result,
    resultSoFar,
    openList,
    track,
    loadFailed,
    labelMissing,
    timeWrong,
  } = context.words.incident;
  const [triage] = all.triage.values();
  return {
    locale,
    words: {
      searchNothing,
      searchFound,
      noMatter,
      result,
      resultSoFar,
      openList,
      track,
      loadFailed,
      labelMissing,
      timeWrong,
    },
    data: link('/recovery/cases.json'),
    lists: Object.fromEntries(
      [...all.checklists.values()].map(({ id, title }) => [
        id,
        { title: title[locale], href: link(`/recovery/${id}/`) },
      ]),
    ),
    symptoms: symptomsInOrder(all).map(({ id, wordings, codes }) => ({
      id,
      codes,
      wordings: { [locale]: wordings[locale] },
    })),
    ...(triage && {
      triage: {
        questions: triage.questions.map(({ id, answers }) => ({
          id,
          answers: answers.map((answer) => ({ id: answer.id })),
        })),
        outcomes: triage.outcomes.map(({ id, checklist, when }) => ({ id, checklist, when })),
        otherwise: { id: triage.otherwise.id, checklist: triage.otherwise.checklist },
        advice: triage.advice.map(({ id, when }) => ({ id, when })),
        because: Object.fromEntries(
          [...triage.outcomes, triage.otherwise].map(({ id, because }) => [id, because[locale]]),
        ),
        advises: Object.fromEntries(triage.advice.map((advice) => [advice.id, advice.text[locale]])),
      },
    }),
    listOfKind: listOfKind(all),
  };
}

/** What is most urgent to know comes first. */
const KINDS: readonly Symptom['kind'][] = [
  'permanent',
  'temporary',
  'logged-out',
  'reachout-limit',
  'quality',
  'unclear',
  'none',
];

export function symptomsInOrder({ symptoms }: Knowledge): Symptom[] {
  return [...symptoms.values()].toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** The list that fits a kind of trouble; of two kinds with one list, the more urgent comes first. */
export function listOfKind({ symptoms, triage }: Knowledge): Record<string, string> {
  const [table] = triage.values();
  return {
    ...(table && { permanent: table.otherwise.checklist }),
    ...Object.fromEntries([...symptoms.values()].toReversed().map(({ kind, checklist }) => [kind, checklist])),
    ...(table && { permanent: table.otherwise.checklist, unclear: table.otherwise.checklist }),
  };
}

export function stepsProps(context: PageContext, all: Knowledge, { id, steps }: Checklist): StepsProps {
  const { link } = context;
  const rules = [...all.rules.values()].filter(({ stance }) => stance !== 'record-only');
  const rulesOf = (claims: readonly string[]) =>
    rules
      .filter((rule) => rule.claims.for.some((claim) => claims.includes(claim)))
      .map((rule) => ({ title: plainText(context, all.rules, rule.title), href: link(`/rules/${rule.id}/`) }));
  return {
    ...caseProps(context, all),
    list: id,
    rulesOf:
      id === 'find-the-cause'
        ? Object.fromEntries(steps.flatMap((step) => (step.choices ? [[step.id, rulesOf(step.claims)]] : [])))
        : {},
    ...(isThere('/tools/warm-up/') && { warmUp: link('/tools/warm-up/') }),
    ...(isThere('/tools/message-log/') && { messageLog: link('/tools/message-log/') }),
  };
}

function stepText(context: PageContext, all: Knowledge, step: Checklist['steps'][number]): StepText {
  const { id, vendor, wait, when, choices, text } = step;
  return {
    id,
    text: plainText(context, all.rules, text),
    ...(vendor && { vendor }),
    ...(when && { when }),
    ...(wait && { wait: { after: wait.after, hours: wait.hours, until: wait.until && true } }),
    ...(wait?.until && { until: plainText(context, all.rules, wait.until) }),
    ...(choices && { choices: choices.map((choice) => ({ id: choice.id, text: choice.text[context.locale] })) }),
  };
}

/** The composer knows no lists: it needs the case's requests alone. */
export function appealProps(context: PageContext, all: Knowledge): AppealProps | undefined {
  const [appeal] = all.appeal.values();
  if (!appeal) return undefined;
  return {
    ...caseProps(context, all),
    lists: [],
    vendors: {},
    composer: context.words.appeal,
    appeal: {
      facts: appeal.facts,
      statements: appeal.statements.map(({ id, part, text, tickIf, excludes }) => ({
        id,
        part,
        text,
        tickIf,
        excludes,
      })),
    },
  };
}
