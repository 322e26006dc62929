import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.ts';

describe('the words of a text', () => {
  it('are small and without accents, whichever way they were typed', () => {
    expect(wordsOf('Não, o NÚMERO caiu!', 'pt')).toEqual(['nao', 'o', 'numero', 'caiu']);
    expect(wordsOf('Отлёжка', 'ru')).toEqual(wordsOf('отлежка', 'ru'));
    expect(wordsOf('cafe\u0301', 'pt')).toEqual(wordsOf('caf\u00e9', 'pt'));
    expect(wordsOf("can't", 'en')).toEqual(wordsOf('cant', 'en'));
  });

  it('end so that the forms of one word meet without their accents', () => {
    expect(wordsOf('restrições', 'pt')).toEqual(wordsOf('restricao', 'pt'));
    expect(wordsOf('блокировкой', 'ru')).toEqual(['блокировкою']);
    expect(wordsOf('бой', 'ru')).not.toEqual(wordsOf('бою', 'ru'));
  });

  it('are one word where only both halves say something', () => {
    for (const written of ['opt-out', 'opt out', 'optout']) expect(wordsOf(written, 'en')).toEqual(['optout']);
    expect(wordsOf('e-mail', 'pt')).toEqual(['email']);
    expect(wordsOf('чек лист', 'ru')).toEqual(wordsOf('чек-лист', 'ru'));
    expect(wordsOf('adopt in time', 'en')).toEqual(['adopt', 'in', 'time']);
  });

  it('name the reason by one word, however it is asked for', () => {
    expect(wordsOf('Por que caiu?', 'pt')).toEqual(['porque', 'caiu']);
    expect(wordsOf('за что нас забанили', 'ru')).toEqual(['почему', 'нас', 'забанили']);
    expect(wordsOf('how come', 'en')).toEqual(['why']);
    expect(wordsOf('pq caiu', 'pt')).toEqual(['porque', 'caiu']);
  });

  it('say by one word what common words say together', () => {
    expect(wordsOf('how long', 'en')).toEqual(['duration']);
    expect(wordsOf('not been used', 'en')).toEqual(wordsOf('unused', 'en'));
    expect(wordsOf('número parado', 'pt')).toEqual(wordsOf('número sem uso', 'pt'));
    expect(wordsOf('a que horas', 'pt')).toEqual(wordsOf('em qual horário', 'pt'));
    expect(wordsOf('на сколько банят', 'ru')).toEqual(wordsOf('как долго банят', 'ru').with(0, 'срок'));
    expect(wordsOf('во сколько', 'ru')).toEqual(wordsOf('в какое время', 'ru'));
  });
});
