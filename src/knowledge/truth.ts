import type { Fault } from './fault.ts';
import type { Collections } from './load.ts';
import { faultAt } from './parse.ts';
import { LOCALES, type Text } from './schema.ts';

/** Claims that ask for deception must not become advice, nor conditional ones advice without their condition. */
export function checkStance(all: Collections): Fault[] {
  const advise = new Map(all.claims.flatMap(({ value }) => (value.caution ? [[value.id, value.caution.advise]] : [])));
  const fromRules = all.rules.flatMap(({ value, raw }) =>
    value.claims.for.flatMap((id, index) => {
      const path = ['claims', 'for', index];
      if (advise.get(id) === 'never' && value.stance !== 'record-only') {
        return [
          faultAt(raw, path, 'a claim we may advise, or the stance record-only', `"${id}", which we never advise`),
        ];
      }
      if (advise.get(id) === 'conditional' && value.stance === 'adopt') {
        return [
          faultAt(
            raw,
            path,
            'the stance adopt-with-care, with a condition',
            `"${id}", which we advise only on a condition`,
          ),
        ];
      }
      return [];
    }),
  );
  const forbidden = (id: string) => advise.get(id) === 'never';
  const fromSteps = all.checklists.flatMap(({ value, raw }) =>
    value.steps.flatMap((step, index) =>
      step.claims
        .filter(forbidden)
        .map((id) =>
          faultAt(raw, ['steps', index, 'claims'], 'a claim we may advise', `"${id}", which we never advise`),
        ),
    ),
  );
  const fromTasks = all.schedules.flatMap(({ value, raw }) =>
    value.phases.flatMap((phase, index) =>
      [...phase.claims, ...phase.tasks.flatMap(({ claims }) => claims)]
        .filter(forbidden)
        .map((id) => faultAt(raw, ['phases', index], 'claims we may advise', `"${id}", which we never advise`)),
    ),
  );
  return [...fromRules, ...fromSteps, ...fromTasks];
}

/** A claim says the same numbers in every language. */
export function checkNumbers(all: Collections): Fault[] {
  return all.claims.flatMap(({ value, raw }) =>
    (['statement', 'note'] as const).flatMap((field) => {
      const text = value[field];
      if (!text || sameNumbers(text)) return [];
      const found = LOCALES.map((locale) => `${locale}: ${numbersIn(text[locale]).join(', ') || 'none'}`).join('; ');
      return [faultAt(raw, [field], 'the same numbers in every language', found)];
    }),
  );
}

export function sameNumbers(text: Text): boolean {
  const [en, pt, ru] = LOCALES.map((locale) => numbersIn(text[locale]).join(' '));
  return en === pt && pt === ru;
}

/** The numbers of a sentence in ascending order, however its language groups thousands or writes decimals. */
function numbersIn(sentence: string): number[] {
  const ungrouped = sentence.replace(/(?<=\d)[.,\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return [...ungrouped.matchAll(/\d+(?:[.,]\d+)?/g)]
    .map(([number]) => Number(number.replace(',', '.')))
    .sort((a, b) => a - b);
}
