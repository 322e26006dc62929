import type { Locale } from '../../knowledge/schema.ts';

/** What a word that no page has may stand for, the likeliest first: one typed in the other alphabet, or with a prefix. */
export function otherSpellings(word: string, locale: Locale): string[] {
  const plain = PREFIXES[locale].flatMap((prefix) => withoutPrefix(word, prefix));
  if (locale !== 'ru') return plain;
  return [...plain, /[a-z]/.test(word) ? inCyrillic(word) : inLatin(word)];
}

/** Russian typed while the keyboard was set to English: "ghjuhtd" is «прогрев». */
export function retyped(text: string, locale: Locale): string | undefined {
  if (locale !== 'ru' || /\p{Script=Cyrillic}/u.test(text) || !/[a-z]/i.test(text)) return undefined;
  return [...text.toLowerCase()].map((sign) => CYRILLIC_KEYS[LATIN_KEYS.indexOf(sign)] ?? sign).join('');
}

/** Prefixes that leave the meaning: who is blocked again is blocked. One that undoes it is not here. */
const PREFIXES: Record<Locale, readonly string[]> = {
  en: ['re'],
  pt: ['re'],
  ru: ['пере', 'при', 'про', 'под', 'по', 'за', 'на', 'вы', 'до', 'об', 'от', 'у', 'с'],
};

const SHORTEST = 4;

function withoutPrefix(word: string, prefix: string): string[] {
  return word.startsWith(prefix) && word.length - prefix.length >= SHORTEST ? [word.slice(prefix.length)] : [];
}

const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбюё';

/** Sounds of several letters come first. */
const SOUNDS: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...pairs('shch щ, yu ю, ya я, zh ж, kh х, ch ч, sh ш, ts ц, x кс'),
  ...pairs('a а, b б, v в, g г, d д, e е, z з, i и, k к, l л, m м, n н, o о, p п, r р, s с, t т, u у, f ф, h х, y ы'),
];

function pairs(text: string): [string, string][] {
  return text.split(', ').map((pair) => pair.split(' ') as [string, string]);
}

function inCyrillic(word: string): string {
  return SOUNDS.reduce((text, [latin, cyrillic]) => text.replaceAll(latin, cyrillic), word);
}

function inLatin(word: string): string {
  return SOUNDS.reduce((text, [latin, cyrillic]) => text.replaceAll(cyrillic, latin), word);
}
