import { type FileOutcome, LogReader, type LogReaderOptions } from '../message-log/log-reader.ts';
import { type Reading, type ReadingHelp, type ReadingOptions, startReading } from '../message-log/reading.ts';
import { messageLogWords } from './message-log-rules.ts';

type Content = string | Uint8Array | Uint8Array[];

/** For tests: reads whole files given as text or bytes. */
export function readFiles(
  files: readonly ({ name?: string; archive?: string; content: Content } & LogReaderOptions)[],
  options: Partial<ReadingOptions> = {},
  help?: ReadingHelp,
): { reading: Reading; outcomes: FileOutcome[] } {
  const usual = { words: messageLogWords, language: 'en', timeZone: 'UTC', now: Date.UTC(2026, 10, 20, 12) } as const;
  const reading = startReading({ ...usual, ...options }, help);
  const outcomes = files.map(({ name = 'log', archive, content, ...more }) => {
    const reader = new LogReader(reading, { name, ...(archive !== undefined && { archive }) }, more);
    for (const piece of Array.isArray(content) ? content : [content]) reader.feed(piece);
    return reader.end();
  });
  return { reading, outcomes };
}
