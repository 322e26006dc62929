import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { messageLogWords } from '../testing/message-log-rules.ts';
import { readFiles } from '../testing/read-log-files.ts';
import { encode } from './bytes.ts';
import { exportHeader } from './export-header.ts';
import { LINK, OUTGOING, SHAPED, senderOf, stopKind } from './flags.ts';
import { LogReader } from './log-reader.ts';
import { findOwnSender } from './own-sender.ts';
import { startReading } from './reading.ts';

type File = Parameters<typeof readFiles>[0][number];

function read(files: string | readonly File[], options: Parameters<typeof readFiles>[1] & { me?: string } = {}) {
  const { me, ...rest } = options;
  const list = typeof files === 'string' ? [{ name: 'WhatsApp Chat with Maria.txt', content: files }] : files;
  const { reading, outcomes } = readFiles(list, rest);
  const { store, faults } = reading;
  const own = findOwnSender(store, me);
  return {
    reading,
    outcomes,
    own,
    messages: Array.from({ length: store.count }, (_, i) => ({
      line: store.line[i],
      at: new Date(store.time(i)).toISOString().slice(0, 19),
      sender: store.senders.text(senderOf(store.flags[i] ?? 0)),
      out: ((store.flags[i] ?? 0) & OUTGOING) !== 0,
      hasText: ((store.flags[i] ?? 0) & SHAPED) !== 0,
    })),
    faults: faults.first.map(({ line, reason }) => `${line} ${reason}`),
  };
}

const AT = '2026-11-13T14:05:00';

describe('the styles of the line', () => {
  test.each([
    ['Android en-GB', '13/11/2026, 14:05 - Maria: Hello'],
    ['Android en-US', '11/13/26, 2:05 PM - Maria: Hello'],
    ['Android en-US, narrow space', '11/13/26, 2:05\u202fPM - Maria: Hello'],
    ['Android en-IN', '13/11/26, 2:05\u202fpm - Maria: Hello'],
    ['Android pt-BR', '13/11/2026 14:05 - Maria: Olá'],
    ['Android ru', '13.11.2026, 14:05 - Maria: Привет'],
    ['Android ru, two-digit year', '13.11.26, 14:05 - Maria: Привет'],
    ['Android, no comma', '13.11.26 14:05 - Maria: Hi'],
    ['Android, dots in the time', '13/11/2026 14.05 - Maria: Hi'],
    ['Android, year first', '2026-11-13, 14:05 - Maria: Hi'],
    ['Android, long dash', '13/11/2026, 14:05 – Maria: Hi'],
    ['iOS', '[13/11/2026, 14:05:00] Maria: Hello'],
    ['iOS en-US', '[11/13/26, 2:05:00 PM] Maria: Hello'],
    ['iOS pt-BR', '[13/11/2026 14:05:00] Maria: Olá'],
    ['iOS ru', '[13.11.2026, 14:05:00] Maria: Привет'],
    ['iOS with marks', '\u200e[13/11/2026, 14:05:00] \u200eMaria: Hello'],
    ['iOS, no contact', '[13/11/2026, 14:05:00] ~\u202fMaria: Hello'],
    ['with a word', '13/11/2026 às 14:05 - Maria: Olá'],
  ])('%s', (_, line) => {
    const { messages, outcomes } = read(`${line}\n`);
    expect(outcomes).toMatchObject([{ state: 'read', format: 'chat-export', rows: 1, hasWallTimes: true }]);
    expect(messages).toEqual([{ line: 1, at: AT, sender: 'Maria', out: false, hasText: true }]);
  });

  test.each([
    '13/11/2026 Maria: Hello',
    '13/11/2026, 14:05 Maria: Hello',
    '[13/11/2026, 14:05 - Maria: Hello',
    '13/11/2026, 14:05] Maria: Hello',
    'see 13/11/2026, 14:05 - Maria: Hello',
    '13/11, 14:05 - Maria: Hello',
  ])('%j begins no message', (line) => expect(exportHeader(line)).toBeUndefined());
});

