import { type Html, html } from '../../browser/html.ts';
import { ageWithoutRecipientLimit, type CampaignDay, limitsByAge } from '../../core/campaign/allocate.ts';
import type { CampaignValues } from '../../core/campaign/input.ts';
import type { Format } from '../../core/format.ts';
import { fill } from '../../core/words.ts';
import { counted } from './answer.view.ts';
import type { CampaignProps } from './campaign.view.ts';

interface Stretch {
  from: number;
  /** Absent for the last one, which has no end. */
  to?: number;
  messages: number | undefined;
  fresh: number | undefined;
  by: readonly string[];
}

/** What one day may carry at each age of the number, from the day of registration until nothing changes any more. */
export function limitsView(props: CampaignProps, format: Format, { hours, sources }: CampaignValues): Html {
  if (hours === undefined || sources === undefined) return html``;
  const key = `${hours} ${sources.join(' ')}`;
  const last = lastDrawn.get(props);
  if (last?.key === key) return last.limits;
  const limits = drawLimits(props, format, hours, sources);
  lastDrawn.set(props, { key, limits });
  return limits;
}

/** Most keystrokes change neither the hours nor the sources, and the ages take longer than all the rest. */
const lastDrawn = new WeakMap<CampaignProps, { key: string; limits: Html }>();

function drawLimits(props: CampaignProps, format: Format, hours: number, sources: readonly string[]): Html {
  const { words, units } = props;
  const about = { props, format };
  const said = fill(words.limitsText, {
    hours: counted(about, units.hours, hours),
    sources: counted(about, words.limitsSources, sources.length),
  });
  const { age, messages, fresh, by } = words.limitColumns;
  return html`<p>${said}</p><div class="table-wrap" role="group" aria-label="${words.limits}" tabindex="0"><table class="limits">
    <thead><tr><th scope="col">${age}</th><th scope="col" class="number">${messages}</th><th scope="col" class="number">${fresh}</th><th scope="col">${by}</th></tr></thead>
    <tbody>${stretches(props, hours, sources).map((stretch) => row(props, format, stretch))}</tbody>
  </table></div>`;
}

function row({ words, sources }: CampaignProps, format: Format, { from, to, messages, fresh, by }: Stretch): Html {
  const limit = (most: number | undefined) => (most === undefined ? words.unlimited : format.number(most));
  const names = sources.filter(({ id }) => by.includes(id)).map(({ name }) => name);
  const age = to === undefined ? `${format.number(from)}+` : to === from ? format.number(from) : format.range(from, to);
  return html`<tr><th scope="row">${age}</th><td class="number"><strong>${limit(messages)}</strong></td><td class="number">${limit(fresh)}</td><td>${names.length > 0 ? format.list(names) : '–'}</td></tr>`;
}

function stretches({ rules }: CampaignProps, hours: number, sources: readonly string[]): Stretch[] {
  const limitsAt = limitsByAge(rules, { hours, sources });
  const found: Stretch[] = [];
  for (let age = 0; age <= lastAge(rules); age += 1) {
    const today = limitsOf(age, limitsAt(age));
    const before = found.at(-1);
    if (before && isSame(before, today)) before.to = age;
    else found.push({ ...today, to: age });
  }
  const last = found.at(-1);
  if (last) delete last.to;
  return found;
}

/** Growth that goes on for ever has reached the hourly pace or a ceiling by then. */
const GROWTH_DAYS = 30;

function lastAge(rules: CampaignProps['rules']): number {
  const starts = rules.schedules.flatMap(({ phases }) => phases.map(({ from }) => from));
  return Math.max(ageWithoutRecipientLimit(rules), ...starts) + GROWTH_DAYS;
}

function limitsOf(age: number, { hour, day, recipients }: CampaignDay['limits']): Stretch {
  const messages = least(hour.most, day.most);
  const by = [hour, day].filter(({ most }) => most !== undefined && most === messages).flatMap((limit) => limit.by);
  return { from: age, messages, fresh: least(recipients.most, messages), by: [...new Set(by)] };
}

function isSame(a: Stretch, b: Stretch): boolean {
  return a.messages === b.messages && a.fresh === b.fresh && a.by.join() === b.by.join();
}

function least(...limits: readonly (number | undefined)[]): number | undefined {
  const named = limits.filter((limit) => limit !== undefined);
  return named.length === 0 ? undefined : Math.min(...named);
}
