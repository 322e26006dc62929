import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guideSlugs } from '../knowledge/guides.ts';
import { sidebar } from './navigation.ts';

const inMenu = sidebar.flatMap(({ items }) => items.map(({ link }) => link));

describe('the menu', () => {
  it('leads to every guide, and to each page once', () => {
    expect(inMenu).toEqual(expect.arrayContaining(guideSlugs().map((slug) => `/guides/${slug}/`)));
    expect(new Set(inMenu).size).toBe(inMenu.length);
  });

  it('has every guide in every language', () => {
    for (const slug of guideSlugs()) {
      for (const locale of ['pt', 'ru'])
        expect(existsSync(`content/docs/${locale}/guides/${slug}.md`), `${locale} ${slug}`).toBe(true);
    }
  });
});
