import { wordsFor } from '../../i18n/index.ts';
import { contextFor } from '../components/context.ts';
import { GUIDE_GROUPS, type GuideGroup } from '../components/guide/guide-groups.ts';
import { pageTitle } from '../components/page-title.ts';
import { guideSlugs } from '../knowledge/guides.ts';
import type { Locale } from '../knowledge/schema.ts';

type Label = keyof ReturnType<typeof wordsFor>['menu'];

/** The menu, by what the reader wants to do; a page's name in it is the page's title. */
export const sidebar = [
  group('banned', [page('/recovery/'), ...guides('banned')]),
  group('start', guides('start')),
  group('write', guides('write')),
  group('run', guides('run')),
  group('understand', guides('understand')),
  group('tools', [
    page('/tools/warm-up/'),
    page('/tools/reply-ratio/'),
    page('/tools/campaign/'),
    page('/tools/risk/'),
    page('/tools/message-log/'),
  ]),
  group('reference', [
    named('guides', '/guides/'),
    named('rules', '/rules/'),
    named('conflicts', '/conflicts/'),
    named('sources', '/sources/'),
    named('glossary', '/glossary/'),
    named('status', '/status/'),
    named('changes', '/changes/'),
  ]),
];

/** A site with fewer guides, such as the one of the tests, has a shorter menu. */
function guides(name: GuideGroup) {
  const there = guideSlugs();
  return GUIDE_GROUPS[name].filter((slug) => there.includes(slug)).map((slug) => page(`/guides/${slug}/`));
}

function page(link: string) {
  return { ...inEveryLanguage((locale) => pageTitle(contextFor(locale, '/'), link)), link };
}

function named(label: Label, link: string) {
  return { ...inEveryLanguage((locale) => wordsFor(locale).menu[label]), link };
}

function group(label: Label, items: { label: string; translations: Record<string, string>; link: string }[]) {
  return { ...inEveryLanguage((locale) => wordsFor(locale).menu[label]), items };
}

function inEveryLanguage(text: (locale: Locale) => string) {
  return { label: text('en'), translations: { 'pt-BR': text('pt'), ru: text('ru') } };
}
