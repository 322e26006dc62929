import { closeSync, openSync, writeSync } from 'node:fs';

/** A year of a busy number: 20,000 chats, every other message outgoing, texts of four kinds in three languages. */
export function writeLog(path: string, rows: number): void {
  const file = openSync(path, 'w');
  const random = generator();
  const texts = [
    () => 'Hello, this is a reminder about your appointment tomorrow at 10:30',
    () => `Olá, tudo bem? Sua fatura ${Math.floor(random() * 90_000)} vence amanhã https://example.com/p/1`,
    () => 'Добрый день! Ваш заказ готов',
    () => 'Can you confirm? Thank you very much for your patience',
  ];
  let at = Date.UTC(2026, 0, 1) / 1000;
  let lines = 'timestamp,direction,chat,text\n';
  for (let row = 0; row < rows; row++) {
    at += Math.floor(random() * (26_000_000 / rows) * 2);
    const chat = `55119${10_000_000 + Math.floor(random() * 20_000)}@c.us`;
    const text = texts[Math.floor(random() * texts.length)]?.() ?? '';
    lines += `${new Date(at * 1000).toISOString().slice(0, 19)}Z,${random() < 0.5 ? 'out' : 'in'},${chat},"${text}"\n`;
    if (lines.length > 1 << 20) {
      writeSync(file, lines);
      lines = '';
    }
  }
  writeSync(file, lines);
  closeSync(file);
}

function generator(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
