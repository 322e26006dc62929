import { type Html, html } from '../../browser/html.ts';
import { levelBadge } from './level.view.ts';
import type { Judged } from './risk.view.ts';

/** For paper: every question with its answer and level, and a line to sign. */
export function sheetView({ props, answers, result }: Judged): Html {
  const { words, questions } = props;
  const levels = new Map([...result.deciders, ...result.others].map(({ question, level }) => [question, level]));
  const rows = questions.map(({ id, text, answers: choices }) => {
    const given = choices.find((choice) => choice.id === answers[id]);
    const level = given ? levels.get(id) : 'unknown';
    return html`<tr><th scope="row">${text}</th><td>${given?.text ?? '–'}</td><td>${level ? levelBadge(props.levels, level) : '–'}</td></tr>`;
  });
  const { text, number, name, date, signature } = words.sign;
  return html`<h2>${words.given}</h2>
    <table class="sheet"><thead><tr><th scope="col">${words.question}</th><th scope="col">${words.answer}</th><th scope="col">${words.risk}</th></tr></thead><tbody>${rows}</tbody></table>
    <div class="sign"><p>${text}</p><p class="line"></p><dl>${[number, name, date, signature].map((label) => html`<div><dt>${label}</dt><dd></dd></div>`)}</dl></div>`;
}
