import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuiltSite } from './built-site.ts';
import { languageFaults } from './languages.ts';
import { linkFaults } from './links.ts';

function siteWith(files: Record<string, string>, base = '/'): BuiltSite {
  const root = mkdtempSync(join(tmpdir(), 'links-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return new BuiltSite(root, base);
}

const TARGETS = {
  'en/index.html': '<h2 id="a&amp;b">x</h2><h2 id="причина">x</h2><a name="old"></a>',
  'picture.svg': '<svg/>',
  'a b.txt': 'x',
};
const linksOf = (html: string, base = '/') =>
  linkFaults(siteWith({ ...TARGETS, 'en/page/index.html': html }, base)).map(({ where, what }) => `${where}: ${what}`);

describe('a reference is right', () => {
  it.each([
    '<a href="/en/">',
    '<a href="../">',
    '<a href="">',
    '<a href="/en/#a&amp;b">',
    '<a href="/en/#%D0%BF%D1%80%D0%B8%D1%87%D0%B8%D0%BD%D0%B0">',
    '<a href="/en/#old">',
    '<a href="#top">',
    '<a href="/en/#sent=40&amp;replies=3">',
    '<a href="/en/?q=1">',
    '<a href="https://elsewhere.example/x">',
    '<a href="mailto:a@elsewhere.example">',
    '<a href="/a%20b.txt">',
    '<img src="/picture.svg" srcset="/picture.svg 1x, /picture.svg#b 2x">',
    '<img src="data:image/gif;base64,AA==">',
    '<use href="/picture.svg#part">',
    '<link rel="canonical" href="https://ours.example/en/page/"><a href="https://ours.example/en/">',
    '<!-- <a href="/gone/"> --><script>const a = \'<a href="/gone/">\'</script>',
    '<p title="a > b"><a href=/en/>',
  ])('%s', (html) => {
    expect(linksOf(html)).toEqual([]);
  });
});

describe('a reference is wrong', () => {
  it.each([
    ['<a href="/gone/">', 'a href="/gone/" leads to nothing'],
    ['<a href="/en">', 'a href="/en" lacks the slash at its end'],
    ['<a href="/en/#gone">', 'a href="/en/#gone" names an anchor that en/index.html does not have'],
    ['<a href="#gone">', 'a href="#gone" names an anchor that en/page/index.html does not have'],
    ['<a href="javascript:void(0)">', 'a href="javascript:void(0)" is no link that every browser can follow'],
    ['<a href="https://[">', 'a href="https://[" is no address'],
    ['<img srcset="/picture.svg 1x, /gone.svg 2x">', 'img srcset="/gone.svg" leads to nothing'],
    ['<script src="//cdn.example/a.js"></script>', 'script src="//cdn.example/a.js" asks another host'],
    [
      '<link rel="preload stylesheet" href="https://cdn.example/a.css">',
      'link preload stylesheet="https://cdn.example/a.css" asks another host',
    ],
    ['<form action="https://cdn.example/">', 'form action="https://cdn.example/" asks another host'],
    [
      '<style>@font-face { src: url("https://cdn.example/a.woff2") }</style>',
      'url()="https://cdn.example/a.woff2" asks another host',
    ],
    ['<meta http-equiv="refresh" content="0;url=/gone/">', 'meta refresh="/gone/" leads to nothing'],
    [
      '<link rel="canonical" href="https://ours.example/en/page/"><a href="https://ours.example/gone/">',
      'a href="https://ours.example/gone/" leads to nothing',
    ],
  ])('%s', (html, fault) => {
    expect(linksOf(html)).toContain(`en/page/index.html: ${fault}`);
  });

  it('and is named once a page', () => {
    expect(linksOf('<a href="/gone/"><a href="/gone/">')).toHaveLength(1);
  });

  it('below a base path when it forgets it', () => {
    expect(linksOf('<a href="/kb/en/"><a href="../">', '/kb/')).toEqual([]);
    expect(linksOf('<a href="/en/">', '/kb/')).toEqual([
      'en/page/index.html: a href="/en/" lies outside the base path /kb/',
    ]);
  });

  it('in a style sheet as well, from where the sheet lies', () => {
    const css = '@import "gone.css"; a { background: url(../picture.svg), url(data:image/png;base64,AA) }';
    expect(linkFaults(siteWith({ ...TARGETS, '_astro/a.css': css }))).toEqual([
      { where: '_astro/a.css', what: '@import="gone.css" leads to nothing' },
    ]);
  });
});

describe('languages', () => {
  const page = (lang: string, slug = '') =>
    `<html lang="${lang}">${['en', 'pt', 'ru']
      .map(
        (locale) =>
          `<link rel="alternate" hreflang="${{ en: 'en', pt: 'pt-BR', ru: 'ru' }[locale]}" href="/${locale}/${slug}">`,
      )
      .join('')}`;
  const good = { 'en/index.html': page('en'), 'pt/index.html': page('pt-BR'), 'ru/index.html': page('ru') };
  const faultsOf = (files: Record<string, string>) =>
    languageFaults(siteWith({ ...good, ...files })).map(({ where, what }) => `${where}: ${what}`);

  it('are right when each page names its own and leads to the others', () => {
    expect(
      faultsOf({ 'index.html': '<html lang="en">', 'old/index.html': '<meta http-equiv="refresh" content="0;url=/">' }),
    ).toEqual([]);
  });

  it.each([
    [{ 'pt/index.html': page('pt') }, 'pt/index.html: <html> has lang="pt", expected "pt-BR"'],
    [{ '404.html': '<html>' }, '404.html: <html> has lang="", expected "en" or "pt-BR" or "ru"'],
    [{ 'en/a/index.html': page('en', 'a/') }, 'en/a/index.html: is not there in ru: there is no ru/a/index.html'],
    [
      { 'ru/index.html': `${page('ru')}<h2 id="что-дальше">x</h2>` },
      'ru/index.html: has an anchor "что-дальше" that the English page lacks',
    ],
    [{ 'ru/index.html': '<html lang="ru">' }, 'ru/index.html: has no <link rel="alternate" hreflang="pt-BR">'],
    [
      { 'ru/a/index.html': page('ru'), 'en/a/index.html': page('en', 'a/'), 'pt/a/index.html': page('pt-BR', 'a/') },
      'ru/a/index.html: has a hreflang="en" that leads to /en/, expected en/a/index.html',
    ],
  ])('are wrong: %#', (files, fault) => {
    expect(faultsOf(files)).toContain(fault);
  });
});
