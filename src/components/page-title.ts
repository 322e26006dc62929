import { guideText } from '../knowledge/guides.ts';
import { TOOLS, type Tool } from '../knowledge/schema.ts';
import type { PageContext } from './context.ts';

/** The title of a page that a rule is used in, by its address without the language. */
export function pageTitle({ locale, words }: PageContext, path: string): string {
  if (path === '/recovery/') return words.recovery.title;
  const tool = TOOLS.find((name) => path === `/tools/${name}/`);
  return tool ? words.tools[TOOL_WORDS[tool]] : guideText(locale, path, 'title');
}

const TOOL_WORDS = {
  'warm-up': 'warmUp',
  'reply-ratio': 'replyRatio',
  campaign: 'campaign',
  risk: 'risk',
  'message-log': 'messageLog',
} as const satisfies Record<Tool, string>;
