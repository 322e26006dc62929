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

  it('are those of before where the same is written at the same place', () => {
    const before = partsOf('<ul><li>12</li><li>26<b>!</b></li></ul>');
    const after = partsOf('<ul><li>12</li><li>30<b>!</b></li></ul>', before);
    const [list, old] = [after[0], before[0]];
    expect(list).not.toBe(old);
    expect(list?.children[0]).toBe(old?.children[0]);
    expect(list?.children[1]).not.toBe(old?.children[1]);
    expect(list?.children[1]?.children[1]).toBe(old?.children[1]?.children[1]);
    expect(partsOf('<b>1</b>12', partsOf('<b>1</b>1'))[1]?.written).toBe('12');
  });

  it('are the same whatever stood there before', () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('1', '12', '<br>', '<path d="M0 0"/>'),
        fc
          .tuple(fc.constantFrom('b', 'li', 'p'), fc.constantFrom('', ' id="a"', ' class="b"'), fc.array(tie('node')))
          .map(([name, attribute, inner]) => `<${name}${attribute}>${inner.join('')}</${name}>`),
      ),
    })).node;
    const markup = fc.array(tree).map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, markup, (was, is) => {
        expect(partsOf(is, partsOf(was))).toEqual(partsOf(is));
      }),
    );
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
