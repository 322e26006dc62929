import { basisProps, namedRule } from '../../components/basis.ts';
import type { PageContext } from '../../components/context.ts';
import { pageTitle } from '../../components/page-title.ts';
import { FIGURE_IDS, type FigureId, type MessageLogRules } from '../../core/message-log/figures.ts';
import { writeRuleValue } from '../../core/rule-value.ts';
import { warmUpDay } from '../../core/warm-up/day.ts';
import { guideSlugs } from '../../knowledge/guides.ts';
import type { JoinedRule, Knowledge } from '../../knowledge/index.ts';
import { valueOfRule } from '../../knowledge/inline.ts';
import { scheduleRules } from '../schedule-rules.ts';
import { wordsForBrowser } from '../words-for-browser.ts';
import type { LogProps } from './message-log.view.ts';
import { SERVER_WORDS } from './server-words.ts';

/** The rule behind each figure, and the guide to read about it. */
const ABOUT: Readonly<Record<FigureId, { rule: string; guide: string }>> = {
  'replies-messages': { rule: 'reply-ratio', guide: 'replies' },
  'replies-answered': { rule: 'reply-ratio', guide: 'replies' },
  'unanswered-48h': { rule: 'unanswered', guide: 'number-getting-worse' },
  'unanswered-48h-share': { rule: 'unanswered', guide: 'number-getting-worse' },
  'peak-hour': { rule: 'hourly-pace', guide: 'volume-and-pace' },
  'peak-minute': { rule: 'minute-pace', guide: 'volume-and-pace' },
  'peak-day': { rule: 'daily-volume', guide: 'volume-and-pace' },
  'active-window': { rule: 'active-window', guide: 'volume-and-pace' },
  'new-recipients-peak': { rule: 'new-recipients', guide: 'first-message' },
  'identical-batch': { rule: 'identical-batch', guide: 'first-campaign' },
  'stop-ignored': { rule: 'opt-out-honoured', guide: 'consent' },
  'links-share': { rule: 'safe-links', guide: 'content-links-media' },
  'regular-spacing': { rule: 'variable-delays', guide: 'integration-settings' },
};

const YOUNG = 'young-number-volume';
const UNANSWERED = 'unanswered';

/** The rules, words and limits that the analysis is handed, in one language. */
export function messageLogProps(context: PageContext, all: Knowledge): LogProps {
  const { locale, words, link } = context;
  const analysis = all.analysis.get('message-log');
  if (!analysis) throw new Error('The message-log analysis needs content/analysis/message-log.yaml.');
  const { stopWords, shorteners } = analysis;
  return {
    version: all.version,
    locale,
    rules: logRules(all, analysis.spacing),
    logWords: { stopWords, shorteners },
    named: Object.fromEntries(
      [...new Set([...Object.values(ABOUT).map(({ rule }) => rule), YOUNG])].flatMap((id) => {
        const rule = all.rules.get(id);
        return rule ? [[id, { ...namedRule(context, all, id), ...safeLimit(context, rule) }]] : [];
      }),
    ),
    guides: guidesOf(context),
    links: {
      replyRatio: link('/tools/reply-ratio/'),
      warmUp: link('/tools/warm-up/'),
      cause: link('/recovery/find-the-cause/'),
    },
    basis: basisProps(context, all),
    words: wordsForBrowser(words.messageLog, SERVER_WORDS),
    units: { messages: words.units.messages, hours: words.units.hours, days: words.units.days },
    zones: words.zones,
    errors: words.errors,
  };
}

function logRules(all: Knowledge, spacing: MessageLogRules['spacing']): MessageLogRules {
  const young = all.rules.get(YOUNG);
  const days = (young && valueOfRule(young, 'history')?.single) ?? 0;
  return {
    figures: Object.fromEntries(
      FIGURE_IDS.map((id) => [id, { rule: ABOUT[id].rule, bands: all.rules.get(ABOUT[id].rule)?.bands ?? [] }]),
    ) as unknown as MessageLogRules['figures'],
    young: { rule: YOUNG, days, bands: young?.bands ?? [], limits: limitsByAge(all, days) },
    answerHours: valueIn(all, UNANSWERED, 'reply-window'),
    recentDays: valueIn(all, UNANSWERED, 'counting-window'),
    spacing,
  };
}

function valueIn({ rules }: Knowledge, id: string, name: string): number {
  const rule = rules.get(id);
  const value = rule && valueOfRule(rule, name);
  if (!value) throw new Error(`The message-log analysis needs the value "${name}" of the rule "${id}".`);
  return value.single;
}

/** What the strictest of all schedules allows a number connected to a service on each of its first days. */
function limitsByAge(all: Knowledge, days: number): (number | null)[] {
  const rules = scheduleRules(all);
  const input = { start: 0, sources: [...all.sources.keys()], connect: 'service' as const };
  return Array.from({ length: days }, (_, age) => warmUpDay(rules, input, age).messages.most ?? null);
}

function safeLimit({ locale, words }: PageContext, rule: JoinedRule): { limit?: string } {
  const value = rule.bands?.some(({ zone }) => zone === 'safe') ? valueOfRule(rule, 'safe') : undefined;
  return value ? { limit: writeRuleValue(value, 'limit', locale, words.units[value.unit], words.ranges) } : {};
}

function guidesOf(context: PageContext): LogProps['guides'] {
  const there = guideSlugs();
  return Object.fromEntries(
    FIGURE_IDS.flatMap((id) => {
      const { guide } = ABOUT[id];
      const path = `/guides/${guide}/`;
      return there.includes(guide) ? [[id, { title: pageTitle(context, path), href: context.link(path) }]] : [];
    }),
  );
}
