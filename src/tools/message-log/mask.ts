import type { Shown } from './message-log.view.ts';
import type { Told } from './protocol.ts';

/** The name of a chat or number so that only somebody who knows it recognises it. */
function masked(name: string): string {
  const bare = name.replace(/@.*$/s, '');
  const digits = bare.replace(/\D/g, '');
  if (digits.length >= FEWEST_DIGITS && digits.length * 2 >= bare.length) return `••• ${digits.slice(-SHOWN_DIGITS)}`;
  return `${[...bare.trim()][0] ?? ''}•••`;
}

const FEWEST_DIGITS = 5;
const SHOWN_DIGITS = 3;

export function nameIn({ isOpen }: Pick<Shown, 'isOpen'>, name: string): string {
  return isOpen ? name : masked(name);
}

/** A file by its name; the name of a chat export is that of a person. */
export function fileIn(
  { told, isOpen, props }: Pick<Shown, 'isOpen' | 'props'> & { told: Told },
  file: number,
): string {
  const report = told.files[file];
  if (!report) return '';
  const isExport = report.outcome.state === 'read' && report.outcome.format === 'chat-export';
  if (isExport && !isOpen) return props.words.reading.export.replace('{n}', String(file + 1));
  return report.archive === undefined ? report.name : `${report.archive} › ${report.name}`;
}
