import { type Html, html } from '../browser/html.ts';
import { fill, plural } from '../core/words.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Checklist } from '../knowledge/schema.ts';
import { type PageContext, plainText, richText } from './context.ts';
import { pageTitle } from './page-title.ts';
import { step } from './step/step.view.ts';
import { isThere } from './tool/tool-pages.ts';

type Step = Checklist['steps'][number];

/** The steps of a checklist as they are read and printed, before anything is ticked. */
export function checklistSteps(context: PageContext, all: Knowledge, checklist: Checklist): Html[] {
  const { words, locale } = context;
  const rich = (text: Step['text']) => richText(context, all.rules, text);
  return checklist.steps.map((own, index) =>
    step(words.step, {
      id: own.id,
      number: index + 1,
      text: rich(own.text),
      ...(own.detail && { detail: rich(own.detail) }),
      owner: words.owners[own.owner],
      ...(own.wait && { wait: waitText(context, all, checklist, own.wait) }),
      doneWhen: rich(own.doneWhen),
      warnings: own.warnings.map(rich),
      notes: [
        ...condition(context, checklist, own),
        ...(own.vendor
          ? [html`${fill(words.recovery.onlyVendor, { vendor: all.sources.get(own.vendor)?.name ?? own.vendor })}`]
          : []),
        ...(own.stance && own.stance !== 'adopt' ? [html`${words.stances[own.stance]}`] : []),
        ...onward(context, all, own),
      ],
      choices: own.choices?.map(({ text }) => text[locale]) ?? [],
      claims: own.claims.flatMap((id) => claimLine(context, all, id)),
    }),
  );
}

function claimLine({ link, locale }: PageContext, { claims, sources }: Knowledge, id: string): Html[] {
  const claim = claims.get(id);
  if (!claim) return [];
  return [
    html`<a href="${link(`/sources/${claim.source}/`)}#${id}">${sources.get(claim.source)?.name}</a>: ${claim.statement[locale]}`,
  ];
}

function waitText(
  { words, locale, format }: PageContext,
  all: Knowledge,
  checklist: Checklist,
  wait: NonNullable<Step['wait']>,
): string {
  const { recovery } = words;
  const after = checklist.steps.findIndex(({ id }) => id === wait.after);
  const event =
    after >= 0
      ? fill(recovery.afterStep, { step: format.number(after + 1) })
      : wait.after === 'ban'
        ? recovery.afterBan
        : recovery.afterUnblock;
  const until = wait.until && plainText({ words, locale, format } as PageContext, all.rules, wait.until);
  const hours =
    wait.hours === undefined ? undefined : plural(words.units.hours, locale, wait.hours, format.number(wait.hours));
  return [hours && `${hours} ${event}`, until].filter(Boolean).join('; ');
}

/** Under which answer to an earlier step this one is needed at all. */
function condition({ words, locale, format }: PageContext, checklist: Checklist, { when }: Step): Html[] {
  if (!when) return [];
  const index = checklist.steps.findIndex(({ id }) => id === when.step);
  const answers = (checklist.steps[index]?.choices ?? [])
    .filter(({ id }) => when.choice.includes(id))
    .map(({ text }) => text[locale]);
  return [
    html`${fill(words.recovery.onlyIf, { step: format.number(index + 1), answers: format.list(answers, 'disjunction') })}`,
  ];
}

function onward(context: PageContext, { checklists }: Knowledge, { goTo, tool }: Step): Html[] {
  const { words, link, locale } = context;
  return [
    ...(goTo
      ? [
          html`${words.recovery.goOn} <a href="${link(`/recovery/${goTo}/`)}">${checklists.get(goTo)?.title[locale]}</a>`,
        ]
      : []),
    ...(tool && isThere(`/tools/${tool}/`)
      ? [html`${words.recovery.goOn} <a href="${link(`/tools/${tool}/`)}">${pageTitle(context, `/tools/${tool}/`)}</a>`]
      : []),
  ];
}
