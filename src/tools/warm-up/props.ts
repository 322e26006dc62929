import { basisProps, namedRule } from '../../components/basis.ts';
import { type PageContext, richText } from '../../components/context.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { valueOfRule } from '../../knowledge/inline.ts';
import type { Schedule } from '../../knowledge/schema.ts';
import { scheduleRules } from '../schedule-rules.ts';
import { sourceLinks } from '../source-links.ts';
import { wordsForBrowser } from '../words-for-browser.ts';
import { SERVER_WORDS } from './server-words.ts';
import type { TextSchedule, WarmUpProps } from './warm-up.view.ts';

/** The rule behind each figure of a day; together, what the plan rests on. */
const RULE_OF = {
  messages: 'warm-up-ramp',
  recipients: 'new-recipients',
  hourly: 'hourly-pace',
  channel: 'connect-late',
  groups: 'groups-young-number',
} as const;

const RESTART = 'warm-up-restart';

/** The schedules, rules and words that the plan is handed, in one language. */
export function warmUpProps(context: PageContext, all: Knowledge): WarmUpProps {
  const { locale, words } = context;
  const { rules } = all;
  const schedules = [...all.schedules.values()];
  const restart = rules.get(RESTART);
  const idle = restart && valueOfRule(restart, 'idle');
  if (!idle) throw new Error(`The warm-up plan needs the value "idle" of the rule "${RESTART}".`);
  return {
    version: all.version,
    locale,
    rules: {
      ...scheduleRules(all),
      schedules: schedules.map((schedule) => withTexts(context, all, schedule)),
      replyBands: rules.get('reply-ratio')?.bands ?? [],
      idleDays: idle.single,
    },
    sources: sourceLinks(context, all),
    milestones: Object.fromEntries(
      schedules.flatMap(({ milestones }) =>
        milestones.map(({ id, title }) => [id, richText(context, rules, title).markup]),
      ),
    ),
    why: Object.fromEntries(
      Object.entries(RULE_OF).flatMap(([metric, id]) => (rules.has(id) ? [[metric, namedRule(context, all, id)]] : [])),
    ),
    adviceRules: { ratio: namedRule(context, all, 'reply-ratio'), restart: namedRule(context, all, RESTART) },
    basis: basisProps(context, all),
    words: wordsForBrowser(words.warmUp, SERVER_WORDS),
    errors: words.errors,
  };
}

function withTexts(context: PageContext, { rules }: Knowledge, schedule: Schedule): TextSchedule {
  const { locale } = context;
  const { id, source, phases, milestones } = schedule;
  return {
    id,
    source,
    phases: phases.map(({ title, condition, claims: _claims, tasks, ...limits }) => ({
      ...limits,
      title: title[locale],
      ...(condition && { condition: richText(context, rules, condition).markup }),
      tasks: tasks.map(({ claims: _of, text, ...days }) => ({ ...days, text: richText(context, rules, text).markup })),
    })),
    milestones: milestones.map(({ id: name, day, to }) => ({ id: name, day, ...(to !== undefined && { to }) })),
  };
}
