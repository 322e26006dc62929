import { describe, expect, it } from 'vitest';
import { anchorsOf } from './same-anchors.ts';

describe('the anchors of a page', () => {
  it('are made of the words of its headings', () => {
    expect(anchorsOf('---\ntitle: x\n---\n\n## What sends us back?\n\ntext\n\n### Go on, hold or pause?\n')).toEqual([
      'what-sends-us-back',
      'go-on-hold-or-pause',
    ]);
  });

  it('leave out apostrophes and quotation marks', () => {
    expect(anchorsOf('## Why doesn’t a line say “safe”?')).toEqual(['why-doesnt-a-line-say-safe']);
  });

  it('differ where headings are the same', () => {
    expect(anchorsOf('## Steps\n## Steps\n## Steps')).toEqual(['steps', 'steps-1', 'steps-2']);
  });
});
