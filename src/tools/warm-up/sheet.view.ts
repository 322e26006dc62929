import { Html, html } from '../../browser/html.ts';
import { fill } from '../../core/words.ts';
import { nameOf, newTasks } from './names.ts';
import type { Shown } from './warm-up.view.ts';

/** For paper: what to do, each thing once, under the day from which it holds. */
export function taskSheet({ props, situation }: Shown): Html {
  const { words } = props;
  const { days } = situation.plan;
  const fresh = newTasks(props, days);
  const blocks = days.flatMap(({ day }, index) => {
    const tasks = fresh[index] ?? [];
    if (tasks.length === 0) return [];
    return [
      html`<div><h3>${fill(words.dayNumber, { day })}</h3><ul>${tasks.map(({ source, text }) => html`<li><b>${nameOf(props, source)}.</b> ${new Html(text)}</li>`)}</ul></div>`,
    ];
  });
  return html`${blocks}`;
}
