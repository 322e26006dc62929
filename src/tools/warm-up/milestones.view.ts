import { Html, html } from '../../browser/html.ts';
import { formatDay } from '../../core/calendar/day.ts';
import type { Milestone } from '../../core/warm-up/plan.ts';
import { fill } from '../../core/words.ts';
import { nameOf } from './names.ts';
import type { Shown, WarmUpProps } from './warm-up.view.ts';

/** The days that mean something, with their dates; the numbers are those of the flags in the chart. */
export function milestonesView({ props, format, situation, today }: Shown): Html {
  const { words } = props;
  return html`<ol class="milestones">${situation.plan.milestones.map((milestone) => {
    const { id, day, date, by } = milestone;
    const state = date < today ? 'past' : date === today ? 'today' : 'ahead';
    return html`<li data-milestone="${id}" data-date="${formatDay(date)}" class="${state}"><strong>${milestoneTitle(props, milestone)}</strong> <span>${format.dayOfYear(date)} · ${fill(words.dayNumber, { day })}${state === 'past' && html` · ${words.passed}`}${by.map((source) => html` <small>${nameOf(props, source)}</small>`)}</span></li>`;
  })}</ol>`;
}

export function milestoneTitle({ milestones, words }: WarmUpProps, { id }: Pick<Milestone, 'id'>): Html {
  return id === 'target' ? html`${words.targetReached}` : new Html(milestones[id] ?? id);
}
