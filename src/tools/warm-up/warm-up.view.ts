import type { Words } from '../../../i18n/index.ts';
import { type Html, html } from '../../browser/html.ts';
import type { Drawn, Inputs, ToolProps } from '../../browser/tool-element.ts';
import { type BasisProps, basisView, type NamedRule } from '../../components/basis/basis.view.ts';
import { emptyState } from '../../components/empty-state/empty-state.view.ts';
import type { Day } from '../../core/calendar/day.ts';
import { type Format, formatFor } from '../../core/format.ts';
import { readWarmUp, type WarmUpFaults, type WarmUpRaw, type WarmUpValues } from '../../core/warm-up/input.ts';
import type { AdaptRules, Phase, WarmUpSchedule } from '../../core/warm-up/rules.ts';
import { type Situation, situationOf } from '../../core/warm-up/situation.ts';
import { fill } from '../../core/words.ts';
import type { Locale } from '../../knowledge/schema.ts';
import { adviceView } from './advice.view.ts';
import { answerView, headline } from './answer.view.ts';
import { badLinesView } from './bad-lines.view.ts';
import { faultSentences } from './fault-sentences.ts';
import { milestonesView } from './milestones.view.ts';
import { sourceNames } from './names.ts';
import type { ServerWord } from './server-words.ts';
import { planTable } from './table.view.ts';

/** Inputs that stand in the address. What really happened never does. */
export const KEYS = ['start', 'target', 'connect', 'sources', 'moved', 'moved-on'] as const;

export type Metric = 'messages' | 'recipients' | 'hourly' | 'channel' | 'groups';

export type TextPhase = Omit<Phase, 'tasks'> & {
  title: string;
  condition?: string;
  tasks: readonly (Phase['tasks'][number] & { text: string })[];
};

export interface TextSchedule extends Omit<WarmUpSchedule, 'phases'> {
  phases: readonly TextPhase[];
}

/** Everything the plan is handed: the rules and schedules it computes with, and its words. */
export interface WarmUpProps extends ToolProps {
  locale: Locale;
  rules: Omit<AdaptRules, 'schedules'> & { schedules: readonly TextSchedule[] };
  sources: { id: string; name: string; href: string }[];
  /** Titles by milestone. */
  milestones: Record<string, string>;
  /** The rule behind each figure. */
  why: Partial<Record<Metric, NamedRule>>;
  adviceRules: { ratio: NamedRule; restart: NamedRule };
  basis: BasisProps;
  words: Omit<Words['warmUp'], ServerWord>;
  errors: Words['errors'];
}

/** What the parts of the page are drawn from. */
export interface Shown {
  props: WarmUpProps;
  format: Format;
  values: WarmUpValues;
  situation: Situation;
  today: Day;
}

/** The inputs as far as they can be used, what is wrong with the rest, and what follows. */
export interface Read {
  props: WarmUpProps;
  today: Day;
  faults: WarmUpFaults;
  shown: Shown | undefined;
}

/** The first part of the page, redrawn at every keystroke. The rest follows a moment later. */
export function drawWarmUp(props: WarmUpProps, typed: Inputs, today: Day): Drawn & Read {
  const read = readShown(props, typed, today);
  const { faults, shown } = read;
  const { empty, emptyText } = props.words;
  const nothing = html``;
  return {
    errors: faultSentences(props, faults),
    slots: {
      answer: shown
        ? html`${answerView(shown)}${basisView(props.basis, shown.format, Object.values(props.why), today)}`
        : emptyState(empty, emptyText),
      lines: badLinesView(props, faults.log?.lines ?? []),
      advice: shown ? adviceView(shown) : nothing,
      milestones: shown ? milestonesView(shown) : nothing,
      given: shown ? given(shown) : nothing,
      table: shown ? planTable(shown) : nothing,
    },
    says: shown ? headline(shown) : '',
    ...read,
  };
}

/** What is typed, with what follows from it; nothing follows while the start or the sources are missing. */
export function readShown(props: WarmUpProps, typed: Inputs, today: Day): Read {
  const format = formatFor(props.locale);
  const sources = props.sources.map(({ id }) => id);
  const { values, faults } = readWarmUp(typed satisfies WarmUpRaw, { sources, today });
  const situation = situationOf(props.rules, values, today);
  const shown: Shown | undefined = situation && { props, format, values, situation, today };
  return { props, today, faults, shown };
}

export function situationOfInputs(props: WarmUpProps, typed: Inputs, today: Day): Situation | undefined {
  return readShown(props, typed, today).shown?.situation;
}

/** The inputs in words, for paper: there the form is not printed. */
function given({ props, format, situation }: Shown): Html {
  const { words } = props;
  const { start, sources, connect, target } = situation.input;
  return html`<p>${fill(words.given, {
    start: format.day(start),
    sources: sourceNames(props, format, sources),
    connect: words.ways[connect],
  })}${target !== undefined && html`${fill(words.givenTarget, { target: format.number(target) })}`}</p>`;
}
