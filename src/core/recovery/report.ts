import type { Changes, Moment } from './event.ts';
import type { HistoryEntry } from './history.ts';
import type { IncidentState, ListState } from './incident.ts';
import type { StepState } from './step-state.ts';
import type { Appeal, Note } from './told.ts';

/** The words of the report in one language. */
export interface ReportWords {
  title: string;
  kind: string;
  banned: string;
  unblocked: string;
  closed: string;
  sections: Record<Changes['told']['about'] | 'appeals' | 'notes' | 'history', string>;
  /** Stands where nothing was told. */
  nothing: string;
  states: Record<StepState['state'], string>;
  opensAt: string;
  reason: string;
  overridden: string;
  noAnswerYet: string;
  undone: string;
  answers: Record<NonNullable<Appeal['answer']>['state'], string>;
  outcomes: Record<Changes['closed']['outcome'], string>;
}

/** How the report writes times and what only the content knows. */
export interface ReportTexts {
  time(at: Moment): string;
  kind(id: string): string;
  list(id: string): string;
  step(list: string, id: string): string;
  choice(list: string, step: string, id: string): string;
  via(id: string): string;
  language(id: string): string;
  /** One sentence for one entry of the history. */
  entry(entry: HistoryEntry): string;
}

/** What happened, when, why, what changes: the whole incident as Markdown. */
export function writeReport(state: IncidentState, words: ReportWords, texts: ReportTexts): string {
  const parts = [
    `# ${words.title}: ${plain(state.label)}`,
    facts(state, words, texts),
    ...REPORTED.map((about) => section(words.sections[about], lines(state.report.get(about)?.text) || words.nothing)),
    ...state.lists.map((list) => section(texts.list(list.id), steps(list, words, texts))),
    section(words.sections.appeals, state.appeals.map((appeal) => appealLine(appeal, words, texts)).join('\n')),
    section(words.sections.notes, state.notes.map((note) => noteLine(note, texts)).join('\n')),
    section(words.sections.history, state.history.map((entry) => historyLine(entry, words, texts)).join('\n')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const REPORTED = ['what-happened', 'cause', 'what-changes'] as const;

function section(heading: string, body: string): string {
  return body === '' ? '' : `## ${plain(heading)}\n\n${body}`;
}

function facts({ kind, banned, unblocked, closed }: IncidentState, words: ReportWords, texts: ReportTexts): string {
  const rows = [
    `${words.kind}: ${texts.kind(kind)}`,
    banned !== undefined && `${words.banned}: ${texts.time(banned)}`,
    unblocked !== undefined && `${words.unblocked}: ${texts.time(unblocked)}`,
    closed && `${words.closed}: ${texts.time(closed.at)}, ${words.outcomes[closed.outcome]}`,
  ];
  return rows.flatMap((row) => (row ? [`- ${plain(row)}`] : [])).join('\n');
}

function steps(list: ListState, words: ReportWords, texts: ReportTexts): string {
  return [...list.steps, ...list.gone].map((step) => stepLine(list.id, step, words, texts)).join('\n');
}

function stepLine(list: string, step: StepState, words: ReportWords, texts: ReportTexts): string {
  const { id, state, tick, choice, override, wait, notes } = step;
  const told = [
    words.states[state],
    tick && texts.time(tick.at),
    choice !== undefined && texts.choice(list, id, choice),
    tick?.reason !== undefined && `${words.reason}: ${tick.reason}`,
    wait?.for === 'time' && `${words.opensAt} ${texts.time(wait.opensAt)}`,
    override && `${words.overridden}: ${override.reason}`,
  ].filter((part) => part !== undefined && part !== false);
  const box = state === 'done' ? '[x]' : '[ ]';
  const line = `- ${box} ${plain(texts.step(list, id))} (${plain(told.join('; '))})`;
  return [line, ...notes.map((note) => `  ${noteLine(note, texts)}`)].join('\n');
}

function appealLine({ at, via, language, answer }: Appeal, words: ReportWords, texts: ReportTexts): string {
  const sent = `${texts.time(at)}, ${texts.via(via)}, ${texts.language(language)}`;
  return `- ${plain(`${sent}: ${answer ? `${words.answers[answer.state]}, ${texts.time(answer.at)}` : words.noAnswerYet}`)}`;
}

function noteLine({ at, text }: Note, texts: ReportTexts): string {
  return `- ${plain(`${texts.time(at)}: ${text}`)}`;
}

function historyLine(entry: HistoryEntry, words: ReportWords, texts: ReportTexts): string {
  const undone = entry.isUndone ? ` (${words.undone})` : '';
  return `- ${plain(`${texts.time(entry.at)}: ${texts.entry(entry)}${undone}`)}`;
}

/** Line breaks stay where somebody wrote several lines. */
function lines(text: string | undefined): string {
  return (text ?? '')
    .split(/\r\n|\r|\n/)
    .map(plain)
    .filter(Boolean)
    .join('\\\n');
}

/** What people typed is shown as they typed it, and never read as Markdown or HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(?:[-+=>#|]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
