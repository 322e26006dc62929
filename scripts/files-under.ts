import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Every file below a folder, by its path from there, with forward slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(forward(folder), forward(join(entry.parentPath, entry.name))))
    .sort();
}

function forward(path: string): string {
  return path.replaceAll('\\', '/');
}
