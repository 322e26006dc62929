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
  /(?<!\p{L})(opt[-\s]?(in|out)|whats[-\s]?app|e-?mail|wi-?fi|qr[-\s]?code|check[-\s]?list|опт[-\s]?(ин|аут)|вай-?фай|(вотс|ватс|вац)[-\s]?ап|(куар|qr)[-\s]?код|чек[-\s]?лист)/gu;

/** Common words that say something together, and the short forms of chats; each becomes a word that texts have. */
const IDIOMS: Record<Locale, readonly (readonly [idiom: RegExp, word: string])[]> = {
  en: [
    [/\bhow come\b/g, 'why'],
    [/\b(for )?how (long|many (minutes|hours|weeks|months))\b/g, 'duration'],
    [/\b(what|which) time( of( the)? day)?\b/g, 'hours'],
    [/\b(not|isnt|wasnt|never|hasnt|havent) (been )?us(ed|ing)\b/g, 'unused'],
    [/\bmsgs?\b/g, 'message'],
    [/\b(every|any)(body|one)\b/g, 'all'],
  ],
  pt: [
    [/\bpor qu[eê](?=\s|\p{P}|$)/gu, 'porque'],
    [/\bpq\b/g, 'porque'],
    [/\b(por )?quant(o tempo|[oa]s (minutos|horas|semanas|meses))\b/g, 'duração'],
    [/\b(a |em )?qu(e|al) (horas?|horário)\b/g, 'horário'],
    // Its own stem is that of "para", which every page has.
    [/\b(sem us(o|ar)|parad[oa]s?)\b/g, 'inativo'],
    [/\btod[oa] (o )?mundo\b/g, 'todos'],
    [/\bmsgs?\b/g, 'mensagem'],
    [/\bngm\b/g, 'ninguém'],
  ],
  ru: [
    [/(?<!\p{L})(за что|из-за чего|по какой причине)(?!\p{L})/gu, 'почему'],
    [
      /(?<!\p{L})(на сколько|надолго|как долго|сколько (времени|минут|часов|недель|месяцев|длится|продлится))(?!\p{L})/gu,
      'срок',
    ],
    [
      /(?<!\p{L})(во сколько|(в|до|с) (какое время|какого времени|котор\p{L}+ час\p{L}*)|в какие часы)(?!\p{L})/gu,
      'время',
    ],
    [/(?<!\p{L})(без дела|не (пользова|использова)\p{L}+)(?!\p{L})/gu, 'простаивал'],
  ],
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
