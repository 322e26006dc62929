import { describe, expect, it } from 'vitest';
import { headersFor, parseHeadersFile } from './headers-file.ts';

const rules = parseHeadersFile(`
# for every page
/*
  X-Frame-Options: DENY
  Content-Security-Policy: default-src 'self'; img-src data:

/en/:page/
  X-Page: a
  ! X-Frame-Options

/a.b/*/c
  X-Deep: yes
/en/*
  x-page: b
`);

describe('a _headers file', () => {
  it('gives the headers of the blocks that fit, colons in values kept', () => {
    expect(headersFor(rules, '/ru/')).toEqual({
      'X-Frame-Options': 'DENY',
      'Content-Security-Policy': "default-src 'self'; img-src data:",
    });
  });

  it('joins the values of a header that two blocks give, and takes away what is marked so', () => {
    expect(headersFor(rules, '/en/tools/')).toEqual({
      'Content-Security-Policy': "default-src 'self'; img-src data:",
      'x-page': 'a, b',
    });
  });

  it('lets a placeholder stand for one segment and a star for any number', () => {
    expect(headersFor(rules, '/en/tools/risk/')['x-page']).toBe('b');
    expect(headersFor(rules, '/a.b/1/2/c')['X-Deep']).toBe('yes');
    expect(headersFor(rules, '/a-b/1/2/c')['X-Deep']).toBeUndefined();
  });
});
