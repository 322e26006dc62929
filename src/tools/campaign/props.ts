import { basisProps, namedRule } from '../../components/basis.ts';
import type { PageContext } from '../../components/context.ts';
import { greatestIn } from '../../core/whole-limit.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { scheduleRules } from '../schedule-rules.ts';
import { sourceLinks } from '../source-links.ts';
import type { CampaignProps } from './campaign.view.ts';

/** The rules that each limit of a day comes from; together, what the check rests on. */
const LIMITS = {
  hour: 'hourly-pace',
  day: 'young-number-volume',
  recipients: 'new-recipients',
  ceiling: 'daily-volume',
  window: 'active-window',
} as const;

/** The rule to read for each thing that would make a campaign shorter. */
const HINTS = {
  'ask-opt-in': 'ask-permission',
  'let-customers-write': 'customers-write-first',
  wait: 'young-number-care',
  'fewer-messages': 'mailings-sparingly',
  'more-hours': LIMITS.window,
  'smaller-audience': 'opt-in',
} as const;

/** The rules, sources and words that the check is handed, in one language. */
export function campaignProps(context: PageContext, all: Knowledge): CampaignProps {
  const { locale, words, link } = context;
  const newPeople = greatestIn(all.rules.get(LIMITS.recipients)?.bands ?? [], 'safe');
  if (newPeople === undefined) throw new Error(`The campaign check needs the rule "${LIMITS.recipients}" with bands.`);
  return {
    version: all.version,
    locale,
    title: words.tools.campaign,
    rules: {
      ...scheduleRules(all),
      newPeople,
      windowBands: all.rules.get(LIMITS.window)?.bands ?? [],
    },
    sources: sourceLinks(context, all),
    links: {
      bounds: {
        hour: link(`/rules/${LIMITS.hour}/`),
        day: link(`/rules/${LIMITS.day}/`),
        recipients: link(`/rules/${LIMITS.recipients}/`),
      },
      window: link(`/rules/${LIMITS.window}/`),
      hints: Object.fromEntries(
        Object.entries(HINTS).map(([hint, rule]) => [hint, linkTo(all, rule, link)]),
      ) as CampaignProps['links']['hints'],
    },
    basis: basisProps(context, all),
    basisRules: Object.values(LIMITS).flatMap((id) => (all.rules.has(id) ? [namedRule(context, all, id)] : [])),
    words: words.campaign,
    units: { hours: words.units.hours, messages: words.units.messages },
    zones: words.zones,
    errors: words.errors,
  };
}

/** A rule that a small content does not hold is simply not linked. */
function linkTo({ rules }: Knowledge, rule: string, link: PageContext['link']): string | undefined {
  return rules.has(rule) ? link(`/rules/${rule}/`) : undefined;
}