describe('lines of a message', () => {
  it('takes lines that begin no message as part of the one before', () => {
    const { messages, reading } = read(
      '13/11/2026, 14:05 - Maria: one\n\nhttps://a.b\n14:05 - x\n13/11/2026, 14:06 - Loja: two\n',
    );
    expect(messages.map(({ line }) => line)).toEqual([1, 5]);
    expect((reading.store.flags[0] ?? 0) & LINK).toBe(LINK);
  });

  test.each(['\n', '\r\n', '\r'])('%j ends a line', (end) => {
    const lines = ['13/11/2026, 14:05 - Maria: one', 'more', '13/11/2026, 14:06 - Loja: STOP', ''];
    const { messages, reading } = read(lines.join(end));
    expect(messages.map(({ line }) => line)).toEqual([1, 3]);
    expect(stopKind(reading.store.flags[1] ?? 0)).toBe(1);
  });

  it('reads a text that begins in the next line, and one with colons', () => {
    const { messages } = read(
      '13/11/2026, 14:05 - Maria:\nhello\n13/11/2026, 14:05 - Maria: a: b: c\n13/11/2026, 14:05 - Maria: \n',
    );
    expect(messages.map(({ sender, hasText }) => [sender, hasText])).toEqual([
      ['Maria', true],
      ['Maria', true],
      ['Maria', false],
    ]);
  });

  it('tells of lines before the first message, and of dates that do not exist', () => {
    const { messages, faults } = read(
      'cut off\n\n13/11/2026, 14:05 - Maria: one\n31/02/2026, 14:05 - Maria: two\nmore\n13/11/2026, 14:06 - Maria: three\n',
    );
    expect(messages.map(({ line }) => line)).toEqual([3, 6]);
    expect(faults).toEqual(['1 not-a-message', '4 no-such-date']);
  });

  it('tells of messages from the future', () => {
    expect(read('13/11/2026, 14:05 - Maria: one\n13/11/2027, 14:05 - Maria: two\n').faults).toEqual(['2 too-late']);
  });

  it('bounds long lines', () => {
    const { messages } = read(
      `13/11/2026, 14:05 - Maria: ${'x'.repeat(3_000_000)}\nmore\n13/11/2026, 14:05 - Maria: two\n`,
    );
    expect(messages.map(({ line }) => line)).toEqual([1, 3]);
  });
});

