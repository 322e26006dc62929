/** Words that stand in the page and are never drawn again: the browser is not handed them. */
export const SERVER_WORDS = [
  'lead',
  'promise',
  'noScript',
  'choose',
  'pick',
  'chooseHelp',
  'dropHere',
  'sample',
  'reads',
  'exports',
  'actions',
] as const;

export type ServerWord = (typeof SERVER_WORDS)[number];
