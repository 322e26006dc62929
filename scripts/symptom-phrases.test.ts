import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexSymptoms, searchSymptoms } from '../src/core/recovery/symptom-search.ts';
import { readKnowledge } from '../src/knowledge/index.ts';
import { LOCALES, type Locale } from '../src/knowledge/schema.ts';
import { projectRoot } from './run.ts';

/** What people type, bare words first, and whole notices as they are pasted. */
const TYPED: Record<Locale, Record<string, string[]>> = {
  en: {
    'no-countdown': [
      'blocked',
      'block',
      'ban',
      'banned',
      'baned',
      'got banned',
      'number banned',
      'my number was blocked this morning, there is no timer',
      'whatsapp banned',
      'number blocked',
      'account blocked',
      'account banned',
      'blocked no timer',
      'permanent ban',
      'banned permanently',
      'number is dead',
      'we were blocked',
      'they blocked us',
      'chip blocked',
      'my whatsapp is blocked',
      'unban',
      'how to unban number',
      'number got blocked by whatsapp',
      'WhatsApp ban',
      'BLOCKED!!!',
      'help blocked',
      'bussiness number baned',
      'Your phone number is banned from using WhatsApp. Contact support for help.',
    ],
    'countdown-shown': [
      'timer',
      'countdown',
      'temporarily banned',
      'temporary ban',
      'blocked for 24 hours',
      'temp ban',
      'time left',
      'You can use WhatsApp again in 23:59:59',
    ],
    'new-chats-fail': [
      '463',
      'error 463',
      'cannot start new chats',
      'old chats work but new do not',
      'WA_REACHOUT_TIMELOCK',
      'Your account is restricted right now. You can’t start new chats.',
    ],
    'logged-out-on-linking': ['logged out', 'device logged out'],
    'sent-but-not-delivered': ['one tick', 'one grey tick', 'not delivered', 'messages not delivered'],
    'qr-code-will-not-link': ['qr code', 'cannot link device'],
    'review-refused': ['appeal rejected', 'review denied'],
    'account-restricted': ['restricted', 'account restricted'],
    'quality-rating-lowered': ['low quality', 'quality rating'],
    'wait-before-next-code': ['sms code', 'no code'],
    'unblocked-not-reconnected': ['unblocked', 'unbanned'],
    'lost-after-reconnect': ['banned again', 'blocked again'],
    'banned-at-registration': ['new sim banned'],
    'many-blocks-or-reports': ['people block us', 'many reports'],
    'account-can-no-longer-use-whatsapp': ['This account can no longer use WhatsApp due to spam'],
  },
  pt: {
    'no-countdown': [
      'bloqueado',
      'bloqueio',
      'zap bloqueado',
      'caiu',
      'caiu o zap',
      'meu chip caiu',
      'banido',
      'banimento',
      'ban',
      'número bloqueado',
      'numero banido',
      'whatsapp banido',
      'fui banido',
      'fui bloqueado',
      'bloquearam meu número',
      'derrubaram o número',
      'perdi o número',
      'queimou',
      'chip queimado',
      'bloqueado sem contagem',
      'meu número foi bloqueado hoje de manhã, não aparece contagem',
      'conta bloqueada',
      'conta banida',
      'whats caiu',
      'desbanir',
      'número caiu',
      'o zap da loja caiu',
      'Seu número de telefone foi banido do WhatsApp. Fale conosco para obter ajuda.',
    ],
    'countdown-shown': ['contagem regressiva', 'bloqueio temporário', 'banimento temporário', 'bloqueado por 24 horas'],
    'new-chats-fail': ['463', 'erro 463', 'não consigo mandar para contato novo'],
    'logged-out-on-linking': ['desconectou', 'deslogou'],
    'sent-but-not-delivered': ['um tique', 'um risquinho', 'não entrega', 'mensagem não chega'],
    'qr-code-will-not-link': ['qr code', 'código qr não lê'],
    'review-refused': ['recurso negado', 'análise recusada'],
    'account-restricted': ['restrito', 'conta restrita'],
    'lost-after-reconnect': ['bloqueado de novo', 'caiu de novo'],
    'unblocked-not-reconnected': ['desbloqueado', 'desbanido'],
    'banned-at-registration': ['chip novo banido'],
    'many-blocks-or-reports': ['denúncias', 'clientes bloqueando'],
    'account-can-no-longer-use-whatsapp': ['Esta conta não pode mais usar o WhatsApp devido a spam'],
  },
  ru: {
    'no-countdown': [
      'заблокировали',
      'бан',
      'забанили',
      'номер слетел',
      'слетел',
      'блокировка',
      'заблокирован',
      'номер заблокирован',
      'номер заблокировали',
      'в бане',
      'забанен',
      'аккаунт заблокирован',
      'ватсап заблокирован',
      'вотсап забанили',
      'номер в бане',
      'бан номера',
      'вечный бан',
      'перманентный бан',
      'утром заблокировали номер, таймера нет',
      'заблокировали без таймера',
      'улетел в бан',
      'номер умер',
      'слетел ватсап',
      'разбанить',
      'как разблокировать номер',
      'нас заблокировали',
      'блок',
      'whatsapp бан',
      'Ваш номер телефона заблокирован в WhatsApp. Обратитесь за помощью в службу поддержки.',
    ],
    'countdown-shown': [
      'обратный отсчёт',
      'таймер',
      'временная блокировка',
      'временный бан',
      'заблокировали на 24 часа',
    ],
    'new-chats-fail': ['463', 'ошибка 463', 'не могу писать новым'],
    'logged-out-on-linking': ['разлогинило', 'вышел из аккаунта'],
    'sent-but-not-delivered': ['одна галочка', 'не доставляются', 'сообщения не доходят'],
    'qr-code-will-not-link': ['qr код', 'не сканируется qr'],
    'review-refused': ['апелляцию отклонили', 'отказали в разблокировке'],
    'account-restricted': ['ограничен', 'аккаунт ограничен'],
    'lost-after-reconnect': ['снова забанили', 'опять заблокировали'],
    'unblocked-not-reconnected': ['разблокировали', 'разбанили'],
    'banned-at-registration': ['новая симка бан'],
    'wait-before-next-code': ['не приходит код', 'смс не приходит'],
    'many-blocks-or-reports': ['жалобы', 'на нас жалуются'],
    'account-can-no-longer-use-whatsapp': ['Этот аккаунт больше не может использовать WhatsApp из-за спама'],
  },
};

