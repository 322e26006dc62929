import { join } from 'node:path';
import { wordsFor } from '../i18n/index.ts';
import { readKnowledge } from '../src/knowledge/index.ts';
import { LOCALES } from '../src/knowledge/schema.ts';
import { namedNumbers, numbersWrittenOut } from './prose-numbers.ts';
import { projectRoot } from './run.ts';
import { textFilesIn } from './text-files.ts';

/** Finds numbers in guides that a rule holds and that are not written as a directive. */
const content = join(projectRoot, 'content');
const { rules } = readKnowledge(content);
let faults = 0;
for (const locale of LOCALES) {
  const known = namedNumbers([...rules.values()], wordsFor(locale).units);
  for (const { file, text } of textFilesIn(join(content, 'docs', locale), '.md')) {
    for (const { line, written, directive } of numbersWrittenOut(text, known)) {
      console.error(`content/docs/${locale}/${file}:${line}: “${written}” stands in prose; write ${directive}`);
      faults++;
    }
  }
}
console.log(`Numbers of rules written out in prose: ${faults}.`);
process.exitCode = faults > 0 ? 1 : 0;
