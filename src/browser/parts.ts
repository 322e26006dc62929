/** A text, or an element with what stands in it. */
export interface Part {
  /** The text or the start tag, as it is written; unknown for what the server has drawn. */
  written?: string;
  /** Empty for a text. */
  name: string;
  children: Part[];
  node?: ChildNode | undefined;
}

/** The parts of our own markup: in it every element is closed and every value escaped. */
export function partsOf(markup: string): Part[] {
  const top: Part[] = [];
  const open = [top];
  for (const written of markup.match(/<[^>]+>|[^<]+/g) ?? []) {
    if (written.startsWith('</')) {
      open.pop();
      continue;
    }
    const part: Part = { written, name: /^<([^\s/>]+)/.exec(written)?.[1] ?? '', children: [] };
    open.at(-1)?.push(part);
    if (part.name !== '' && !written.endsWith('/>') && !VOID.has(part.name)) open.push(part.children);
  }
  return top;
}

const VOID = new Set(['br', 'hr', 'img', 'input']);

export function attributesOf({ written = '', name }: Part): Map<string, string> {
  const all = written.slice(name.length + 1).matchAll(/([^\s="/>]+)(?:="([^"]*)")?/g);
  return new Map([...all].map(([, attribute = '', value = '']) => [attribute, unescaped(value)]));
}

/** What was written before it was escaped. */
export function unescaped(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign) : text;
}

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
