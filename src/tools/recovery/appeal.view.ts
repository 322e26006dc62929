import type { Words } from '../../../i18n/index.ts';
import { Html, html } from '../../browser/html.ts';
import { type AppealFact, type AppealStatement, appealLog, composeAppeal } from '../../core/recovery/appeal.ts';
import type { Appeal } from '../../core/recovery/told.ts';
import { fill } from '../../core/words.ts';
import type { Locale, Text } from '../../knowledge/schema.ts';
import type { CaseProps } from './case-props.ts';
import { leftText } from './case-texts.ts';

export interface AppealProps extends CaseProps {
  appeal: {
    statements: (AppealStatement & { tickIf: Text })[];
    facts: (AppealFact & { help: Text })[];
  };
  composer: Words['appeal'];
}

/** The facts to gather, the sentences to tick, the language to write in. */
export function appealForm(props: AppealProps): Html {
  const { appeal, composer, locale, languages } = props;
  const label = new Map(appeal.facts.map((fact) => [fact.id, fact.label[locale]]));
  const readable = (sentence: string) =>
    sentence.replace(/\{([a-z0-9-]+)\}/g, (_, id: string) => `[${label.get(id) ?? id}]`);
  return html`<form class="composer" autocomplete="off">
    <h3>${composer.facts}</h3><p class="footing">${composer.factsText}</p>
    <div class="fields">${appeal.facts.map(
      ({ id, label: name, help }) =>
        html`<div class="field" data-fact="${id}"><label for="fact-${id}">${name[locale]}</label><input type="text" id="fact-${id}" name="fact-${id}" aria-describedby="fact-${id}-help"/><small id="fact-${id}-help">${help[locale]}</small></div>`,
    )}</div>
    <h3>${composer.statements}</h3>
    <ul class="statements">${appeal.statements.map(
      ({ id, text, tickIf }) =>
        html`<li><label class="pick"><input type="checkbox" name="statement" value="${id}" aria-describedby="if-${id}"/> <span>${readable(text[locale])}</span></label><small id="if-${id}"><strong>${composer.tickIf}</strong> ${tickIf[locale]}</small></li>`,
    )}</ul>
    <h3>${composer.text}</h3>
    <div class="field"><label for="appeal-language">${composer.language}</label><select id="appeal-language" name="appeal-language">${Object.entries(languages).map(([id, name]) => html`<option value="${id}" ${id === locale && new Html('selected')}>${name}</option>`)}</select></div>
  </form>`;
}

/** The text as WhatsApp will read it, and what keeps it from being ready. */
export function appealText(
  props: AppealProps,
  ticked: readonly string[],
  facts: Readonly<Record<string, string>>,
  language: Locale,
): Html {
  const { appeal, composer, locale } = props;
  const { text, missing, contradictions } = composeAppeal(appeal, ticked, facts, language);
  const label = (id: string) => appeal.facts.find((fact) => fact.id === id)?.label[locale] ?? id;
  const sentence = (id: string) => appeal.statements.find((one) => one.id === id)?.text[locale] ?? id;
  return html`${contradictions.map(([one, other]) => html`<p class="error-sentence" data-contradiction>${fill(composer.contradiction, { one: sentence(one), other: sentence(other) })}</p>`)}${
    missing.length > 0 &&
    html`<p class="caution"><strong>${composer.missing}</strong> ${missing.map(label).join(', ')}</p>`
  }<div class="appeal-text card" lang="${language === 'pt' ? 'pt-BR' : language}" data-figure="appeal-text">${text}</div>${text === '' && html`<p class="footing">${composer.empty}</p>`}`;
}

/** The requests sent for the case at hand, with their answers and the time since. */
export function appealsSent(props: AppealProps, appeals: readonly Appeal[], now: number): Html {
  const { composer, words } = props;
  const log = appealLog(appeals, now);
  return html`<h3>${composer.log}</h3>${
    log.length === 0
      ? html`<p class="footing">${composer.logNone}</p>`
      : html`<ul class="appeals">${log.map(
          ({ id, via, elapsed, state }) =>
            html`<li data-appeal="${id}" data-state="${state}"><strong>${words.via[via as keyof typeof words.via] ?? via}</strong>, ${fill(composer.since, { time: leftText(props, -elapsed) })}: ${state === 'open' ? words.noAnswerYet : words.answers[state]}${
              state === 'open' &&
              html`<p class="actions"><span>${composer.answer}</span> ${ANSWERS.map((answer) => html`<button type="button" class="button" data-action="appeal-${answer}">${words.answers[answer]}</button> `)}</p>`
            }</li>`,
        )}</ul>`
  }<p class="actions"><span>${composer.sentHow}</span> ${VIAS.map((via) => html`<button type="button" class="button" data-action="appealed-${via}">${words.via[via]}</button> `)}</p>`;
}

export const ANSWERS = ['unblocked', 'refused', 'no-answer'] as const;
const VIAS = ['app', 'web'] as const;
