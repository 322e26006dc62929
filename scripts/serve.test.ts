import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from './serve.ts';

const SECRET = 'not for visitors';
const LONG = 'The same sentence again. '.repeat(200);

let root = '';
let site: ServedFolder;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** As written: `fetch` would tidy the path up before sending it. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

beforeEach(async () => {
  const outside = mkdtempSync(join(tmpdir(), 'serve-'));
  root = join(outside, 'dist');
  writeFileSync(join(outside, 'secret.txt'), SECRET);
  write('index.html', '<p>home');
  write('404.html', '<p>nowhere');
  write('en/index.html', `<p>${LONG}`);
  write('_astro/page.a1b2.css', LONG);
  site = await serveFolder({ root });
});
afterEach(() => site.close());

describe('the served folder', () => {
  it('gives the index of a folder', async () => {
    const { status, body } = await ask('/');
    expect([status, String(body)]).toEqual([200, '<p>home']);
  });

  it('sends an address without the slash on to the one with it, with its query', async () => {
    const { status, headers } = await ask('/en?a=b?c');
    expect([status, headers['location']]).toEqual([301, '/en/?a=b?c']);
  });

  it('gives its own page for what is not there, with status 404', async () => {
    const { status, headers, body } = await ask('/nowhere/');
    expect([status, headers['content-type'], String(body)]).toEqual([404, 'text/html; charset=utf-8', '<p>nowhere']);
  });

  it('tells the head alone to HEAD', async () => {
    const { status, headers, body } = await ask('/', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, '7', 0]);
  });

  it('answers no other method', async () => {
    const { status, headers } = await ask('/', {}, 'POST');
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    ['a.html', 'text/html; charset=utf-8'],
    ['a.wasm', 'application/wasm'],
    ['a.xml', 'application/xml; charset=utf-8'],
    ['a.ics', 'text/calendar; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['a.pf_fragment', 'application/octet-stream'],
  ])('gives %s the type %s', async (file, type) => {
    write(file, 'a');
    expect((await ask(`/${file}`)).headers['content-type']).toBe(type);
  });

  it('gives a changed file anew', async () => {
    await ask('/');
    write('index.html', '<p>changed');
    expect(String((await ask('/')).body)).toBe('<p>changed');
    rmSync(join(root, 'index.html'));
    expect((await ask('/')).status).toBe(404);
  });
});

describe('nothing outside the folder is given', () => {
  it.each([
    '/../secret.txt',
    '/en/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/en/%2e%2e/%2E%2E/secret.txt',
    '//secret.txt',
    '/index.html%00.txt',
    '/%',
    'http://localhost/../secret.txt',
  ])('%s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(400);
    expect(String(body)).not.toContain(SECRET);
  });

  it('nor the files that are for the host', async () => {
    write('_headers', '/*\n  X-A: b');
    expect((await ask('/_headers')).status).toBe(404);
  });
});

describe('compression', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
    ['br;q=0', undefined, (body: Buffer) => body],
  ])('for "%s" is %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await ask('/en/', { 'Accept-Encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-length']).toBe(String(body.length));
    expect(String(unpack(body))).toBe(`<p>${LONG}`);
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  it('is not for files that are packed already', async () => {
    write('pagefind/en.pf_index', LONG);
    const { headers } = await ask('/pagefind/en.pf_index', { 'Accept-Encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('caching', () => {
  it('a page is asked for each time, and not sent again while it is the same', async () => {
    const first = await ask('/en/', { 'Accept-Encoding': 'br' });
    expect(first.headers['cache-control']).toBe('no-cache');
    const tag = String(first.headers['etag']);
    const again = await ask('/en/', { 'Accept-Encoding': 'br', 'If-None-Match': `"other", W/${tag}` });
    expect([again.status, again.body.length, again.headers['etag']]).toEqual([304, 0, tag]);
    const plain = await ask('/en/', { 'If-None-Match': tag });
    expect(plain.status).toBe(200);
    write('en/index.html', '<p>new');
    expect((await ask('/en/', { 'If-None-Match': tag })).status).toBe(200);
  });

  it('a file with its hash in the name is kept for ever', async () => {
    const { headers } = await ask('/_astro/page.a1b2.css');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/_astro/gone.css')).headers['cache-control']).toBe('no-cache');
  });
});

it('headers of the _headers file come with the answers, over our own', async () => {
  write('_headers', '/*\n  X-Frame-Options: DENY\n/en/*\n  cache-control: no-store');
  const { headers } = await ask('/en/');
  expect([headers['x-frame-options'], headers['cache-control']]).toEqual(['DENY', 'no-store']);
  expect((await ask('/')).headers['cache-control']).toBe('no-cache');
});

it('below a base path the site lies there and nowhere else', async () => {
  await site.close();
  site = await serveFolder({ root, base: '/kb/' });
  expect(site.url).toMatch(/^http:\/\/localhost:\d+\/kb\/$/);
  expect((await ask('/kb/en/')).status).toBe(200);
  expect((await ask('/kb')).headers['location']).toBe('/kb/');
  expect((await ask('/kb/en')).headers['location']).toBe('/kb/en/');
  expect((await ask('/en/')).status).toBe(404);
  expect((await ask('/kb/_astro/page.a1b2.css')).headers['cache-control']).toContain('immutable');
});

describe('a busy port is passed over', () => {
  it.each(['127.0.0.1', '::1', '0.0.0.0', '::'])('when it is busy on %s', async (host) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, host, resolve));
    const busy = (other.address() as AddressInfo).port;
    const served = await serveFolder({ root, port: busy });
    expect(Number(new URL(served.url).port)).toBeGreaterThan(busy);
    await served.close();
    await new Promise((resolve) => other.close(resolve));
  });

  it('two can serve at once, and a port is free again afterwards', async () => {
    const port = Number(new URL(site.url).port);
    const second = await serveFolder({ root, port });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await second.close();
    await site.close();
    site = await serveFolder({ root, port });
    expect(Number(new URL(site.url).port)).toBe(port);
  });
});
