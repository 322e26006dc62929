import { describe, expect, it } from 'vitest';
import type { SearchLabels } from '../../core/search/contents.ts';
import { KINDS, type Kind } from '../../core/search/kinds.ts';
import { kindFilter, offers, resultList } from './results.view.ts';

const labels: SearchLabels = {
  count: { other: '{n} results' },
  none: 'Nothing found.',
  only: 'Show only',
  all: 'All',
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, `a ${kind}`])) as Record<Kind, string>,
  offers: [{ path: 'recovery/', label: 'Banned?' }],
};
const page = (kind: Kind, path: string, about = '') => ({ kind, path, title: `<${path}>`, about });

describe('the answers', () => {
  it('lead to their pages and say of what kind these are', () => {
    const { markup } = resultList(labels, '/kb/en/', [page('rule', 'rules/unanswered/', 'At most 2')]);
    expect(markup).toBe(
      '<li><a href="/kb/en/rules/unanswered/" data-kind="rule"><small>a rule</small><strong>&lt;rules/unanswered/&gt;</strong><span>At most 2</span></a></li>',
    );
  });

  it('have no empty line for a page that says nothing of itself', () => {
    expect(resultList(labels, '/', [page('conflict', 'a')]).markup).not.toContain('<span>');
  });
});

describe('the filter', () => {
  const pages = [page('rule', 'a'), page('tool', 'b'), page('rule', 'c')];

  it('offers each kind that was found, with how many there are, and marks the chosen one', () => {
    const { markup } = kindFilter(labels, pages, 'rule');
    const buttons = [...markup.matchAll(/data-only="(\w*)" aria-pressed="(\w+)">([^<]+)<span>(\d+)/g)];
    expect(buttons.map(([, ...found]) => found)).toEqual([
      ['', 'false', 'All ', '3'],
      ['tool', 'false', 'a tool ', '1'],
      ['rule', 'true', 'a rule ', '2'],
    ]);
  });

  it('is none where all are of one kind', () => {
    expect(kindFilter(labels, [page('rule', 'a'), page('rule', 'b')], undefined).markup).toBe('');
  });
});

describe('no answer', () => {
  it('offers where to begin', () => {
    expect(offers(labels, '/kb/en/').markup).toBe('<li><a href="/kb/en/recovery/"><strong>Banned?</strong></a></li>');
  });
});
