import { type Html, html } from '../../browser/html.ts';
import { sourceChip } from '../../components/source-chip/source-chip.view.ts';
import type { Decider } from '../../core/risk/evaluate.ts';
import { levelBadge, ZONE_OF } from './level.view.ts';
import { type Judged, type Question, type RiskProps, verdict } from './risk.view.ts';

/** The answers that decide, in order of weight, each with what to change; then the others, and what is unknown. */
export function decidersView(judged: Judged): Html {
  const { props, result } = judged;
  const { words } = props;
  const { level, deciders, others, unknown } = result;
  const open = props.questions.filter(({ id }) => unknown.includes(id));
  return html`<h2 id="why">${words.why}</h2>
    <p class="verdict">${verdict(judged)}</p>
    ${deciders.length > 0 && html`<ol class="deciders">${deciders.map((decider) => decidingItem(props, decider))}</ol>`}
    <div class="in-sheet">${others.length > 0 && html`<h3>${level === 'unknown' ? words.known : words.others}</h3><ul class="others">${others.map((other) => otherItem(props, other))}</ul>`}
    ${open.length > 0 && html`<h3>${words.open}</h3><ul class="open-questions">${open.map(({ id, text }) => html`<li><a href="#question-${id}">${text}</a></li>`)}</ul>`}</div>`;
}

function decidingItem(props: RiskProps, decider: Decider): Html {
  const { words } = props;
  const question = questionOf(props, decider);
  const given = question?.answers.find(({ id }) => id === decider.answer);
  return html`<li data-decider="${decider.question}" data-level="${decider.level}" data-shows="${ZONE_OF[decider.level]}">
    <p class="asked">${levelBadge(props.levels, decider.level)} <strong>${question?.text}</strong></p>
    <p>${words.yourAnswer} ${given?.text}</p>
    ${given?.advice && html`<p class="advice"><strong>${words.change}</strong> ${given.advice}</p>`}
    <p class="footing">${decider.isMissing ? words.missed : words.listed} ${chips(props, decider)}</p>
    ${question && reading(props, question)}
  </li>`;
}

function otherItem(props: RiskProps, other: Decider): Html {
  const question = questionOf(props, other);
  const given = question?.answers.find(({ id }) => id === other.answer);
  const advice = other.level === 'elevated' ? given?.advice : undefined;
  return html`<li>${levelBadge(props.levels, other.level)} <span><strong>${question?.text}</strong> ${given?.text}${advice && html` <em>${props.words.change} ${advice}</em>`}</span></li>`;
}

function questionOf({ questions }: RiskProps, { question }: Decider): Question | undefined {
  return questions.find(({ id }) => id === question);
}

function chips({ sources }: RiskProps, { sources: ids }: Decider): Html {
  const own = sources.filter(({ id }) => ids.includes(id));
  return html`${own.map(({ name, href }) => html`${sourceChip(name, href)} `)}`;
}

/** The rules behind a question, and the guides and tools that help with them. */
function reading({ words, rules }: RiskProps, question: Question): Html {
  const links = [...question.rules.flatMap((id) => rules[id] ?? []), ...question.pages];
  return html`<p class="reading">${words.read} ${links.map(({ href, title }) => html`<a href="${href}">${title}</a> `)}</p>`;
}
