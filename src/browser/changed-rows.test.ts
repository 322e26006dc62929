import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRows } from './changed-rows.ts';

const table = (rows: string[], foot = 'Sum') =>
  `<p>Plan</p><table><thead><tr><th>Day</th></tr></thead><tbody>${rows.map((text, day) => `<tr data-day="${day}"><td>${text}</td></tr>`).join('')}</tbody></table><p>${foot}</p>`;

describe('the rows that changed', () => {
  it('are those whose markup differs, counted with the row of headings', () => {
    expect(changedRows(table(['12', '26', '41']), table(['12', '30', '41']))).toEqual([
      { index: 2, markup: '<tr data-day="1"><td>30</td></tr>' },
    ]);
  });

  it('are none when nothing changed', () => {
    expect(changedRows(table(['12']), table(['12']))).toEqual([]);
  });

  it.each([
    ['a row more', table(['12']), table(['12', '26'])],
    ['other words below', table(['12']), table(['13'], 'Total')],
    ['other words above', table(['12']), `<p>New</p>${table(['12'])}`],
    ['no table', '<p>Nothing yet</p>', '<p>Still nothing</p>'],
    ['the first table', '<p>Nothing yet</p>', table(['12'])],
  ])('are not told apart with %s', (_, before, after) => {
    expect(changedRows(before, after)).toBeUndefined();
  });

  it('put in their places make the new table of the old one', () => {
    const cells = fc.array(fc.constantFrom('0', '12', '26'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(cells, cells, (before, after) => {
        const rows = table(before).match(/<tr[ >].*?<\/tr>/g) ?? [];
        for (const { index, markup } of changedRows(table(before), table(after)) ?? []) rows[index] = markup;
        expect(rows).toEqual(table(after).match(/<tr[ >].*?<\/tr>/g));
      }),
    );
  });
});
