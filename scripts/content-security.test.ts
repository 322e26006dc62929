import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, inspect, secured } from './content-security.ts';
import { headersFor, parseHeadersFile } from './headers-file.ts';
import { headersFile } from './security.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/>${head}</head><body>${body}`;

describe('the content security policy of a page', () => {
  it('allows what the page holds itself by its hash, each once, and of others nothing', () => {
    const html = page(
      '<script>a < b;\n</script><style>p{}</style>',
      '<script type="module">c</script><script>c</script>',
    );
    const policy = contentSecurityPolicy(inspect(html));
    const hashes = [hash('a < b;\n'), hash('c')].sort().join(' ');
    expect(policy).toContain(`script-src 'self' ${hashes};`);
    expect(policy).toContain(`style-src 'self' ${hash('p{}')};`);
    expect(policy).toMatch(/^default-src 'none';/);
  });

  it('needs no hash of data and of files', () => {
    const html = page('<script src="/a.js"></script><script type="application/json">{"a":1}</script>');
    expect(inspect(html)).toEqual({ scripts: [], styles: [], forbidden: [] });
  });

  it('stands before what it is about, and only once', () => {
    const once = secured(page('<script>a</script>'), 'first');
    const twice = secured(once, 'second $&');
    expect(once).toContain(
      '<meta charset="utf-8"/><meta http-equiv="content-security-policy" content="first"><script>',
    );
    expect(twice).toContain('content="second $&"><script>');
    expect(twice).not.toContain('first');
  });

  it.each([
    ['<p style="color: red">', 'has <p style="color: red">, which the content security policy forbids'],
    ['<a onclick="go()">', 'has <a onclick="go()">, which the content security policy forbids'],
    ['<a href=" JavaScript:go()">', 'has <a href=" JavaScript:go()">, which the content security policy forbids'],
  ])('cannot allow %s', (tag, fault) => {
    expect(inspect(page('', tag)).forbidden).toEqual([fault]);
  });

  it('cannot stand in a page that does not name its character set', () => {
    expect(inspect('<html><head><title>a</title>').forbidden).toHaveLength(1);
  });
});

describe('the headers', () => {
  const rules = parseHeadersFile(headersFile('/kb/', { scripts: ["'sha256-a='"], styles: [] }));

  it('hold the policy for every address, and who may frame the page besides', () => {
    const policy = headersFor(rules, '/kb/en/')['Content-Security-Policy'];
    expect(policy).toContain("'sha256-a='");
    expect(policy).toMatch(/; frame-ancestors 'none'$/);
  });

  it.each([
    ['/kb/_astro/page.a1.css', 'public, max-age=31536000, immutable'],
    ['/kb/sw.js', 'no-cache'],
    ['/kb/en/', undefined],
  ])('let %s be kept: %s', (path, expected) => {
    expect(headersFor(rules, path)['Cache-Control']).toBe(expected);
  });
});
