import type { Words } from '../../../i18n/index.ts';
import { type Html, html } from '../../browser/html.ts';
import type { Drawn, Inputs, ToolProps } from '../../browser/tool-element.ts';
import { bandScale } from '../../components/band-scale/band-scale.view.ts';
import { type BasisProps, basisView, type NamedRule } from '../../components/basis/basis.view.ts';
import { emptyState } from '../../components/empty-state/empty-state.view.ts';
import { evidenceBadge } from '../../components/evidence/evidence.view.ts';
import { sourceChip } from '../../components/source-chip/source-chip.view.ts';
import { zoneBadge } from '../../components/zone/zone.view.ts';
import type { Day } from '../../core/calendar/day.ts';
import { type Format, formatFor } from '../../core/format.ts';
import {
  evaluateReplyRatio,
  type Figure,
  type ReplyRatioInput,
  type ReplyRatioResult,
  type ReplyRatioRules,
} from '../../core/reply-ratio.ts';
import { fill, plural } from '../../core/words.ts';
import type { Locale } from '../../knowledge/schema.ts';
import { type FieldFault, KEYS, type Key, RANGES, readInputs } from './inputs.ts';
import { numbersView } from './numbers.view.ts';

/** Everything the tool is handed: the rules it computes with, and its words. */
export interface ReplyRatioProps extends ToolProps {
  locale: Locale;
  rules: ReplyRatioRules;
  sources: { id: string; name: string; href: string; says: string }[];
  basis: BasisProps;
  /** The rules behind the ratio, and behind the blocks where they are counted. */
  basisRules: { ratio: SourcedRule; blocks: SourcedRule };
  words: Words['replyRatio'];
  zones: Words['zones'];
  errors: Words['errors'];
}

/** A rule with the ids of the sources it rests on. */
interface SourcedRule extends NamedRule {
  sources: string[];
}

export function drawReplyRatio(props: ReplyRatioProps, typed: Inputs, today?: Day): Drawn {
  const format = formatFor(props.locale);
  const { input, faults } = readInputs(typed);
  const result = evaluateReplyRatio(props.rules, input);
  return {
    errors: Object.fromEntries(
      Object.entries(faults).map(([key, fault]) => [key, faultSentence(props, format, key as Key, fault)]),
    ),
    slots: {
      answer: html`${answer(props, format, input, result)}${basisView(props.basis, format, restsOn(props, result), today)}`,
      verdicts: verdicts(props, result),
      numbers: numbersView(props, format, typed['numbers'] ?? ''),
    },
    says: result.ratio ? `${format.percent(result.ratio.value, 1)}. ${verdictSentence(props, result)}` : '',
  };
}

function restsOn({ basisRules: { ratio, blocks } }: ReplyRatioProps, { blockRate }: ReplyRatioResult): NamedRule[] {
  return blockRate ? [ratio, blocks] : [ratio];
}

function faultSentence({ errors }: ReplyRatioProps, format: Format, key: Key, fault: FieldFault): string {
  const { min, max } = RANGES[key];
  switch (fault.reason) {
    case 'not-whole':
      return errors.notWhole;
    case 'above-sent':
      return errors.blockedAboveSent;
    default:
      return fill(errors.outOfRange, { min: format.number(min), max: format.number(max) });
  }
}

function answer(props: ReplyRatioProps, format: Format, input: ReplyRatioInput, result: ReplyRatioResult): Html {
  const { words, zones } = props;
  const { ratio } = result;
  const extra = html`${result.blockRate && blockRate(props, format, result.blockRate)}${result.projected && projected(props, format, result.projected, input)}`;
  if (!ratio) {
    const waiting =
      input.sent === 0
        ? emptyState(words.nothingSent, words.nothingSentText)
        : emptyState(words.empty, words.emptyText);
    return html`${waiting}${scale(props, format)}${extra.markup.trim() !== '' && html`<ul class="figures">${extra}</ul>`}`;
  }
  return html`<div class="answer" data-shows="${ratio.zone ?? 'none'}">
    <h2>${words.ratio}</h2>
    <p class="print-only">${given(props, format, input)}</p>
    <p class="big">${figure('ratio', ratio, format.percent(ratio.value, 1))} ${zoneBadge(zones, ratio.zone)}</p>
    <p class="verdict">${verdictSentence(props, result)}</p>
    ${why(props, 'ratio')}
    ${scale(props, format, ratio.value)}
    <ul class="figures">
      ${result.repliesTo.map(({ zone, edge, value }) => html`<li>${counted(props, format, `replies-to-${zone}`, value, words.repliesTo, { zone: zones[zone], edge: format.percent(edge) })}</li>`)}
      ${result.headroom.map(({ zone, edge, value }) => html`<li>${counted(props, format, `headroom-${zone}`, value, words.headroom, { edge: format.percent(edge) })}</li>`)}
      ${result.interval && interval(props, format, result.interval)}
      ${extra}
    </ul>
  </div>`;
}

