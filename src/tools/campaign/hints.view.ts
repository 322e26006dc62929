import { type Html, html } from '../../browser/html.ts';
import type { Hint } from '../../core/campaign/hints.ts';
import { fill } from '../../core/words.ts';
import { counted } from './answer.view.ts';
import type { Checked } from './campaign.view.ts';

/** What would make it shorter, as far as honest means go. */
export function hintsView(checked: Checked): Html {
  const { result, props } = checked;
  if (result.state === 'finished' && result.days === 1) return html``;
  const { words } = props;
  return html`<h2 id="shorter">${words.shorter}</h2>${
    result.hints.length === 0
      ? html`<p>${words.shorterNone}</p>`
      : html`<ul class="hints">${result.hints.map((hint) => item(checked, hint))}</ul>`
  }`;
}

function item(checked: Checked, hint: Hint): Html {
  const { hintTexts } = checked.props.words;
  const href = checked.props.links.hints[hint.id];
  const title = titleOf(checked, hint);
  return html`<li data-hint="${hint.id}"><strong>${href === undefined ? title : html`<a href="${href}">${title}</a>`}</strong> <span>${fill(hintTexts[hint.id], placesOf(checked, hint))}</span>${'days' in hint && html` <b>${effect(checked, hint)}</b>`}</li>`;
}

function titleOf(checked: Checked, hint: Hint): string {
  const { hints } = checked.props.words;
  if (hint.id === 'wait') return counted(checked, hints.wait, hint.age);
  if (hint.id === 'more-hours') return counted(checked, hints['more-hours'], hint.hours);
  return hints[hint.id];
}

function placesOf(checked: Checked, hint: Hint): Record<string, string> {
  const { result, props } = checked;
  if (hint.id !== 'smaller-audience' || result.state !== 'too-long') return {};
  return {
    within: counted(checked, props.words.days, result.withinDays),
    people: counted(checked, props.words.people, hint.people),
  };
}

function effect(checked: Checked, { days, finish }: { days: number; finish: number }): string {
  const { result, props } = checked;
  const { words } = props;
  const isLater = result.state === 'finished' && finish > result.finish;
  const until = fill(words[days === 1 ? 'on' : 'until'], { date: checked.format.day(finish) });
  return fill(isLater ? words.effectLater : words.effect, { days: counted(checked, words.days, days), until });
}
