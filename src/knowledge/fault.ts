/** One thing wrong with the content, told so that an editor can go and mend it. */
export interface Fault {
  file: string;
  line: number;
  /** Where in the file, such as `steps[2].wait.after`; empty for the file as a whole. */
  path: string;
  expected: string;
  found: string;
  hint?: string;
}

export class ContentError extends Error {
  readonly #faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(describeFaults(faults));
    this.name = 'ContentError';
    // An editor needs the place in the content, not the place in our code.
    this.stack = this.message;
    this.#faults = faults;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }
}

function describeFaults(faults: readonly Fault[]): string {
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  return [`${count} in the content:`, ...faults.map(describeFault)].join('\n');
}

function describeFault({ file, line, path, expected, found, hint }: Fault): string {
  const where = path === '' ? '' : ` at ${path}`;
  return `  ${file}:${line}${where}\n    expected ${expected}\n    found    ${found}${hint ? `\n    ${hint}` : ''}`;
}

export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  const nearest = nearestName(wrong, known);
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(wrong.length / 2)) + 1;
  for (const name of known) {
    const distance = editDistance(wrong, name);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, swap));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
