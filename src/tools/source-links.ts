import type { PageContext } from '../components/context.ts';
import type { Knowledge } from '../knowledge/index.ts';

/** Every source with its name and page. */
export function sourceLinks({ link }: PageContext, { sources }: Knowledge) {
  return [...sources.values()].map(({ id, name }) => ({ id, name, href: link(`/sources/${id}/`) }));
}