const symptoms = [...readKnowledge(join(projectRoot, 'content')).symptoms.values()];
const inAll = (locale: Locale) => indexSymptoms(symptoms, locale);
/** As the page has them before the other languages have arrived. */
const inOwn = (locale: Locale) =>
  indexSymptoms(
    symptoms.map(({ title, wordings, ...one }) => ({
      ...one,
      title: { [locale]: title[locale] },
      wordings: { [locale]: wordings[locale] },
    })),
    locale,
  );

describe.each(LOCALES)('the symptoms of the content, searched in %s', (locale) => {
  const table = Object.entries(TYPED[locale]).flatMap(([id, phrases]) => phrases.map((typed) => [typed, id] as const));
  const [all, own] = [inAll(locale), inOwn(locale)];

  it('are tried with at least 30 phrases', () => {
    expect(table.length).toBeGreaterThanOrEqual(30);
  });

  it.each(table)('answer “%s” with %s first', (typed, id) => {
    expect(searchSymptoms(all, typed)[0]?.id).toBe(id);
    expect(searchSymptoms(own, typed)[0]?.id).toBe(id);
  });

  it('are each found first by their own title and wordings', () => {
    const missed = symptoms.flatMap(({ id, title, wordings }) =>
      [title[locale], ...wordings[locale]].filter((wording) => searchSymptoms(all, wording)[0]?.id !== id),
    );
    expect(missed).toEqual([]);
  });

  it('are found by a notice in another language', () => {
    for (const other of LOCALES) {
      const notice = TYPED[other]['account-can-no-longer-use-whatsapp']?.[0] ?? '';
      expect(searchSymptoms(all, notice)[0]?.id, notice).toBe('account-can-no-longer-use-whatsapp');
    }
  });
});
