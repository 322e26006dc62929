import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html.ts';
import { attributesOf, type Part, partsOf, unescaped } from './parts.ts';

const outline = (parts: readonly Part[]): unknown[] =>
  parts.map((part) => (part.name === '' ? part.written : [part.name, ...outline(part.children)]));

describe('the parts of markup', () => {
  it('are its texts and its elements with what stands in them', () => {
    const { markup } = html`<p>Day <b>3</b>:<br>56</p><svg viewBox="0 0 9 9"><path d="M0 0"/></svg>`;
    expect(outline(partsOf(markup))).toEqual([
      ['p', 'Day ', ['b', '3'], ':', ['br'], '56'],
      ['svg', ['path']],
    ]);
  });

  it('are none where nothing is drawn', () => {
    expect(partsOf('')).toEqual([]);
  });

  it('give every text and every attribute as it was before it was escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        const [part] = partsOf(html`<p data-a="${value}" hidden title="${value}">${value}</p>`.markup);
        if (!part) throw new Error('the paragraph is missing');
        expect([...attributesOf(part)]).toEqual([
          ['data-a', value],
          ['hidden', ''],
          ['title', value],
        ]);
        expect(part.children.map(({ written = '' }) => unescaped(written))).toEqual([value]);
      }),
    );
  });
});
