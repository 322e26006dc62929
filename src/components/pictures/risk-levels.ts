import { type Html, html } from '../../browser/html.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { RiskLevel, Zone } from '../../knowledge/schema.ts';
import { type PageContext, richText } from '../context.ts';
import { zoneMark } from '../zone/zone.view.ts';

const ZONES: Record<RiskLevel, Zone> = { none: 'target', minimal: 'safe', elevated: 'warning', maximal: 'danger' };

/** Every judged situation with the level that each source gives it. */
export function riskLevels(context: PageContext, { scenarios, sources, rules }: Knowledge): Html {
  const { words } = context;
  const { pictures } = words;
  const questions = [...scenarios.values()].map((scenario) => ({
    ...scenario,
    answers: scenario.answers.filter(({ levels }) => levels.length > 0),
  }));
  const judging = [...sources.values()].filter(({ id }) =>
    questions.some(({ answers }) => answers.some(({ levels }) => levels.some(({ source }) => source === id))),
  );
  const badge = (level: RiskLevel) =>
    html`<span class="zone" data-shows="${ZONES[level]}">${zoneMark(ZONES[level])}${words.riskLevels[level]}</span> `;
  /** A source may give one situation several levels, in different places. */
  const cell = (source: string, name: string, levels: readonly { source: string; level: RiskLevel }[]) =>
    html`<td data-source="${name}">${levels.filter((said) => said.source === source).map(({ level }) => badge(level))}</td>`;
  return html`<figure class="chart-frame risk-levels"><figcaption><strong>${pictures.riskTitle}</strong> ${pictures.riskSays}</figcaption>
    <div class="table-wrap" tabindex="0" role="group" aria-label="${pictures.riskTitle}"><table><thead><tr><th scope="col">${pictures.riskSituation}</th>${judging.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
    ${questions
      .filter(({ answers }) => answers.length > 0)
      .map(
        ({ question, answers }) =>
          html`<tbody><tr><th scope="rowgroup" colspan="${judging.length + 1}">${richText(context, rules, question)}</th></tr>${answers.map(
            ({ text, levels }) =>
              html`<tr><th scope="row">${richText(context, rules, text)}</th>${judging.map(({ id, name }) => cell(id, name, levels))}</tr>`,
          )}</tbody>`,
      )}</table></div>
  </figure>`;
}
