import type { Format } from '../../core/format.ts';
import type { WarmUpDay } from '../../core/warm-up/day.ts';
import type { Limit } from '../../core/warm-up/limits.ts';
import type { TextPhase, WarmUpProps } from './warm-up.view.ts';

/** A source by its name; the target, which may bind as well, in words. */
export function nameOf({ sources, words }: WarmUpProps, id: string): string {
  return sources.find((source) => source.id === id)?.name ?? words.yourTarget;
}

export function sourceNames(props: WarmUpProps, format: Format, ids: readonly string[]): string {
  return format.list(ids.map((id) => nameOf(props, id)));
}

/** A limit as it stands in a table. */
export function limitText({ words }: WarmUpProps, format: Format, { most }: Limit): string {
  return most === undefined ? words.noLimit : format.number(most);
}

export interface DayTask {
  source: string;
  /** Markup. */
  text: string;
}

/** What every followed source asks for on a day, as the schedules say it. */
export function tasksOf({ rules }: WarmUpProps, { day, lines }: WarmUpDay): DayTask[] {
  return lines.flatMap(({ source, phases }) =>
    phasesOf(rules.schedules, source, phases).flatMap(({ tasks }) =>
      tasks.filter(({ from = day, to = day }) => from <= day && day <= to).map(({ text }) => ({ source, text })),
    ),
  );
}

function phasesOf(schedules: WarmUpProps['rules']['schedules'], source: string, ids: readonly string[]): TextPhase[] {
  return schedules
    .filter((schedule) => schedule.source === source)
    .flatMap(({ phases }) => phases.filter(({ id }) => ids.includes(id)));
}

/** What its source did not ask for on the day before. */
export function newTasks(props: WarmUpProps, planned: WarmUpDay, before: WarmUpDay | undefined): DayTask[] {
  const known = before === undefined ? [] : tasksOf(props, before);
  return tasksOf(props, planned).filter(
    ({ source, text }) => !known.some((task) => task.source === source && task.text === text),
  );
}
