import { basisProps, namedRule } from '../../components/basis.ts';
import type { PageContext } from '../../components/context.ts';
import { sourceIdsOf } from '../../components/footing.ts';
import type { ReplyRatioRules } from '../../core/reply-ratio.ts';
import type { JoinedRule, Knowledge } from '../../knowledge/index.ts';
import { sourceLinks } from '../source-links.ts';
import type { ReplyRatioProps } from './reply-ratio.view.ts';

const COUNTS = { percent: 'replies-per-100', blocks: 'blocks' } as const;

/** The rules, sources and words that the check is handed, in one language. */
export function replyRatioProps(context: PageContext, all: Knowledge): ReplyRatioProps {
  const { locale, words } = context;
  const ratio = ruleOf(all, 'reply-ratio');
  const block = ruleOf(all, 'block-rate');
  const own = ratio.verdicts ?? [];
  const judged = new Set(own.map(({ source }) => source));
  const fromBlocks = (block.verdicts ?? []).filter(({ source }) => !judged.has(source));
  const says = new Map([...own, ...fromBlocks].map(({ source, claims }) => [source, claims[0]]));
  return {
    version: all.version,
    locale,
    rules: {
      bands: ratio.bands ?? [],
      blockBands: block.bands ?? [],
      verdicts: [
        ...own.map(({ source, bands }) => ({ source, counts: COUNTS.percent, bands })),
        ...fromBlocks.map(({ source, bands, metric }) => ({
          source,
          counts: metric?.unit === 'blocks' ? COUNTS.blocks : ('blocks-per-100' as const),
          bands,
        })),
      ],
    } satisfies ReplyRatioRules,
    sources: sourceLinks(context, all).map((source) => ({
      ...source,
      says: all.claims.get(says.get(source.id) ?? '')?.statement[locale] ?? words.replyRatio.silent,
    })),
    basis: basisProps(context, all),
    basisRules: { ratio: withSources(context, all, ratio), blocks: withSources(context, all, block) },
    words: words.replyRatio,
    zones: words.zones,
    errors: words.errors,
  };
}

function withSources(context: PageContext, all: Knowledge, rule: JoinedRule) {
  return { ...namedRule(context, all, rule.id), sources: sourceIdsOf(all, rule) };
}

function ruleOf({ rules }: Knowledge, id: string): JoinedRule {
  const rule = rules.get(id);
  if (!rule?.bands) throw new Error(`The reply-ratio check needs the rule "${id}" with bands.`);
  return rule;
}
