import { wordsFor } from '../../i18n/index.ts';

type Label =
  | 'tools'
  | 'guides'
  | 'reference'
  | 'replyRatio'
  | 'replies'
  | 'rules'
  | 'conflicts'
  | 'sources'
  | 'glossary';

const group = (label: Label, items: ReturnType<typeof link>[]) => ({ ...labelled(label), items });
const link = (label: Label, path: string) => ({ ...labelled(label), link: path });

/** The menu, by what the reader wants to do. */
export const sidebar = [
  group('guides', [link('replies', '/guides/replies/')]),
  group('tools', [link('replyRatio', '/tools/reply-ratio/')]),
  group('reference', [link('rules', '/rules/'), link('conflicts', '/conflicts/'), link('sources', '/sources/')]),
];

function labelled(label: Label) {
  const [en, pt, ru] = (['en', 'pt', 'ru'] as const).map((locale) => wordsFor(locale).menu[label]);
  return { label: en ?? label, translations: { 'pt-BR': pt ?? label, ru: ru ?? label } };
}
