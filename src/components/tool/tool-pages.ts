import type { Tool } from '../../knowledge/schema.ts';

/** The calculators that have a page; texts that name another one do so without a link. */
const TOOL_PAGES: readonly Tool[] = ['reply-ratio', 'warm-up', 'campaign', 'risk', 'message-log'];

/** Whether a path without its language may be linked. */
export function isThere(path: string): boolean {
  const tool = /^\/tools\/([a-z-]+)\//.exec(path)?.[1];
  return tool === undefined || TOOL_PAGES.some((known) => known === tool);
}
