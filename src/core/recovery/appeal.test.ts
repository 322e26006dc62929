import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../knowledge/schema.ts';
import { type AppealData, appealLog, composeAppeal, factsToGather } from './appeal.ts';
import { stateOf } from './incident.ts';
import { appeal as data } from './testing/drafts.ts';
import { DAY, HOUR, incidentOf, plan, START } from './testing/incidents.ts';

const LOCALES: Locale[] = ['en', 'pt', 'ru'];
const facts = Object.fromEntries(data.facts.map(({ id }) => [id, `<${id}>`]));
const ticks = fc.shuffledSubarray(data.statements.map(({ id }) => id));

/** The parts of a sentence between its facts. */
const fixedParts = (sentence: string) => sentence.split(/\{[a-z0-9-]+\}/).filter((part) => part.trim().length > 3);

describe('the text of an appeal', () => {
  it('is empty while nothing is ticked', () => {
    expect(composeAppeal(data, [], facts, 'en')).toEqual({ text: '', missing: [], contradictions: [] });
  });

  it('consists of ticked statements and nothing else, in every language', () => {
    fc.assert(
      fc.property(ticks, fc.constantFrom(...LOCALES), (ticked, language) => {
        const { text } = composeAppeal(data, ticked, facts, language);
        const sentences = data.statements
          .filter(({ id }) => ticked.includes(id))
          .map((statement) => statement.text[language].replace(/\{([a-z0-9-]+)\}/g, '<$1>'));
        expect(text.replace(/\s+/g, ' ')).toBe(sentences.join(' '));
        for (const statement of data.statements.filter(({ id }) => !ticked.includes(id))) {
          for (const part of fixedParts(statement.text[language])) {
            if (!sentences.some((sentence) => sentence.includes(part))) expect(text).not.toContain(part);
          }
        }
      }),
    );
  });

  it('says the same in whatever order it was ticked, and ignores ticks it does not know', () => {
    fc.assert(
      fc.property(ticks, (ticked) => {
        const text = composeAppeal(data, ticked, facts, 'ru').text;
        expect(composeAppeal(data, ticked.toReversed(), facts, 'ru').text).toBe(text);
        expect(composeAppeal(data, [...ticked, 'constructor'], facts, 'ru').text).toBe(text);
      }),
    );
  });

  it('has one paragraph for each part', () => {
    const ticked = ['greeting', 'number-blocked', 'our-business', 'request'];
    expect(composeAppeal(data, ticked, { number: '+55 11 90000-0000', business: 'Doce Lar Ltda.' }, 'en').text).toBe(
      'Hello,\n\nMy WhatsApp number +55 11 90000-0000 is blocked. The number belongs to the business Doce Lar Ltda.\n\n' +
        'Please review the status of this number.',
    );
  });

  it('shows in brackets what is still to be typed, and names it', () => {
    const composed = composeAppeal(data, ['number-blocked', 'our-use'], { use: ' \n ' }, 'pt');
    expect(composed.text).toBe(
      'Meu número de WhatsApp [Número de telefone] está bloqueado.\n\nUsamos o número para: [Para que vocês usam o número].',
    );
    expect(composed.missing).toEqual(['number', 'use']);
    expect(composeAppeal(data, ['number-blocked'], { number: '1' }, 'pt').missing).toEqual([]);
  });

  it('takes typed facts as they are, on one line, never as places for other facts', () => {
    const composed = composeAppeal(data, ['our-use'], { use: 'orders {number} $&\nand repairs. ', number: '7' }, 'en');
    expect(composed.text).toBe('We use it for: orders {number} $& and repairs.');
  });

  it('leaves a place that no fact has as it is', () => {
    const text = { en: 'a {nothing}', pt: 'a', ru: 'a' };
    const odd: AppealData = { facts: [], statements: [{ id: 'a', part: 'p', text }] };
    expect(composeAppeal(odd, ['a'], {}, 'en')).toEqual({ text: 'a {nothing}', missing: [], contradictions: [] });
  });

  it('names statements that cannot both be true', () => {
    const both = composeAppeal(data, ['bulk-was-sent', 'answers-only', 'request'], facts, 'en');
    expect(both.contradictions).toEqual([['answers-only', 'bulk-was-sent']]);
    expect(composeAppeal(data, ['answers-only', 'request'], facts, 'en').contradictions).toEqual([]);
    const oneSided: AppealData = {
      facts: [],
      statements: [
        { id: 'a', part: 'p', text: { en: 'a', pt: 'a', ru: 'a' } },
        { id: 'b', part: 'p', text: { en: 'b', pt: 'b', ru: 'b' }, excludes: ['a'] },
      ],
    };
    expect(composeAppeal(oneSided, ['a', 'b'], {}, 'en').contradictions).toEqual([['a', 'b']]);
  });
});

describe('the facts of an appeal', () => {
  it('are those its ticked statements need', () => {
    expect(factsToGather(data, ['request'])).toEqual([]);
    expect(factsToGather(data, ['our-use', 'number-blocked', 'no-such-statement'])).toEqual(['number', 'use']);
    expect(
      new Set(
        factsToGather(
          data,
          data.statements.map(({ id }) => id),
        ),
      ),
    ).toEqual(new Set(Object.keys(facts)));
  });

  it('stand in every language of a statement', () => {
    for (const { text } of data.statements) {
      const places = LOCALES.map((locale) => new Set([...text[locale].matchAll(/\{([^}]+)\}/g)].map(([, id]) => id)));
      expect(places[1]).toEqual(places[0]);
      expect(places[2]).toEqual(places[0]);
    }
  });
});

describe('the log of appeals', () => {
  it('says of each where it stands and how long ago it was sent, the newest first', () => {
    const incident = incidentOf(
      [START, { type: 'appealed', via: 'app', language: 'en', statements: ['request'] }],
      [START + HOUR, { type: 'appealed', via: 'web', language: 'pt', statements: [] }],
      [START + DAY, { type: 'appeal-answered', appeal: 'e1', answer: 'no-answer' }],
      [START + DAY, { type: 'appeal-answered', appeal: 'no-such-appeal', answer: 'refused' }],
      [START + 2 * DAY, { type: 'appeal-answered', appeal: 'e1', answer: 'refused' }],
    );
    const { appeals } = stateOf(incident, [plan], START + 3 * DAY);
    expect(appealLog(appeals, START + 3 * DAY)).toEqual([
      {
        id: 'e2',
        at: START + HOUR,
        via: 'web',
        language: 'pt',
        statements: [],
        state: 'open',
        elapsed: 3 * DAY - HOUR,
      },
      {
        id: 'e1',
        at: START,
        via: 'app',
        language: 'en',
        statements: ['request'],
        state: 'refused',
        answer: { state: 'refused', at: START + 2 * DAY },
        elapsed: 3 * DAY,
      },
    ]);
    expect(appealLog(appeals, START - DAY).map(({ elapsed }) => elapsed)).toEqual([0, 0]);
  });
});
