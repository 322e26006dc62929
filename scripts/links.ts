import { join } from 'node:path';
import { basePath } from './base-path.ts';
import { BuiltSite } from './built-site.ts';
import { type Fault, reportFaults } from './fault.ts';
import { languageFaults } from './languages.ts';
import { type Reference, referencesInStyles } from './page.ts';
import { projectRoot } from './run.ts';

/** Follows everything that the pages and style sheets of a built site name; a link to another site is believed. */
export function linkFaults(site: BuiltSite): Fault[] {
  const sheets = site.filesEndingIn('.css').map((file) => ({ file, references: referencesInStyles(site.read(file)) }));
  return [...site.pages.values(), ...sheets].flatMap(({ file, references }) =>
    references.flatMap((reference) => {
      const fault = faultOf(site, file, reference);
      return fault === undefined ? [] : [{ where: file, what: `${reference.from}="${reference.to}" ${fault}` }];
    }),
  );
}

const FOLLOWED_ELSEWHERE = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'data:', 'blob:']);
const FETCHED_WITHOUT_REQUEST = new Set(['data:', 'blob:']);

function faultOf(site: BuiltSite, from: string, { to, fetched }: Reference): string | undefined {
  const lead = site.lead(from, to);
  switch (lead.to) {
    case 'file':
      return isMissingAnchor(site, lead) ? `names an anchor that ${lead.file} does not have` : undefined;
    case 'elsewhere':
      if (fetched) return FETCHED_WITHOUT_REQUEST.has(lead.protocol) ? undefined : 'asks another host';
      return FOLLOWED_ELSEWHERE.has(lead.protocol) ? undefined : 'is no link that every browser can follow';
    case 'outside-base':
      return `lies outside the base path ${site.base}`;
    case 'folder-without-slash':
      return 'lacks the slash at its end';
    case 'no-address':
      return 'is no address';
    case 'nothing':
      return 'leads to nothing';
  }
}

function isMissingAnchor(site: BuiltSite, { file, fragment }: { file: string; fragment: string }): boolean {
  // With an equals sign it is the inputs of a tool.
  if (fragment === '' || fragment === 'top' || fragment.includes('=')) return false;
  const page = site.pages.get(file);
  return page !== undefined && !page.ids.has(fragment);
}

if (import.meta.main) {
  const site = new BuiltSite(join(projectRoot, 'dist'), basePath(process.env['BASE_PATH']));
  reportFaults(`Links of ${site.pages.size} pages`, [...linkFaults(site), ...languageFaults(site)]);
}
