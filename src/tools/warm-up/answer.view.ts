import { Html, html } from '../../browser/html.ts';
import { evidenceBadge } from '../../components/evidence/evidence.view.ts';
import { sourceChip } from '../../components/source-chip/source-chip.view.ts';
import { zoneMark } from '../../components/zone/zone.view.ts';
import type { Format } from '../../core/format.ts';
import type { WarmUpDay } from '../../core/warm-up/day.ts';
import type { Limit } from '../../core/warm-up/limits.ts';
import { fill, type Plural, plural } from '../../core/words.ts';
import { adviceZone } from './advice-zone.ts';
import { type DayTask, limitText, nameOf, sourceNames, tasksOf } from './names.ts';
import type { Metric, Shown, WarmUpProps } from './warm-up.view.ts';

/** What the number may send today, or on the next date that counts, and what to do. */
export function answerView(shown: Shown): Html {
  const { props, format, situation, today } = shown;
  const { words } = props;
  const { now, advice } = situation;
  const tasks = tasksOf(props, now);
  const date = format.dayOfYear(now.date);
  return html`<div class="answer" data-shows="${adviceZone(advice) ?? 'none'}">
    <h2>${now.date === today ? fill(words.todayIs, { date }) : date}</h2>
    <p class="headline" data-figure="today" data-value="${now.day}">${headline(shown)}</p>
    ${advice?.level && html`<p><a href="#happened">${zoneMark(adviceZone(advice))} ${words.advice.levels[advice.level]}</a></p>`}
    <ul class="day-facts">
      ${limitFact(shown, 'messages', now.messages)}
      ${limitFact(shown, 'recipients', now.recipients)}
      ${limitFact(shown, 'hourly', now.hourly)}
      ${fact(shown, 'channel', words.channels[now.channel])}
      ${fact(shown, 'groups', html`${allowedMark(now.groups === 'yes')} ${words.allowed[now.groups]}`)}
    </ul>
    ${tasks.length > 0 && html`<h3>${fill(words.toDo, { day: now.day })}</h3>${dayTasks(props, tasks)}`}
  </div>`;
}

/** The day in one sentence, such as "Today is day 5: 56 messages, 20 new people, phone and web only". */
export function headline({ props, format, situation, today }: Shown): string {
  const { now, advice } = situation;
  const form = now.date === today ? 'today' : advice ? 'next' : 'ahead';
  return fill(props.words.headline[form], { day: format.number(now.day), what: whatMaySend(props, format, now) });
}

function whatMaySend(props: WarmUpProps, format: Format, { messages, recipients, channel }: WarmUpDay): string {
  const { words, locale } = props;
  const counted = (forms: { some: Plural; none: string; open: string }, { most }: Limit) => {
    if (most === undefined) return forms.open;
    return most === 0 ? forms.none : plural(forms.some, locale, most, format.number(most)).replace(' ', NO_BREAK);
  };
  return [counted(words.messages, messages), counted(words.people, recipients), words.through[channel]].join(', ');
}

const NO_BREAK = '\u00a0';

/** A limit in large figures, with who sets it and why. */
function limitFact(shown: Shown, metric: 'messages' | 'recipients' | 'hourly', limit: Limit): Html {
  const { props, format } = shown;
  const { words } = props;
  const { most, by } = limit;
  const value = most === undefined ? '' : html` data-value="${most}"`;
  const text = html`${most === 0 && allowedMark(false)} <span data-figure="today-${metric}"${value}>${limitText(props, format, limit)}</span>`;
  const who = by.length > 0 ? sourceNames(props, format, by) : words.nobody;
  return fact(shown, metric, text, who);
}

function fact(shown: Shown, metric: Metric, value: Html | string, who = ''): Html {
  const { words } = shown.props;
  return html`<li><span class="fact-label">${words.metrics[metric]}</span><strong class="fact-value">${value}</strong>${who !== '' && html`<span class="fact-by">${who}</span>`}${why(shown, metric)}</li>`;
}

/** What each source says of the day, and the rule with its evidence. */
function why({ props, format, situation }: Shown, metric: Metric): Html {
  const { words, basis } = props;
  const rule = props.why[metric];
  const { lines, disputed } = situation.now;
  const said =
    metric === 'messages' || metric === 'recipients'
      ? lines.map(
          (line) =>
            html`<li>${nameOf(props, line.source)}: ${line[metric] === undefined ? words.says.nothing : format.number(line[metric])}</li>`,
        )
      : [];
  const differ = disputed.some((found) => found === metric);
  return html`<details class="why" id="why-${metric}"><summary>${words.why}</summary>${differ && html`<p>${words.says.differ}</p>`}${said.length > 0 && html`<ul>${said}</ul>`}${rule && html`<p><a href="${rule.href}">${rule.title}</a><br>${evidenceBadge(basis.evidence, rule.evidence)}</p>`}</details>`;
}

/** Allowed or not, told by shape and colour beside the word. */
function allowedMark(isAllowed: boolean): Html {
  const zone = isAllowed ? 'safe' : 'danger';
  return html`<span class="mark" data-shows="${zone}">${zoneMark(zone)}</span>`;
}

/** What to do on one day, by source. */
function dayTasks(props: WarmUpProps, tasks: readonly DayTask[]): Html {
  const sources = props.sources.filter(({ id }) => tasks.some(({ source }) => source === id));
  return html`<ul class="day-tasks">${sources.map(
    ({ id, name, href }) =>
      html`<li>${sourceChip(name, href)}<ul>${tasks.filter(({ source }) => source === id).map(({ text }) => html`<li>${new Html(text)}</li>`)}</ul></li>`,
  )}</ul>`;
}
