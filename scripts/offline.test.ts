import { runInNewContext } from 'node:vm';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesByKind, packFiles, workerText } from './offline.ts';

describe('what is kept for reading without a network', () => {
  it('is in a pack for its language, or in one for all', () => {
    const kinds = filesByKind([
      '_astro/page.a1.js',
      'en/index.html',
      'offline/index.html',
      'pagefind/index/en_0.pf_index',
      'pagefind/index/pt-br_0.pf_index',
      'pagefind/pagefind-entry.json',
      'pagefind/pagefind.pt-br_f.pf_meta',
      'pagefind/wasm.ru.pagefind',
      'pt/enclosed/index.html',
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      shared: ['_astro/page.a1.js', 'offline/index.html', 'pagefind/pagefind-entry.json'],
      en: ['en/index.html', 'pagefind/index/en_0.pf_index'],
      pt: ['pagefind/index/pt-br_0.pf_index', 'pagefind/pagefind.pt-br_f.pf_meta', 'pt/enclosed/index.html'],
      ru: ['pagefind/wasm.ru.pagefind'],
    });
  });

  it('is not what no page asks for', () => {
    const kinds = filesByKind([
      '404.html',
      '_headers',
      'sw.js',
      'api/v1/rules.json',
      'llms.txt',
      'pagefind/pagefind-ui.js',
    ]);
    expect([...kinds]).toEqual([['shared', []]]);
  });

  it('is packed by its address: pages marked as copies, texts as they are, bytes as base64', () => {
    const files: Record<string, Buffer> = {
      'index.html': Buffer.from('<html lang="en">é'),
      'en/a/index.html': Buffer.from('<html lang="en">b'),
      'a.html': Buffer.from('<html>c'),
      'a.svg': Buffer.from('<svg/>'),
      'a.pf_index': Buffer.from([0, 255]),
      'a.pf_fragment': gzipSync('pagefind_dcd{}'),
    };
    expect(packFiles(Object.keys(files), (file) => files[file] ?? Buffer.of())).toEqual({
      'text/html; charset=utf-8': {
        '': '<html data-saved lang="en">é',
        'en/a/': '<html data-saved lang="en">b',
        'a.html': '<html data-saved>c',
      },
      'image/svg+xml; charset=utf-8': { 'a.svg': '<svg/>' },
      'application/octet-stream': { 'a.pf_index': 'AP8=' },
      'text/plain; charset=utf-8': { 'a.pf_fragment': 'pagefind_dcd{}' },
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
