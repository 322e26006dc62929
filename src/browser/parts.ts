/** A text, or an element with what stands in it. */
export interface Part {
  /** All of it; unknown for what the server has drawn. */
  markup?: string;
  /** The text or the start tag, as it is written. */
  written?: string;
  /** Empty for a text. */
  name: string;
  children: Part[];
  node?: ChildNode | undefined;
}

/**
 * The parts of our own markup: in it every element is closed and every value escaped. What is written at its place
 * just as before is the very part of before, and is not read again.
 */
export function partsOf(markup: string, before: readonly Part[] = []): Part[] {
  let at = 0;
  const readAll = (old: readonly Part[]): Part[] => {
    const parts: Part[] = [];
    while (at < markup.length && !markup.startsWith('</', at)) parts.push(read(old[parts.length]));
    return parts;
  };
  const read = (old: Part | undefined): Part => {
    if (old?.markup !== undefined && stands(old, old.markup, markup, at)) {
      at += old.markup.length;
      return old;
    }
    const start = at;
    const isText = markup[at] !== '<';
    at = isText ? endOfText(markup, at) : markup.indexOf('>', at) + 1;
    const written = markup.slice(start, at);
    if (isText) return { markup: written, written, name: '', children: [] };
    const name = /[^<\s/>]+/.exec(written)?.[0] ?? '';
    const isEmpty = written.endsWith('/>') || VOID.has(name);
    const children = isEmpty ? [] : readAll(old?.children ?? []);
    if (!isEmpty) at = markup.indexOf('>', at) + 1;
    return { markup: markup.slice(start, at), written, name, children };
  };
  return readAll(before);
}

const VOID = new Set(['br', 'hr', 'img', 'input']);

function stands({ name }: Part, part: string, markup: string, at: number): boolean {
  return markup.startsWith(part, at) && (name !== '' || endOfText(markup, at) === at + part.length);
}

function endOfText(markup: string, at: number): number {
  const end = markup.indexOf('<', at);
  return end === -1 ? markup.length : end;
}

export function attributesOf({ written = '', name }: Part): Map<string, string> {
  const all = written.slice(name.length + 1).matchAll(/([^\s="/>]+)(?:="([^"]*)")?/g);
  return new Map([...all].map(([, attribute = '', value = '']) => [attribute, unescaped(value)]));
}

/** What was written before it was escaped. */
export function unescaped(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign) : text;
}

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
