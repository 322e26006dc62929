import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ContentError } from '../src/knowledge/fault.ts';
import { type Knowledge, readKnowledge } from '../src/knowledge/index.ts';
import { LOCALES } from '../src/knowledge/schema.ts';
import { sameNumbers } from '../src/knowledge/truth.ts';
import { projectRoot } from './run.ts';

/** Reads all content and says how much of what the sources hold is in it. */
function coverage(content: string): { lines: string[]; isWhole: boolean } {
  const knowledge = readKnowledge(content);
  const totals: Record<string, number> = parse(readFileSync(join(content, 'totals.yaml'), 'utf8'));
  const counts = countsOf(knowledge);
  const lines = Object.entries(counts).map(([name, count]) => `${count} of ${totals[name]} ${name}`);
  const differing = [...knowledge.claims.values()].filter(({ statement }) => !sameNumbers(statement)).length;
  lines.push(`${differing} claims whose numbers differ between languages`);
  lines.push(`${knowledge.rules.size} rules, ${knowledge.glossary.size} terms, version ${knowledge.version}`);
  return { lines, isWhole: differing === 0 && Object.entries(counts).every(([name, count]) => count === totals[name]) };
}

/** What of each kind is there and, having passed the loader, cited, translated and treated as its caution advises. */
function countsOf({ claims, conflicts }: Knowledge): Record<string, number> {
  const cautions = new Set([...claims.values()].flatMap(({ caution }) => caution?.cases ?? []));
  return { claims: claims.size, conflicts: conflicts.size, cautions: cautions.size, languages: LOCALES.length };
}

try {
  const { lines, isWhole } = coverage(join(projectRoot, 'content'));
  console.log(`Content: ${lines.join('; ')}.`);
  if (!isWhole) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
