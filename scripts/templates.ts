import type { Locale } from '../src/knowledge/schema.ts';

export interface NewFile {
  path: string;
  text: string;
}

type Template = (id: string, today: string, locales: readonly Locale[]) => NewFile[];

/** Empty texts are left empty on purpose: the check names each of them until it is written. */
const text = (key: string, locales: readonly Locale[], indent = ''): string =>
  [`${indent}${key}:`, ...locales.map((locale) => `${indent}  ${locale}: ""`)].join('\n');

const TEMPLATES: Record<string, Template> = {
  rule: (id, today, locales) => [
    {
      path: `content/rules/${id}.yaml`,
      text: `id: ${id}
topic: other
stance: adopt
${text('title', locales)}
${text('summary', locales)}
${text('why', locales)}
actions:
  - ${locales.map((locale) => `${locale}: ""`).join('\n    ')}
claims:
  for: []
  against: []
related: []
terms: []
tools: []
reviewed: ${today}
reviewEvery: 180
history:
  - date: ${today}
${text('change', locales, '    ')}
`,
    },
  ],
  checklist: (id, _today, locales) => [
    {
      path: `content/checklists/${id}.yaml`,
      text: `id: ${id}
version: 1
${text('title', locales)}
${text('summary', locales)}
${text('forWhen', locales)}
notNow: []
steps:
  - id: first-step
${text('text', locales, '    ')}
    owner: agent
${text('doneWhen', locales, '    ')}
    warnings: []
    claims: []
`,
    },
  ],
  guide: (id, _today, locales) =>
    locales.map((locale) => ({
      path: `content/docs/${locale}/guides/${id}.md`,
      text: `---
title: ""
description: ""
topics: []
---

`,
    })),
};

export const KINDS = Object.keys(TEMPLATES);

export function entryFiles(kind: string, id: string, today: string, locales: readonly Locale[]): NewFile[] {
  return TEMPLATES[kind]?.(id, today, locales) ?? [];
}
