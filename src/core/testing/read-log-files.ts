import { type FileOutcome, LogReader, type LogReaderOptions } from '../message-log/log-reader.ts';
import { type Reading, type ReadingOptions, startReading } from '../message-log/reading.ts';
import { messageLogWords } from './message-log-rules.ts';

/** For tests: reads whole files given as text or bytes. */
export function readFiles(
  files: readonly ({ name?: string; archive?: string; content: string | Uint8Array } & LogReaderOptions)[],
  options: Partial<ReadingOptions> = {},
): { reading: Reading; outcomes: FileOutcome[] } {
  const reading = startReading({
    words: messageLogWords,
    language: 'en',
    timeZone: 'UTC',
    now: Date.UTC(2026, 10, 20, 12),
    ...options,
  });
  const outcomes = files.map(({ name = 'log', archive, content, ...more }) => {
    const reader = new LogReader(reading, { name, ...(archive !== undefined && { archive }) }, more);
    reader.feed(content);
    return reader.end();
  });
  return { reading, outcomes };
}
