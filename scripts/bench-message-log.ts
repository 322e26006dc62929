import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyseLog } from '../src/core/message-log/analyse-log.ts';
import { LogReader } from '../src/core/message-log/log-reader.ts';
import { PlainRows } from '../src/core/message-log/plain-rows.ts';
import { startReading } from '../src/core/message-log/reading.ts';
import { messageLogRules, messageLogWords } from '../src/core/testing/message-log-rules.ts';
import { compileAssembly } from '../src/starlight/assembly.ts';
import { writeLog } from './log-file.ts';

/**
 * How long a message log takes to read and analyse, beside how long it takes to read the file and count its lines.
 * Usage: node scripts/bench-message-log.ts [rows, in millions, default 1]
 */
const millions = Number(process.argv[2] ?? 1);
const RUNS = 7;
const NOW = Date.UTC(2026, 10, 20);
const TIME_ZONE = 'America/Sao_Paulo';

const plainRows = new PlainRows(new WebAssembly.Module(await compileAssembly('plain-rows')));
const folder = mkdtempSync(join(tmpdir(), 'message-log-'));
try {
  const path = join(folder, 'log.csv');
  writeLog(path, millions * 1_000_000);
  const megabytes = statSync(path).size / 1e6;
  const counting: number[] = [];
  const reading: number[] = [];
  const analysing: number[] = [];
  const again: number[] = [];
  let memory = 0;
  for (let run = 0; run < RUNS; run++) {
    counting.push(await timed(() => countLines(path)));
    let log: Awaited<ReturnType<typeof readLog>> | undefined;
    reading.push(
      await timed(async () => {
        log = await readLog(path);
      }),
    );
    const { store } = log ?? (await readLog(path));
    analysing.push(await timed(() => analyseLog(store, messageLogRules, { timeZone: TIME_ZONE })));
    memory = Math.max(memory, memoryInUse());
    again.push(await timed(() => analyseLog(store, messageLogRules, { timeZone: 'Europe/Moscow' })));
  }
  const all = reading.map((time, run) => time + (analysing[run] ?? 0));
  console.log(`${millions} million rows, ${megabytes.toFixed(0)} MB; best and median of ${RUNS} runs, in ms`);
  for (const [what, times] of Object.entries({
    'reading the file and counting its lines': counting,
    'reading the log': reading,
    'analysing it': analysing,
    'both together': all,
    'analysing it again in another zone': again,
  })) {
    console.log(`  ${what}: ${Math.min(...times).toFixed(0)}, ${median(times).toFixed(0)}`);
  }
  console.log(
    `  both to counting: ${(Math.min(...all) / Math.min(...counting)).toFixed(2)} (best), ${(median(all) / median(counting)).toFixed(2)} (median)`,
  );
  console.log(`  memory after reading and analysing, heap and buffers: ${memory.toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true });
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function memoryInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    for (let i = 0; i < chunk.length; i++) if (chunk[i] === 0x0a) lines++;
  }
  return lines;
}

async function readLog(path: string) {
  const reading = startReading(
    { words: messageLogWords, language: 'en', timeZone: TIME_ZONE, now: NOW },
    { plainRows },
  );
  const reader = new LogReader(reading, { name: 'log.csv' });
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) reader.feed(chunk);
  reader.end();
  return reading;
}
