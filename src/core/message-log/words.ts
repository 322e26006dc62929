/** The words that the analysis looks for; they come from the content. */
export interface LogWords {
  /** A customer who sends one of them wants no more messages. */
  stopWords: readonly string[];
  /** Domains of link shorteners, without `www.`. */
  shorteners: readonly string[];
}

const WORD = /[\p{L}\p{N}]+/gu;
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const LONE_DIGIT = /(?<![\p{L}\p{N}])[0-9](?![\p{L}\p{N}])/gu;

export type StopWords = ReadonlySet<string>;

export function stopWordSet(words: readonly string[]): StopWords {
  return new Set(words.map((word) => word.toLowerCase()));
}

/** The message without case, and without the white space and punctuation around it. */
export function bareReply(text: string): string {
  return text.replace(AROUND, '').toLowerCase();
}

/** The single digits that a message offers beside a stop word, as a set of ten bits. */
export function offeredDigits(text: string, stopWords: StopWords): number {
  const lower = text.toLowerCase();
  const words = lower.match(WORD) ?? [];
  if (!words.some((word) => stopWords.has(word))) return 0;
  return (lower.match(LONE_DIGIT) ?? []).reduce((digits, digit) => digits | (1 << Number(digit)), 0);
}
