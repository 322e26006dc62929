/** The words without those that stand in the page and are never drawn again. */
export function wordsForBrowser<Words extends object, Name extends keyof Words>(
  words: Words,
  serverWords: readonly Name[],
): Omit<Words, Name> {
  const needed: Partial<Words> = { ...words };
  for (const word of serverWords) delete needed[word];
  return needed as Omit<Words, Name>;
}
