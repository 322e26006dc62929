import type { Words } from '../../../i18n/index.ts';
import { type Html, html } from '../../browser/html.ts';
import type { Drawn, Inputs, ToolProps } from '../../browser/tool-element.ts';
import { type BasisProps, basisView, type NamedRule } from '../../components/basis/basis.view.ts';
import type { Day } from '../../core/calendar/day.ts';
import { type Format, formatFor } from '../../core/format.ts';
import { evaluateRisk, type RiskResult } from '../../core/risk/evaluate.ts';
import { readRisk } from '../../core/risk/input.ts';
import type { RiskAnswers, RiskQuestion } from '../../core/risk/judge.ts';
import { fill, plural } from '../../core/words.ts';
import type { Locale } from '../../knowledge/schema.ts';
import { decidersView } from './deciders.view.ts';
import { type LevelWords, levelBadge, ZONE_OF } from './level.view.ts';
import { sheetView } from './sheet.view.ts';
import { verdictsView } from './verdicts.view.ts';

export interface Question extends RiskQuestion {
  text: string;
  answers: readonly (RiskQuestion['answers'][number] & { text: string; advice?: string })[];
  /** Ids of the rules to read. */
  rules: readonly string[];
  /** Guides and tools to go on with. */
  pages: readonly { title: string; href: string }[];
}

/** Everything the tool is handed: the questions in their order, and its words. */
export interface RiskProps extends ToolProps {
  locale: Locale;
  questions: Question[];
  sources: { id: string; name: string; href: string }[];
  /** Rules by id. */
  rules: Record<string, NamedRule>;
  basis: BasisProps;
  words: Words['risk'];
  levels: LevelWords;
  errors: Words['errors'];
}

/** What was answered, and what the check makes of it. */
export interface Judged {
  props: RiskProps;
  format: Format;
  answers: RiskAnswers;
  result: RiskResult;
}

export function drawRisk(props: RiskProps, typed: Inputs, today?: Day): Drawn {
  const { values, faults } = readRisk(props.questions, typed);
  const judged: Judged = {
    props,
    format: formatFor(props.locale),
    answers: values,
    result: evaluateRisk(props.questions, values),
  };
  return {
    errors: Object.fromEntries(
      Object.entries(faults).map(([id, fault]) => [
        id,
        fill(props.errors.unknownAnswer, { typed: fault.typed.slice(0, 40) }),
      ]),
    ),
    slots: {
      level: levelView(judged),
      answer: html`${decidersView(judged)}${basisView(props.basis, judged.format, restsOn(judged), today)}`,
      verdicts: verdictsView(judged),
      sheet: sheetView(judged),
    },
    says: Object.keys(values).length === 0 ? '' : `${props.levels[judged.result.level]}. ${verdict(judged)}`,
  };
}

function levelView(judged: Judged): Html {
  const { props, format, result } = judged;
  const { words, questions } = props;
  const { level, unknown } = result;
  const count = fill(words.count, {
    n: format.number(questions.length - unknown.length),
    all: format.number(questions.length),
  });
  const answered = fill(words.answered, { count });
  return html`<div class="risk-level" data-shows="${ZONE_OF[level]}">
    <p class="level"><span>${words.risk}</span> <strong data-figure="risk" data-level="${level}">${levelBadge(props.levels, level)}</strong> <small><span class="wide-only">${answered}</span><span class="narrow-only">${count}</span></small> <a class="no-print" href="#why">${words.toWhy}</a></p>
  </div>`;
}

/** The level in a sentence, and what the open questions could still change. */
export function verdict({ props, format, result }: Judged): string {
  const { words, locale, questions } = props;
  const { level, unknown } = result;
  const open = (forms: typeof words.stillOpen) => plural(forms, locale, unknown.length, format.number(unknown.length));
  if (level === 'unknown') return unknown.length === questions.length ? words.verdict.unknown : open(words.openVerdict);
  return unknown.length === 0 ? words.verdict[level] : `${words.verdict[level]} ${open(words.stillOpen)}`;
}

/** The rules of the questions that decide, or of all questions while none does. */
function restsOn({ props, result }: Judged): NamedRule[] {
  const deciding = result.deciders.map(({ question }) => question);
  const asked = props.questions.filter(({ id }) => deciding.length === 0 || deciding.includes(id));
  const ids = new Set(asked.flatMap(({ rules }) => rules));
  return [...ids].flatMap((id) => props.rules[id] ?? []);
}
