import { describe, expect, it } from 'vitest';
import { dictionaryFaults } from './i18n.ts';

const EN = { risk: { title: 'Risk', days: { one: 'a day', other: '{n} days' } } };
const PT = { risk: { title: 'Risco', days: { one: '{n} dia', many: '{n} de dias', other: '{n} dias' } } };
const RU = { risk: { title: 'Риск', days: { one: '{n} день', few: '{n} дня', many: '{n} дней', other: '{n} дня' } } };
const SOURCE = 'words.risk; const { title, days } = risk;';

const faultsOf = (changed: { en?: unknown; pt?: unknown; ru?: unknown }, source = SOURCE) =>
  dictionaryFaults({ en: EN, pt: PT, ru: RU, ...changed }, [source]).map(({ where, what }) => `${where} ${what}`);

const days = (forms: Record<string, string>) => ({ risk: { title: 'x', days: forms } });

describe('the dictionaries', () => {
  it('are right with the same keys, every plural form and the same placeholders', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('have the same keys in every language', () => {
    expect(faultsOf({ ru: { risk: { days: RU.risk.days, name: 'Риск' } } })).toEqual([
      'i18n/ru.json "risk.name" is not in the English dictionary',
      'i18n/ru.json "risk.title" is missing',
    ]);
  });

  it('have texts and nothing else, and none that is empty', () => {
    expect(faultsOf({ pt: { risk: { title: ' ', days: PT.risk.days, more: [1] } } })).toEqual([
      'i18n/pt.json "risk.title" is empty',
      'i18n/pt.json "risk.more" is [1], expected a text',
    ]);
  });

  it('have a plural where English has one', () => {
    expect(faultsOf({ ru: { risk: { title: 'Риск', days: '{n} дн.' } } })).toEqual([
      'i18n/ru.json "risk.days" is a text, expected a plural as in English',
    ]);
  });

  it.each([
    ['en', { few: '{n}', other: '{n}' }, 'few, other, expected one, other'],
    ['pt', { one: '{n}', other: '{n}' }, 'one, other, expected many, one, other'],
    ['ru', { one: '{n}', few: '{n}', many: '{n}' }, 'few, many, one, expected few, many, one, other'],
  ])('have exactly the plural forms of the language: %s', (language, forms, fault) => {
    expect(faultsOf({ [language]: days(forms) })).toContain(`i18n/${language}.json "risk.days" has the forms ${fault}`);
  });

  it('have the same placeholders in every language', () => {
    const greeting = (text: string) => ({ risk: { title: text, days: EN.risk.days } });
    expect(
      faultsOf({
        en: greeting('{level} risk'),
        pt: { risk: { ...PT.risk, title: 'Risco {nivel}' } },
        ru: { risk: { ...RU.risk, title: 'Риск {level}' } },
      }),
    ).toEqual(['i18n/pt.json "risk.title" has the placeholders nivel, expected level as in English']);
  });

  it('leave the number out only in a form that stands for 1 alone', () => {
    expect(faultsOf({ ru: days({ ...RU.risk.days, one: 'день' }) })).toEqual([
      'i18n/ru.json "risk.days.one" lacks the placeholder n',
    ]);
    expect(faultsOf({ en: days({ one: '{n} day', other: 'days' }) })).toEqual([
      'i18n/en.json "risk.days.other" lacks the placeholder n',
    ]);
  });

  it.each([
    ['a path', 'words.risk.title + words.risk.days', []],
    ['a branch that is handed on', 'draw(words.risk); ({ title, days }) => title', []],
    ['a computed name', "words.risk[key]; const keys = ['title', 'days'];", []],
    ['a branch of which a leaf is never named', 'draw(words.risk); ({ title }) => title', ['risk.days']],
    ['a name in another branch', 'words.other.title + other.days', ['risk.title', 'risk.days']],
    ['part of a word', 'words.risk.subtitle + risk.days', ['risk.title']],
  ])('hold no key that nothing uses: %s', (_, source, unused) => {
    expect(faultsOf({}, source)).toEqual(unused.map((key) => `i18n/en.json "${key}" is used nowhere in src/`));
  });
});