describe('system lines are no messages', () => {
  test.each([
    'Messages and calls are end-to-end encrypted. No one outside of this chat can read them. Tap to learn more.',
    'Messages and calls are end-to-end encrypted. Learn more: https://whatsapp.com',
    'As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.',
    'Сообщения и звонки защищены сквозным шифрованием.',
    'You created group "Promo: Natal"',
    'Maria changed the subject to “a: b”',
    'Maria: \u200eMessages and calls are end-to-end encrypted. No one can read them.',
    'Maria: This message was deleted',
    'Maria: \u200eYou deleted this message.',
    'Maria: Esta mensagem foi apagada',
    'Maria: Você apagou esta mensagem.',
    'Maria: Mensagem apagada',
    'Maria: Данное сообщение удалено',
    'Maria: Вы удалили данное сообщение.',
    'Maria: Missed voice call',
    'Maria: \u200eMissed video call, tap to call back',
    'Maria: Chamada de voz perdida',
    'Maria: Ligação de vídeo perdida às 10:00',
    'Maria: Пропущенный аудиозвонок',
    'Maria: \u200eMaria is a contact',
    'Maria: \u200eThis business account has now registered',
    'Grupo: \u200eAna criou este grupo',
    'Группа: \u200eВы изменили название группы',
    'Maria: Waiting for this message. This may take a while.',
    'Your security code with Maria changed. Tap to learn more.',
  ])('%s', (rest) => {
    const { messages, faults } = read(`13/11/2026, 14:04 - Maria: hi\n13/11/2026, 14:05 - ${rest}\n`);
    expect(messages).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test.each([
    'Maria: \u200eHello, direction mark first',
    'Maria: you deleted this message yesterday, why?',
    'Maria: I added you',
    'Maria: null and void',
    'Maria: he said: this message was deleted',
  ])('%s is a message', (rest) => {
    expect(read(`13/11/2026, 14:05 - ${rest}\n`).messages).toMatchObject([{ sender: 'Maria', hasText: true }]);
  });
});

describe('lines for omitted media are messages without text', () => {
  test.each([
    '<Media omitted>',
    '<Mídia oculta>',
    '<Arquivo de mídia oculto>',
    '<Без медиафайлов>',
    '\u200eimage omitted',
    '\u200evideo omitted',
    'audio omitted',
    '\u200eimagem ocultada',
    '\u200eáudio ocultado',
    '\u200efigurinha omitida',
    '\u200eGIF omitido',
    '\u200eизображение отсутствует',
    '\u200eаудиофайл отсутствует',
    '\u200eвидеозаметка опущена',
    '\u200eCartão do contato omitido',
    '\u200e<attached: 00000012-PHOTO-2026-11-13.jpg>',
    '<anexado: x.jpg>',
    'IMG-20261113-WA0002.jpg (file attached)',
    '\u200eAlex.vcf (arquivo anexado)',
    'IMG-20261113-WA0002.jpg (файл добавлен)',
    'null',
    '<Media omitted> \u200e<This message was edited>',
  ])('%j', (text) => {
    expect(read(`13/11/2026, 14:05 - Maria: ${text}\n`).messages).toMatchObject([{ hasText: false }]);
  });

  it('keeps the words below a picture', () => {
    expect(read('13/11/2026, 14:05 - Maria: IMG-1.jpg (file attached)\nlook\n').messages).toMatchObject([
      { hasText: true },
    ]);
  });

  it('an edited message has the shape of its text', () => {
    const texts = [
      'hello',
      'hello \u200e<This message was edited>',
      'hello <Mensagem editada>',
      'hello\u200e <Сообщение изменено>',
    ];
    const { reading } = read(texts.map((text) => `13/11/2026, 14:05 - Maria: ${text}\n`).join(''));
    expect(new Set(reading.store.shapeA.slice(0, 4)).size).toBe(1);
  });
});

describe('day or month first', () => {
  test.each([
    ['12/11/2026, 10:00 - A: x\n13/11/2026, 10:00 - A: y', 'day-first', 'dates'],
    ['11/12/26, 10:00 - A: x\n11/13/26, 10:00 - A: y', 'month-first', 'dates'],
    ['1/2/26, 10:00 - A: x\n2/1/26, 10:00 - A: y\n2/2/26, 10:00 - A: z', 'month-first', 'sequence'],
    ['2/1/26, 10:00 - A: x\n1/2/26, 10:00 - A: y', 'day-first', 'sequence'],
    ['3/4/26, 10:00 - A: x\n3/4/26, 09:00 - A: y', 'month-first', 'language'],
  ])('%j is %s by %s', (content, order, decidedBy) => {
    expect(read(content).outcomes).toMatchObject([{ dateOrder: { order, decidedBy } }]);
  });

  it('the dates of system lines tell too', () => {
    expect(read('13/4/26, 10:00 - Messages are end-to-end encrypted\n3/5/26, 10:00 - A: x\n').messages).toMatchObject([
      { at: '2026-05-03T10:00:00' },
    ]);
  });
});

describe('whose chat, and who wrote', () => {
  const chat = (...senders: string[]) => senders.map((sender) => `13/11/2026, 14:05 - ${sender}: hi\n`).join('');
  const file = (name: string, ...senders: string[]) => ({ name, content: chat(...senders) });

  it('each file is one chat, named by the file', () => {
    const { reading } = read([
      file('WhatsApp Chat with Maria.txt', 'Maria', 'Loja'),
      file('Conversa do WhatsApp com João.txt', 'João', 'Loja'),
      file('Чат WhatsApp с контактом Аня.txt', 'Аня', 'Loja'),
      { ...file('_chat.txt', 'Bia', 'Loja'), archive: 'WhatsApp Chat - Bia.zip' },
      file('folder/Maria.txt', 'Maria', 'Loja'),
    ]);
    const { store } = reading;
    const chats = Array.from({ length: store.count }, (_, i) => store.chat[i] ?? 0);
    expect([...new Set(chats)].map((one) => store.chatName(one))).toEqual(['Maria', 'João', 'Аня', 'Bia', 'Maria']);
  });

  it('the number itself is the sender found in all files', () => {
    const { own, messages } = read([
      file('a.txt', 'Maria', 'Loja'),
      file('b.txt', 'João', 'Loja'),
      file('c.txt', 'Loja'),
    ]);
    expect(own).toEqual({ state: 'known' });
    expect(messages.filter(({ out }) => out).map(({ sender }) => sender)).toEqual(['Loja', 'Loja', 'Loja']);
  });

  test.each([
    ['WhatsApp Chat with Maria.txt', ['Maria', 'Loja']],
    ['WhatsApp Chat with Maria (1).txt', ['Maria', 'Loja']],
    ['WhatsApp Chat with maria da silva.txt', ['~ Maria da Silva', 'Loja']],
    ['WhatsApp Chat with +55 11 99999-1234.txt', ['\u202a+55\u00a011\u00a099999\u20111234\u202c', 'Loja']],
    ['WhatsApp Chat with Mariana.txt', ['Mariana', 'Ana', 'Ana'].slice(0, 2)],
  ])('else the one whom the name does not mention: %s', (name, senders) => {
    const { own, messages } = read([file(name, ...senders)]);
    expect(own).toEqual({ state: 'known' });
    expect(messages.map(({ out }) => out)).toEqual([false, true]);
  });

  it('nobody, where the only sender is the one in the name', () => {
    const { own, messages } = read([file('WhatsApp Chat with Maria.txt', 'Maria')]);
    expect(own).toEqual({ state: 'known' });
    expect(messages).toMatchObject([{ out: false }]);
  });

  it('else somebody is asked, and the answer counts', () => {
    const files = [file('export.txt', 'Maria', 'Loja', 'Maria')];
    expect(read(files).own).toEqual({ state: 'ask', senders: ['Maria', 'Loja'] });
    const { own, messages } = read(files, { me: 'Loja' });
    expect(own).toEqual({ state: 'known' });
    expect(messages.map(({ out }) => out)).toEqual([false, true, false]);
  });

  it('another answer can be given without reading again', () => {
    const { reading } = readFiles([file('export.txt', 'Maria', 'Loja')]);
    const out = () => [0, 1].map((i) => ((reading.store.flags[i] ?? 0) & OUTGOING) !== 0);
    findOwnSender(reading.store, 'Maria');
    expect(out()).toEqual([true, false]);
    findOwnSender(reading.store, 'Loja');
    expect(out()).toEqual([false, true]);
  });

  it('leaves the directions of tables alone', () => {
    const { messages } = read([
      file('Maria.txt', 'Maria', 'Loja'),
      { content: 'time,direction,chat\n2026-11-13,out,x\n2026-11-13,in,x\n' },
    ]);
    expect(messages.map(({ out }) => out)).toEqual([false, true, true, false]);
  });

  it('an export with three or more senders is a group', () => {
    const { reading } = read([file('a.txt', 'A', 'B'), file('b.txt', 'A', 'B', 'C')], { me: 'A' });
    const { store } = reading;
    expect([0, 2].map((i) => store.isGroup(store.chat[i] ?? 0))).toEqual([false, true]);
  });
});

test('however an export is cut into chunks, the same is read', { timeout: 60_000 }, () => {
  const line = fc.constantFrom(
    '13/11/2026, 14:05 - Maria: hi',
    '[13/11/2026, 14:05:09] Loja: olá',
    'more',
    '',
    '13/11/2026, 14:05 - system',
    '31/02/2026, 14:05 - Maria: x',
  );
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const content = fc
    .array(fc.tuple(line, end), { maxLength: 15 })
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const BEGINNING = 66_000;
  const first = `13/11/2026, 14:00 - Maria: ${'x'.repeat(BEGINNING)}`;
  fc.assert(
    fc.property(content, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (rest, sizes) => {
      const whole = read(`${first}\n${rest}`);
      const reading = startReading({
        words: messageLogWords,
        language: 'en',
        timeZone: 'UTC',
        now: Date.UTC(2026, 10, 20),
      });
      const reader = new LogReader(reading, { name: 'log' });
      const bytes = encode(`${first}\n${rest}`);
      reader.feed(bytes.slice(0, first.length - 2));
      for (let at = first.length - 2, k = 0; at < bytes.length; k++) {
        const size = sizes[k % sizes.length] ?? 1;
        reader.feed(bytes.slice(at, at + size));
        at += size;
      }
      reader.end();
      expect([...reading.store.line.slice(0, reading.store.count)]).toEqual(
        whole.messages.map((message) => message.line),
      );
      expect(reading.faults.first.map((fault) => `${fault.line} ${fault.reason}`)).toEqual(whole.faults);
    }),
    { numRuns: 200 },
  );
});
