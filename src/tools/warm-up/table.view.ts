import { Html, html } from '../../browser/html.ts';
import { formatDay } from '../../core/calendar/day.ts';
import type { WarmUpDay } from '../../core/warm-up/day.ts';
import type { Limit } from '../../core/warm-up/limits.ts';
import { fill, plural } from '../../core/words.ts';
import { type DayTask, limitText, nameOf, newTasks } from './names.ts';
import type { Shown } from './warm-up.view.ts';

/** The plan day by day. On a narrow screen a row becomes a card, so the roles are said and not left to the layout. */
export function planTable(shown: Shown): Html {
  const { props, situation } = shown;
  const { words } = props;
  const { days } = situation.plan;
  const sent = new Map(shown.values.log.map((row) => [row.day, row.sent]));
  const heads = [
    words.day,
    words.metrics.messages,
    words.metrics.recipients,
    words.metrics.hourly,
    words.metrics.channel,
    words.metrics.groups,
    words.tasks,
  ];
  return html`<table class="plan-table" role="table"><thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead><tbody role="rowgroup">${days.map((planned, index) => row(shown, planned, days[index - 1], sent.get(planned.day)))}</tbody></table>${days.some(({ disputed }) => disputed.length > 0) && html`<p class="footing">≠ ${words.differLegend}</p>`}<p class="footing no-print">${words.noNews}</p>`;
}

/** A day that is planned as before is drawn as before. */
function row(shown: Shown, planned: WarmUpDay, before: WarmUpDay | undefined, sent: number | undefined): Html {
  const isNow = planned.date === shown.situation.now.date;
  const key = `${isNow} ${sent}`;
  const last = lastDrawn.get(planned);
  if (last?.key === key) return last.row;
  const drawn = drawRow(shown, planned, newTasks(shown.props, planned, before), isNow, sent);
  lastDrawn.set(planned, { key, row: drawn });
  return drawn;
}

const lastDrawn = new WeakMap<WarmUpDay, { key: string; row: Html }>();

function drawRow(
  shown: Shown,
  planned: WarmUpDay,
  fresh: readonly DayTask[],
  isNow: boolean,
  sent: number | undefined,
): Html {
  const { props, format } = shown;
  const { words } = props;
  const { day, date, messages, recipients, hourly, channel, groups, disputed } = planned;
  return html`<tr role="row" data-day="${day}" data-date="${formatDay(date)}" data-messages="${messages.most ?? 'none'}" data-messages-by="${messages.by.join(' ')}" data-recipients="${recipients.most ?? 'none'}" data-recipients-by="${recipients.by.join(' ')}" data-hourly="${hourly.most ?? 'none'}" data-channel="${channel}" data-groups="${groups}"${isNow && new Html(' class="now" aria-current="date"')}><th scope="row" role="rowheader"><b>${day}</b> ${format.shortDay(date)}</th>${limitCell(shown, 'messages', messages, disputed, sent)}${limitCell(shown, 'recipients', recipients, disputed)}<td role="cell" class="hourly">${hourly.most === undefined ? '–' : fill(words.perHour, { n: format.number(hourly.most) })}</td><td role="cell">${words.channels[channel]}</td><td role="cell" class="groups-${groups}">${words.groups[groups]}</td><td role="cell" class="news">${fresh.length > 0 && news(shown, day, fresh)}</td></tr>`;
}

function limitCell(
  { props, format }: Shown,
  metric: 'messages' | 'recipients',
  limit: Limit,
  disputed: WarmUpDay['disputed'],
  sent?: number,
): Html {
  const { words } = props;
  const who = limit.by.map((id) => nameOf(props, id)).join(', ');
  return html`<td role="cell" class="${metric}${limit.most === 0 && ' zero'}"><b>${limitText(props, format, limit)}</b>${disputed.includes(metric) && ' ≠'} <small>${who}</small>${sent !== undefined && html` <small class="${limit.most !== undefined && sent > limit.most ? 'sent over' : 'sent'}">${words.sent} ${format.number(sent)}</small>`}</td>`;
}

/** What begins on that day; on the others one goes on as before. */
function news({ props, format }: Shown, day: number, fresh: readonly DayTask[]): Html {
  const { words, locale } = props;
  return html`<details id="news-${day}"><summary>${plural(words.news, locale, fresh.length, format.number(fresh.length))}</summary><ul>${fresh.map(({ source, text }) => html`<li><small>${nameOf(props, source)}</small> ${new Html(text)}</li>`)}</ul></details>`;
}
