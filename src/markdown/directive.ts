import type { PhrasingContent, RootContent } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import type { Locale } from '../knowledge/schema.ts';

export interface Problem {
  expected: string;
  found: string;
  hint?: string;
}

/** What the plugins need to know; handed to them where the site is wired together. */
export interface MarkdownKnowledge {
  /** A value of a rule, or with no value named its title, as it is written in that language. */
  ruleValue(
    locale: Locale,
    name: string,
    as: string | undefined,
  ): { text: string; href: string; rule: string; value: string | undefined } | { problem: Problem };
  /** A block drawn from data, as HTML. */
  block(locale: Locale, block: string, id: string): { html: string } | { problem: Problem };
  blockNames: readonly string[];
  /** The name that somebody probably meant. */
  nearest(wrong: string, known: readonly string[]): string | undefined;
  /** The words over a container. */
  title(locale: Locale, name: 'uncertain' | 'goodMessage' | 'badMessage'): string;
  /** Whether there is such a page to lead to. */
  isThere(path: string): boolean;
  /** The full address of a page given without language and base path. */
  address(locale: Locale, path: string): string;
  /** The Markdown of another page, by its file. */
  textOf(file: string): string;
}

/** The words between a directive's brackets. */
export function directiveText(node: Directives): string {
  return node.children.map((child) => ('value' in child ? child.value : '')).join('');
}

export function localeOf(file: VFile): Locale {
  const locale = /[\\/]docs[\\/](en|pt|ru)[\\/]/.exec(file.path)?.[1];
  if (locale === 'en' || locale === 'pt' || locale === 'ru') return locale;
  throw new Error(`${file.path}: expected a page inside docs/en, docs/pt or docs/ru`);
}

/** Ends the build with the place in the file, what was expected there, and what was found. */
export function stop(file: VFile, node: { position?: Directives['position'] }, problem: Problem): never {
  const { expected, found, hint } = problem;
  const line = node.position?.start.line ?? 1;
  const message = `${file.path}:${line}: expected ${expected}, found ${found}${hint ? `. ${hint}` : ''}`;
  // An editor needs the place in the page, not the place in our code.
  throw Object.assign(new Error(message), { name: 'ContentError', stack: message });
}

/** Makes a directive an element of the page. */
export function place(
  node: Directives,
  tag: string,
  attributes: Record<string, string | undefined>,
  children: (PhrasingContent | RootContent)[],
): void {
  node.data = { hName: tag, hProperties: attributes };
  node.children = children as typeof node.children;
}
