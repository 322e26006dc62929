import { basisProps, namedRule } from '../../components/basis.ts';
import { type PageContext, plainText } from '../../components/context.ts';
import { pageTitle } from '../../components/page-title.ts';
import { isThere } from '../../components/tool/tool-pages.ts';
import { guideTopics } from '../../knowledge/guides.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Scenario } from '../../knowledge/schema.ts';
import { sourceLinks } from '../source-links.ts';
import type { Question, RiskProps } from './risk.view.ts';

type Group = keyof RiskProps['words']['groups'];

/** The order in which people think about it; a question that is not named here comes last. */
const GROUPS: Record<Group, readonly string[]> = {
  people: ['first-writer', 'saved-contacts', 'consent', 'opt-out', 'recipients-at-once', 'reply-ratio'],
  messages: ['advertising', 'personalization', 'same-type', 'links'],
  number: ['number-age', 'integration-settings', 'groups-created', 'group-numbers'],
};

export function groupedScenarios({ scenarios }: Knowledge): { group: Group; scenarios: Scenario[] }[] {
  const named = new Set(Object.values(GROUPS).flat());
  const others = [...scenarios.keys()].filter((id) => !named.has(id));
  return (Object.keys(GROUPS) as Group[]).map((group) => ({
    group,
    scenarios: [...GROUPS[group], ...(group === 'number' ? others : [])].flatMap((id) => scenarios.get(id) ?? []),
  }));
}

/** The questions, rules, sources and words that the check is handed, in one language. */
export function riskProps(context: PageContext, all: Knowledge): RiskProps {
  const { locale, words } = context;
  const scenarios = groupedScenarios(all).flatMap((group) => group.scenarios);
  const ids = new Set(scenarios.flatMap(({ rules }) => rules));
  return {
    version: all.version,
    locale,
    questions: scenarios.map((scenario) => ({
      ...questionOf(context, all, scenario),
      pages: pagesOf(all, scenario).map((path) => ({ title: pageTitle(context, path), href: context.link(path) })),
    })),
    sources: sourceLinks(context, all),
    rules: Object.fromEntries([...ids].map((id) => [id, namedRule(context, all, id)])),
    basis: basisProps(context, all),
    words: words.risk,
    levels: { ...words.riskLevels, unknown: words.risk.unknown },
    errors: words.errors,
  };
}

function questionOf(context: PageContext, { rules }: Knowledge, scenario: Scenario): Omit<Question, 'pages'> {
  const { id, question, answers } = scenario;
  return {
    id,
    text: plainText(context, rules, question),
    answers: answers.map(({ id: answer, text, levels, advice }) => ({
      id: answer,
      text: plainText(context, rules, text),
      levels: levels.map(({ source, level }) => ({ source, level })),
      ...(advice && { advice: plainText(context, rules, advice) }),
    })),
    rules: scenario.rules,
  };
}

/** The guide that is most about a question, and the tools that compute with its rules. */
function pagesOf({ rules }: Knowledge, { topic, rules: ids }: Scenario): string[] {
  const used = ids.flatMap((id) => rules.get(id)?.usedIn ?? []);
  const usesOf = (path: string) => used.filter((other) => other === path).length;
  const guides = [...guideTopics()].flatMap(([path, topics]) => {
    const place = topics.indexOf(topic);
    return place >= 0 || usesOf(path) > 0 ? [{ path, place: place < 0 ? topics.length : place }] : [];
  });
  const [guide] = guides.toSorted((a, b) => a.place - b.place || usesOf(b.path) - usesOf(a.path));
  const tools = used.filter((path) => path.startsWith('/tools/') && path !== '/tools/risk/' && isThere(path));
  return [...new Set([...(guide ? [guide.path] : []), ...tools])];
}
