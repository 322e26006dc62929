import type { Locale } from '../src/knowledge/schema.ts';
import en from './en.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

/** The words of the interface. English is the type; the other languages must be complete. */
export type Words = typeof en;

const dictionaries: Record<Locale, Words> = { en, pt, ru };

export function wordsFor(locale: Locale): Words {
  return dictionaries[locale];
}
