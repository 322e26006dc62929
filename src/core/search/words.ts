import type { Locale } from '../../knowledge/schema.ts';

/** The words of a text in the one form in which pages are indexed and questions asked: small, without accents. */
export function wordsOf(text: string, locale: Locale): string[] {
  const small = text.toLowerCase().normalize('NFC').replace(/['’ʼ]/g, '');
  const joined = small.replace(COMPOUND, (words) => words.replace(/[-\s]/g, ''));
  const plain = IDIOMS[locale].reduce((changed, [idiom, word]) => changed.replace(idiom, word), joined);
  return (plain.match(WORD) ?? []).map((word) => withoutAccents(mendEnding(word, locale)));
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Written apart, together or with a hyphen; apart, one half says nothing and the other too much. */
const COMPOUND =
  /(?<!\p{L})(opt[-\s]?(in|out)|e-?mail|wi-?fi|qr[-\s]?code|check[-\s]?list|опт[-\s]?(ин|аут)|вай-?фай|(куар|qr)[-\s]?код|чек[-\s]?лист)/gu;

/** Two words that ask for the reason; each alone is too common to say anything. */
const IDIOMS: Record<Locale, readonly (readonly [idiom: RegExp, word: string])[]> = {
  en: [[/\bhow come\b/g, 'why']],
  pt: [[/\bpor qu[eê](?=\s|\p{P}|$)/gu, 'porque']],
  ru: [[/(?<!\p{L})(за что|из-за чего|по какой причине)(?!\p{L})/gu, 'почему']],
};

/**
 * The stemmers know endings with their accents, and are given words without them. These endings become one that they
 * know and that belongs to the same word: «блокировкой» must meet «блокировка», and "restrição" "restrições".
 */
function mendEnding(word: string, locale: Locale): string {
  for (const [ending, known] of ENDINGS[locale]) {
    if (word.endsWith(ending) && word.length > ending.length + 1) return word.slice(0, -ending.length) + known;
  }
  return word;
}

const ENDINGS: Record<Locale, readonly (readonly [ending: string, known: string])[]> = {
  en: [],
  pt: [
    ['ões', 'ao'],
    ['oes', 'ao'],
    ['ães', 'ao'],
  ],
  ru: [
    ['ой', 'ою'],
    ['ей', 'ею'],
    ['ый', 'ые'],
    ['ий', 'ие'],
  ],
};

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
