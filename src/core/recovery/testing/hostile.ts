import fc from 'fast-check';

/** Values that people who mean harm, or broken disks, put where something else is expected; only for tests. */

const nasty = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  '__proto__',
  'constructor',
  '\u0000',
  '\uD800',
  '<img src=x onerror=alert(1)>',
  'x'.repeat(200_000),
  [],
  {},
  [[[[[[[[]]]]]]]],
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { length: 1e9 },
  { toString: 1, valueOf: 2 },
);

export const anyHostile = fc.oneof(nasty, fc.jsonValue());

/** The same data with one part somewhere inside replaced, removed, doubled or renamed. */
export function damage(value: unknown, path: readonly number[], how: number, by: unknown): unknown {
  const [first = 0, ...rest] = path;
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0) return by;
  const at = first % entries.length;
  const [name, part] = entries[at] ?? ['', undefined];
  if (rest.length === 0 && how === 0) entries.splice(at, 1);
  else if (rest.length === 0 && how === 1) entries.push([`${name}x`, part]);
  else entries[at] = [name, damage(part, rest, how, by)];
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

export const anyDamage = fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), fc.nat(3), anyHostile);
