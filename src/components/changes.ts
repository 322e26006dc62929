import type { JoinedRule, Knowledge } from '../knowledge/index.ts';

export interface Change {
  date: string;
  rule: JoinedRule;
  change: JoinedRule['history'][number]['change'];
}

/** What has changed in the rules, the newest first. */
export function changesOf({ rules }: Knowledge): Change[] {
  return [...rules.values()]
    .flatMap((rule) => rule.history.map(({ date, change }) => ({ date, rule, change })))
    .sort((a, b) => b.date.localeCompare(a.date) || a.rule.id.localeCompare(b.rule.id));
}
