import { WordReader } from './word-reader.ts';

export type Direction = 'in' | 'out' | 'unknown';

/** `tellsOwn`: the column says whether the number itself wrote, so that 1 and 0 have a meaning too. */
export function directionReader(tellsOwn: boolean): WordReader<Direction> {
  const words = new Map<string, Direction>([
    ...[...INCOMING, ...(tellsOwn ? ['0'] : [])].map((word) => [word, 'in'] as const),
    ...[...OUTGOING, ...(tellsOwn ? ['1'] : [])].map((word) => [word, 'out'] as const),
  ]);
  return new WordReader((word) => words.get(word) ?? 'unknown', 'unknown');
}

const INCOMING = [
  ...['in', 'incoming', 'inbound', 'received', 'false'],
  ...['entrada', 'recebida', 'recebido'],
  ...['входящее', 'входящий', 'входящая'],
];
const OUTGOING = [
  ...['out', 'outgoing', 'outbound', 'sent', 'true'],
  ...['saída', 'saida', 'enviada', 'enviado'],
  ...['исходящее', 'исходящий', 'исходящая'],
];
