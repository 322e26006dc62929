import { type Html, html } from '../../browser/html.ts';
import type { NamedRule } from '../../components/basis/basis.view.ts';
import { evidenceBadge } from '../../components/evidence/evidence.view.ts';
import { zoneMark } from '../../components/zone/zone.view.ts';
import { type Advice, JUDGED } from '../../core/warm-up/adapt.ts';
import { fill } from '../../core/words.ts';
import type { Zone } from '../../knowledge/schema.ts';
import { adviceZone, ZONE_OF } from './advice-zone.ts';
import type { Shown } from './warm-up.view.ts';

/** Whether the plan goes on after what happened, why, and with which day. */
export function adviceView(shown: Shown): Html {
  const { props, format, situation } = shown;
  const { words } = props;
  const { advice, now } = situation;
  if (advice === undefined) return html``;
  const { level, because, planDay } = advice;
  const rule = because === 'ratio' || because === 'too-few' ? props.adviceRules.ratio : props.adviceRules.restart;
  const [before = '', after = ''] = fill(level === 'restart' ? words.advice.restarted : words.advice.next, {
    date: format.dayOfYear(now.date),
  }).split('{day}');
  return html`<div class="advice" data-shows="${adviceZone(advice) ?? 'none'}">
    ${level && html`<p class="advice-level"><span class="zone" data-shows="${ZONE_OF[level]}">${zoneMark(ZONE_OF[level])}<strong data-figure="advice" data-level="${level}">${words.advice.levels[level]}</strong></span> ${words.advice.texts[level]}</p>`}
    <p>${reason(shown, advice)}</p>
    ${overLimit(shown)}
    <p>${before}<strong data-figure="plan-day" data-value="${planDay}">${format.number(planDay)}</strong>${after}</p>
    ${ruleLine(shown, rule)}
  </div>`;
}

function reason({ props, format, values }: Shown, { level, because, judged, idleDays = 0 }: Advice): string {
  const { words, rules } = props;
  const { reasons } = words.advice;
  switch (because) {
    case 'moved':
      return values.movedOn === undefined ? `${reasons.moved} ${reasons.undated}` : reasons.moved;
    case 'idle':
      return fill(reasons.idle, { days: format.number(idleDays), limit: format.number(rules.idleDays) });
    default: {
      const counts = {
        days: format.number(judged?.days ?? 0),
        sent: format.number(judged?.sent ?? 0),
        replies: format.number(judged?.replies ?? 0),
        ratio: format.percent(judged?.ratio ?? 0, 1),
      };
      const facts = fill(judged?.ratio === undefined ? reasons.silent : reasons.ratio, counts);
      if (level === undefined || level === 'restart')
        return `${facts} ${fill(reasons['too-few'], { least: format.number(JUDGED.leastSent) })}`;
      return `${facts} ${fill(reasons.edges[level], edges(props, format))}`;
    }
  }
}

/** The edges between the zones that decide: below the first the plan pauses, from the second on it goes on. */
function edges({ rules }: Shown['props'], format: Shown['format']): Record<'low' | 'high', string> {
  const edge = (zone: Zone) => format.percent(rules.replyBands.find((band) => band.zone === zone)?.from ?? 0);
  return { low: edge('warning'), high: edge('safe') };
}

/** Logged days on which more went out than the plan allowed. */
function overLimit({ props, format, situation, values }: Shown): Html | false {
  const { words } = props;
  const over = values.log.flatMap(({ day, sent }) => {
    const limit = situation.plan.days[day]?.messages;
    if (limit?.most === undefined || limit.by.includes('target') || sent <= limit.most) return [];
    return [fill(words.advice.overDay, { day, sent: format.number(sent), most: format.number(limit.most) })];
  });
  return over.length > 0 && html`<p class="caution">${words.advice.over} ${format.list(over)}</p>`;
}

function ruleLine({ props }: Shown, { href, title, evidence }: NamedRule): Html {
  return html`<p class="footing"><a href="${href}">${title}</a> · ${evidenceBadge(props.basis.evidence, evidence)}</p>`;
}
