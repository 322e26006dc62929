/** The guides by what the reader wants to do, in the order in which one reads on. */
export const GUIDE_GROUPS = {
  banned: ['what-a-ban-means', 'month-after-a-ban'],
  start: ['preparing-a-number', 'account-types', 'warm-up', 'first-30-days'],
  write: [
    'first-message',
    'consent',
    'replies',
    'volume-and-pace',
    'content-links-media',
    'groups',
    'first-campaign',
    'before-every-send',
  ],
  run: [
    'answering-only',
    'several-numbers',
    'integration-settings',
    'quality-rating',
    'weekly-hygiene',
    'shift-handover',
    'number-getting-worse',
  ],
  understand: ['how-blocking-works', 'risk-levels'],
} as const satisfies Record<string, readonly string[]>;

export type GuideGroup = keyof typeof GUIDE_GROUPS;

/** The group of a page, by its address without the language. */
export function groupOfGuide(path: string): GuideGroup | undefined {
  const slug = /\/guides\/([\w-]+)\/$/.exec(path)?.[1];
  const groups = Object.entries(GUIDE_GROUPS) as [GuideGroup, readonly string[]][];
  return groups.find(([, slugs]) => slugs.some((known) => known === slug))?.[0];
}