/** What was typed, for paper: the form is not printed. */
function given({ words }: ReplyRatioProps, format: Format, input: ReplyRatioInput): string {
  return KEYS.flatMap((key) =>
    input[key] === undefined ? [] : `${words.fields[key]}: ${format.number(input[key])}`,
  ).join(' · ');
}

function figure(id: string, { value, zone }: Figure, shown: string): Html {
  const zoneAttribute = html` data-zone="${zone ?? 'none'}"`;
  return html`<strong data-figure="${id}" data-value="${value}"${zoneAttribute}>${shown}</strong>`;
}

/** A sentence around a number, in the plural form that fits it. */
function counted(
  { locale }: ReplyRatioProps,
  format: Format,
  id: string,
  value: number,
  forms: Words['replyRatio']['repliesTo'],
  places: Record<string, string>,
): Html {
  const sentence = fill(plural(forms, locale, value, '\u0000'), places);
  const [before = '', after = ''] = sentence.split('\u0000');
  return html`<span>${before}<strong data-figure="${id}" data-value="${value}">${format.number(value)}</strong>${after}</span>`;
}

function verdictSentence({ words }: ReplyRatioProps, { ratio }: ReplyRatioResult): string {
  return ratio?.zone ? words.verdict[ratio.zone] : '';
}

function scale({ rules, zones, words }: ReplyRatioProps, format: Format, marker?: number): Html {
  return bandScale(
    { zones, here: words.here },
    format,
    rules.bands,
    (shown) => `${shown}${format.percent(0).slice(1)}`,
    marker,
  );
}

function interval(
  { words }: ReplyRatioProps,
  format: Format,
  { low, high, crosses }: NonNullable<ReplyRatioResult['interval']>,
): Html {
  const [before = '', between = '', after = ''] = words.interval.split(/\{low\}|\{high\}/);
  return html`<li><span>${before}<strong data-figure="interval-low" data-value="${low}">${format.percent(low, 1)}</strong>${between}<strong data-figure="interval-high" data-value="${high}">${format.percent(high, 1)}</strong>${after}</span>
    ${crosses.length > 0 && html`<p class="caution" data-figure="interval-caution">${fill(words.intervalCaution, { edges: format.list(crosses.map((edge) => format.percent(edge))) })}</p>`}</li>`;
}

function blockRate(props: ReplyRatioProps, format: Format, rate: Figure): Html {
  const { words, zones } = props;
  return html`<li>${words.blockRate} ${figure('block-rate', rate, format.percent(rate.value, 2))} ${zoneBadge(zones, rate.zone)} ${why(props, 'blocks')}</li>`;
}

/** The rule that judges a figure, how good its evidence is, and the sources that have a view of their own. */
function why({ words, basis, basisRules, sources }: ReplyRatioProps, name: keyof ReplyRatioProps['basisRules']): Html {
  const { title, href, evidence, sources: from } = basisRules[name];
  const chips = sources.flatMap((source) => (from.includes(source.id) ? [sourceChip(source.name, source.href)] : []));
  return html`<details class="why no-print" id="why-${name}"><summary>${words.why}</summary><p><a href="${href}">${title}</a> ${evidenceBadge(basis.evidence, evidence)} ${chips}</p></details>`;
}

function projected(
  { words, zones, locale }: ReplyRatioProps,
  format: Format,
  projection: Figure,
  { more = 0, rate = 0 }: ReplyRatioInput,
): Html {
  const sentence = fill(plural(words.projected, locale, more, format.number(more)), { rate: format.percent(rate) });
  return html`<li>${sentence} ${figure('projected-ratio', projection, format.percent(projection.value, 1))} ${zoneBadge(zones, projection.zone)}</li>`;
}

/** On a narrow screen a row becomes a card, so the roles are said and not left to the layout. */
function verdicts({ words, zones, sources }: ReplyRatioProps, result: ReplyRatioResult): Html {
  const zoneBySource = new Map(result.verdicts.map(({ source, zone }) => [source, zone]));
  return html`<table class="verdicts" role="table">
    <thead role="rowgroup"><tr role="row">${[words.source, words.itsVerdict, words.says].map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
    <tbody role="rowgroup">${sources.map(({ id, name, href, says }) => {
      const zone = zoneBySource.get(id);
      return html`<tr role="row" data-verdict-of="${id}" data-zone="${zone ?? 'none'}"><th scope="row" role="rowheader">${sourceChip(name, href)}</th><td role="cell">${zoneBadge(zones, zone)}</td><td role="cell">${says}</td></tr>`;
    })}</tbody>
  </table>`;
}
