/** Words that stand in the page and are never drawn again: the browser is not handed them, for every byte counts there. */
export const SERVER_WORDS = [
  'lead',
  'toBoard',
  'fields',
  'help',
  'logExample',
  'happened',
  'happenedText',
  'noScript',
  'milestonesTitle',
  'planTitle',
  'asTable',
  'bySource',
] as const;

export type ServerWord = (typeof SERVER_WORDS)[number];
