import { type Html, html } from '../../browser/html.ts';
import { emptyState } from '../../components/empty-state/empty-state.view.ts';
import { zoneMark } from '../../components/zone/zone.view.ts';
import type { Day } from '../../core/calendar/day.ts';
import { type Format, formatFor } from '../../core/format.ts';
import type { AdviceLevel } from '../../core/warm-up/adapt.ts';
import type { Situation } from '../../core/warm-up/situation.ts';
import { fill } from '../../core/words.ts';
import { adviceZone } from './advice-zone.ts';
import type { KeptNumber } from './kept-numbers.ts';
import { limitText } from './names.ts';
import { situationOfInputs, type WarmUpProps } from './warm-up.view.ts';

/** What each kept number may send today; those that need somebody come first. */
export function boardView(props: WarmUpProps, numbers: readonly KeptNumber[], today: Day): Html {
  const { board, metrics } = props.words;
  if (numbers.length === 0) return emptyState(board.empty, board.emptyText);
  const format = formatFor(props.locale);
  const rows = numbers
    .map((number) => ({ number, situation: situationOfInputs(props, number.inputs, today) }))
    .toSorted(
      (a, b) => urgency(b.situation) - urgency(a.situation) || a.number.name.localeCompare(b.number.name, props.locale),
    );
  const heads = [board.name, board.day, metrics.messages, metrics.recipients, metrics.channel, board.state];
  return html`<table class="board" role="table"><thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}<th role="columnheader"><span class="visually-hidden">${board.open}</span></th></tr></thead><tbody role="rowgroup">${rows.map(({ number, situation }) => row(props, format, number, situation, today))}</tbody></table>`;
}

const URGENCY: Record<AdviceLevel, number> = { restart: 3, pause: 3, hold: 2, 'go-on': 1 };

function urgency(situation: Situation | undefined): number {
  if (situation === undefined) return 4;
  return situation.advice?.level === undefined ? 0 : URGENCY[situation.advice.level];
}

function row(
  props: WarmUpProps,
  format: Format,
  { name, version }: KeptNumber,
  situation: Situation | undefined,
  today: Day,
): Html {
  const { board } = props.words;
  const note = version === props.version ? '' : html`<small>${board.otherRules}</small>`;
  const actions = html`<td role="cell" class="board-actions"><button class="button" type="button" data-board data-action="open-number" data-name="${name}">${board.open}</button> <button class="button" type="button" data-board data-action="forget-number" data-name="${name}" aria-label="${fill(board.removeNamed, { name })}">${board.remove}</button></td>`;
  if (situation === undefined) {
    return html`<tr role="row" data-kept="${name}"><th scope="row" role="rowheader">${name}</th><td role="cell" colspan="5">${board.incomplete}</td>${actions}</tr>`;
  }
  const { now, advice } = situation;
  const { messages, recipients, channel, day, date } = now;
  const zone = adviceZone(advice);
  const when = date === today ? '' : html` <small>${format.shortDay(date)}</small>`;
  const state =
    advice?.level && zone
      ? html`<span class="zone" data-shows="${zone}">${zoneMark(zone)}${props.words.advice.levels[advice.level]}</span>`
      : '–';
  return html`<tr role="row" data-kept="${name}" data-plan-day="${day}" data-messages="${messages.most ?? 'none'}" data-recipients="${recipients.most ?? 'none'}" data-channel="${channel}"><th scope="row" role="rowheader">${name} ${note}</th><td role="cell" data-head="${props.words.board.day}">${format.number(day)}${when}</td><td role="cell" data-head="${props.words.metrics.messages}"><b>${limitText(props, format, messages)}</b></td><td role="cell" data-head="${props.words.metrics.recipients}"><b>${limitText(props, format, recipients)}</b></td><td role="cell" data-head="${props.words.metrics.channel}">${props.words.channels[channel]}</td><td role="cell" data-head="${props.words.board.state}">${state}</td>${actions}</tr>`;
}
