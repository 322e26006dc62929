/** What sorts of things the search finds, in the order in which a filter offers them. */
export const KINDS = [
  'triage',
  'symptom',
  'checklist',
  'guide',
  'playbook',
  'tool',
  'rule',
  'term',
  'conflict',
  'source',
  'overview',
] as const;
export type Kind = (typeof KINDS)[number];
