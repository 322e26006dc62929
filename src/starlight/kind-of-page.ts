import type { Kind } from '../core/search/kinds.ts';

/** What the search calls a page. */
export function kindOfPage(pathname: string, guide: 'guide' | 'playbook' | undefined): Kind {
  return guide ?? FOLDERS.find(([folder]) => folder.test(pathname))?.[1] ?? 'overview';
}

const FOLDERS: [folder: RegExp, kind: Kind][] = [
  [/\/rules\/[^/]+\/$/, 'rule'],
  [/\/tools\/[^/]+\/$/, 'tool'],
  [/\/recovery\/$/, 'triage'],
  [/\/recovery\/[^/]+\/$/, 'checklist'],
  [/\/sources\/[^/]+\/$/, 'source'],
];
