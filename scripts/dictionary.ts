/** What a dictionary holds at one key: a text, or one text for each plural category. */
export type Leaf = { kind: 'text'; text: string } | { kind: 'plural'; forms: Record<string, string> };

export interface DictionaryFault {
  key: string;
  what: string;
}

const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The leaves of a dictionary by their key, such as `replyRatio.title`. */
export function readDictionary(value: unknown): { leaves: Map<string, Leaf>; faults: DictionaryFault[] } {
  const leaves = new Map<string, Leaf>();
  const faults: DictionaryFault[] = [];
  const visit = (node: unknown, key: string) => {
    if (typeof node === 'string') {
      if (node.trim() === '') faults.push({ key, what: 'is empty' });
      leaves.set(key, { kind: 'text', text: node });
    } else if (!isObject(node)) {
      faults.push({ key, what: `is ${JSON.stringify(node)}, expected a text` });
    } else if (isPlural(node)) {
      leaves.set(key, { kind: 'plural', forms: node });
    } else {
      for (const [name, child] of Object.entries(node)) visit(child, key === '' ? name : `${key}.${name}`);
    }
  };
  visit(value, '');
  return { leaves, faults };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlural(node: Record<string, unknown>): node is Record<string, string> {
  const entries = Object.entries(node);
  return entries.length > 0 && entries.every(([name, text]) => CATEGORIES.has(name) && typeof text === 'string');
}

/** The names in braces, over all forms. */
export function placeholdersOf(leaf: Leaf): Set<string> {
  const texts = leaf.kind === 'text' ? [leaf.text] : Object.values(leaf.forms);
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].flatMap((match) => match[1] ?? [])));
}
