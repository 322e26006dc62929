import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../knowledge/schema.ts';
import { indexSymptoms, searchSymptoms } from './symptom-search.ts';
import { symptoms } from './testing/drafts.ts';

const indexes = {
  en: indexSymptoms(symptoms, 'en'),
  pt: indexSymptoms(symptoms, 'pt'),
  ru: indexSymptoms(symptoms, 'ru'),
};
const LOCALES: Locale[] = ['en', 'pt', 'ru'];
const find = (locale: Locale, typed: string, limit?: number) =>
  searchSymptoms(indexes[locale], typed, limit).map(({ id }) => id);

const everyWording = LOCALES.flatMap((locale) =>
  symptoms.flatMap(({ id, title, wordings }) =>
    [title[locale], ...wordings[locale]].map((wording) => ({ locale, id, wording })),
  ),
);
const anyWording = fc.constantFrom(...everyWording);

describe('symptom search', () => {
  it('finds the symptom first by every one of its wordings', () => {
    const missed = everyWording.filter(({ locale, id, wording }) => find(locale, wording)[0] !== id);
    expect(missed).toEqual([]);
  });

  it.each<[Locale, string, string]>([
    ['en', 'my number was blocked this morning, there is no timer', 'no-countdown'],
    ['en', 'banned', 'no-countdown'],
    ['en', 'temporarily bannd', 'countdown-shown'],
    ['en', 'old chats work new don’t', 'new-chats-fail'],
    ['en', 'my appeal was rejected', 'review-refused'],
    ['en', 'one tick only', 'sent-but-not-delivered'],
    ['en', 'new sim card banned', 'banned-at-registration'],
    ['pt', 'banido', 'no-countdown'],
    ['pt', 'caiu o numero', 'no-countdown'],
    ['pt', 'número bloqueado hoje sem cronometro', 'no-countdown'],
    ['pt', 'nao consigo mandar pra contato novo', 'new-chats-fail'],
    ['pt', 'fui desbanido e agora', 'unblocked-not-reconnected'],
    ['pt', 'meu recurso foi negado', 'review-refused'],
    ['ru', 'бан', 'no-countdown'],
    ['ru', 'заблокировали номер утром таймера нет', 'no-countdown'],
    ['ru', 'обратный отсчет', 'countdown-shown'],
    ['ru', 'не приходит смс', 'wait-before-next-code'],
    ['ru', 'опять забанили', 'lost-after-reconnect'],
    ['ru', 'вацап забанил', 'no-countdown'],
  ])('%s: "%s" is %s', (locale, typed, id) => {
    expect(find(locale, typed)[0]).toBe(id);
  });

  it.each([
    '463',
    'error 463',
    'err_463',
    '(463)',
    'код ошибки: 463 при отправке',
    'WA-REACHOUT-TIMELOCK',
    'Error: NackCallerReachoutTimelocked at send',
  ])('finds an error code written "%s" in every language', (typed) => {
    for (const locale of LOCALES) expect(find(locale, typed)[0]).toBe('new-chats-fail');
  });

  it('does not see an error code inside another number', () => {
    expect(find('en', '14630')).toEqual([]);
    expect(find('en', '46 3')).toEqual([]);
  });

  it('reads a whole notice as it was pasted, with a clock and buttons around it', () => {
    const pasted = `12:41  WhatsApp Business
      This account is not allowed to use WhatsApp due to spam
      Chats are still on this device.   REQUEST A REVIEW   Learn more`;
    expect(find('en', pasted)[0]).toBe('account-can-no-longer-use-whatsapp');
    expect(find('ru', pasted)[0]).toBe('account-can-no-longer-use-whatsapp');
    const restricted = 'Your account is restricted right now. You can’t start new chats. Time left: 11 h 59 min. OK';
    expect(find('pt', restricted)[0]).toBe('new-chats-fail');
  });

  it('prefers words of the page’s own language, yet knows the others', () => {
    const own = searchSymptoms(indexes.en, 'account restricted')[0]?.score ?? 0;
    const other = searchSymptoms(indexes.ru, 'account restricted')[0]?.score ?? 0;
    expect(find('ru', 'account restricted')[0]).toBe('account-restricted');
    expect(own).toBeGreaterThan(other);
  });

  it('ignores case, accents, ё and signs', () => {
    fc.assert(
      fc.property(anyWording, ({ locale, wording }) => {
        const bare = wording
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .toUpperCase()
          .replace(/[.,!?]/g, ' … ');
        expect(searchSymptoms(indexes[locale], bare)).toEqual(searchSymptoms(indexes[locale], wording));
      }),
    );
  });

  it('finds a wording among the first three although one long word is misspelt', () => {
    const slip = fc.record({ one: anyWording, which: fc.nat(), where: fc.nat() });
    fc.assert(
      fc.property(slip, ({ one, which, where }) => {
        const long = one.wording.match(/\p{L}{5,}/gu) ?? [];
        fc.pre(long.length > 0);
        const word = long[which % long.length] ?? '';
        const at = 1 + (where % (word.length - 1));
        const misspelt = one.wording.replace(word, word.slice(0, at) + word.slice(at + 1));
        expect(find(one.locale, misspelt, 3)).toContain(one.id);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a wording whatever the order of its words', () => {
    fc.assert(
      fc.property(anyWording, ({ locale, id, wording }) => {
        expect(find(locale, wording.split(' ').reverse().join(' '))[0]).toBe(id);
      }),
    );
  });

  it('has the best first, as many as asked for, each once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.string(),
        anyWording,
        fc.nat(9),
        (locale, noise, { wording }, limit) => {
          const found = searchSymptoms(indexes[locale], `${wording} ${noise}`, limit);
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        },
      ),
    );
    expect(searchSymptoms(indexes.en, 'banned again number account restricted timer')).toHaveLength(5);
  });

  it.each(['', '   ', '…', 'pizza', 'xyzzy qwerty', 'погода завтра'])('finds nothing for "%s"', (typed) => {
    for (const locale of LOCALES) expect(find(locale, typed)).toEqual([]);
  });

  it('takes anything that can be pasted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), fc.string({ unit: 'binary', maxLength: 300 }), (locale, typed) => {
        for (const { score } of searchSymptoms(indexes[locale], typed)) expect(score).toBeGreaterThanOrEqual(0.3);
      }),
    );
    expect(find('en', 'banned '.repeat(100_000))[0]).toBe('no-countdown');
  });

  it('finds nothing where there are no symptoms', () => {
    expect(searchSymptoms(indexSymptoms([], 'en'), 'banned')).toEqual([]);
  });
});
