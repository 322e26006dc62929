import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesByKind, packFiles, workerText } from './offline.ts';

describe('what is kept for reading without a network', () => {
  it('is in a pack for its language, or in one for all', () => {
    const kinds = filesByKind([
      '_astro/page.a1.js',
      'en/index.html',
      'offline/index.html',
      'pagefind/en/index.json',
      'pagefind/pt/index.json',
      'pagefind/ru/engine.wasm',
      'pt/enclosed/index.html',
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      shared: ['_astro/page.a1.js', 'offline/index.html'],
      en: ['en/index.html', 'pagefind/en/index.json'],
      pt: ['pagefind/pt/index.json', 'pt/enclosed/index.html'],
      ru: ['pagefind/ru/engine.wasm'],
    });
  });

  it('is not what no page asks for', () => {
    const kinds = filesByKind(['404.html', '_headers', 'sw.js', 'api/v1/rules.json', 'llms.txt']);
    expect([...kinds]).toEqual([['shared', []]]);
  });

  it('is packed by its address: pages marked as copies, texts as they are, bytes as base64', () => {
    const files: Record<string, Buffer> = {
      'index.html': Buffer.from('<html lang="en">é'),
      'en/a/index.html': Buffer.from('<html lang="en">b'),
      'a.html': Buffer.from('<html>c'),
      'a.svg': Buffer.from('<svg/>'),
      'a.wasm': Buffer.from([0, 255]),
    };
    expect(packFiles(Object.keys(files), (file) => files[file] ?? Buffer.of())).toEqual({
      'text/html; charset=utf-8': {
        '': '<html data-saved lang="en">é',
        'en/a/': '<html data-saved lang="en">b',
        'a.html': '<html data-saved>c',
      },
      'image/svg+xml; charset=utf-8': { 'a.svg': '<svg/>' },
      'application/wasm': { 'a.wasm': 'AP8=' },
    });
  });
});

describe('the service worker', () => {
  const text = workerText({ shared: { file: 'shared.a1.json', count: 1, bytes: 2 } });

  it('needs nothing but itself', () => {
    const listened: string[] = [];
    const scope = {
      registration: { scope: 'https://example.org/kb/' },
      addEventListener: (type: string) => listened.push(type),
    };
    runInNewContext(text, { self: scope, URL });
    expect(listened).toEqual(['install', 'activate', 'fetch']);
  });

  it('weighs no more than 3 kB', () => {
    expect(brotliCompressSync(text).length).toBeLessThanOrEqual(3000);
  });
});
