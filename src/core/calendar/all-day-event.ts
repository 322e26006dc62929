import type { Day } from './day.ts';

/** An event of whole days; what it is called is the page's language's business. */
export interface AllDayEvent<About> {
  /** Stays the same for the same thing, so that importing twice adds nothing. */
  uid: string;
  start: Day;
  /** The first day after the event, as calendar files want it. */
  end: Day;
  about: About;
}

export function allDayEvent<About>(
  id: readonly string[],
  { first, last }: { first: Day; last: Day },
  about: About,
): AllDayEvent<About> {
  return { uid: `${id.join('-')}@number-care`, start: first, end: last + 1, about };
}
