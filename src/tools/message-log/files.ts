import type { Download } from '../../browser/download.ts';
import { basisCells } from '../../components/basis/basis.view.ts';
import { type CsvCell, csvOf } from '../../core/calendar/csv.ts';
import { formatDay, localDay } from '../../core/calendar/day.ts';
import { fill } from '../../core/words.ts';
import { linksText, whatText } from './figures.view.ts';
import { judgedFigures, valueText, violations, whenText } from './judged.ts';
import { fileIn, nameIn } from './mask.ts';
import type { Shown } from './message-log.view.ts';
import { textKey } from './protocol.ts';
import { readingSentences } from './reading.view.ts';
import { countsSentence, summarySentences } from './summary.view.ts';

/** What breaks a rule, for a spreadsheet: a line for each example row. */
export function violationsCsv(shown: Shown): Download {
  const { props, times, isOpen, texts } = shown;
  const { columns, figures, directions } = props.words;
  const heading = [
    ...[columns.figure, columns.value, columns.zone, columns.from, columns.to, columns.rule],
    ...[columns.file, columns.line, columns.time, columns.direction, columns.chat],
    ...(isOpen ? [columns.text] : []),
    ...[columns.evidence, columns.checked, columns.version],
  ];
  const rows = violations(shown.analysis).flatMap(({ id, figure }): CsvCell[][] => {
    const { value = 0, zone, when, rule, examples } = figure;
    const named = props.named[rule];
    const about = [
      figures[id].name,
      value,
      props.zones[zone],
      when ? times.plain(when.from) : '',
      when ? times.plain(when.to) : '',
      named?.title ?? rule,
    ];
    const basis = basisCells(props.basis, named ? [named] : []);
    if (examples.length === 0) return [[...about, '', '', '', '', '', ...(isOpen ? [''] : []), ...basis]];
    return examples.map(({ file, line, at, direction, chat }) => [
      ...about,
      fileIn(shown, file),
      line,
      times.plain(at),
      directions[direction],
      nameIn(shown, chat),
      ...(isOpen ? [texts[textKey(file, line)] ?? ''] : []),
      ...basis,
    ]);
  });
  return { name: `${fileName()}.csv`, type: 'text/csv', content: csvOf([heading, ...rows], props.locale) };
}

/** Everything that is shown, as a text to be passed on. */
export function report(shown: Shown): Download {
  const { props, format, analysis, times, timeZone, isOpen } = shown;
  const { words, version, zones } = props;
  const made = { date: format.date(formatDay(localDay(new Date()))), zone: timeZone, version };
  const findings = summarySentences(shown).map(({ text }) => `- ${plain(text)}`);
  const cell = (text: string) => plain(text).replaceAll('|', '\\|');
  const figures = judgedFigures(analysis).map(({ id, figure: { value, zone, rule }, figure }) =>
    row([
      cell(words.figures[id].name),
      value === undefined ? words.noValue : cell(valueText(shown, id, value)),
      zones[zone],
      cell(whenText(shown, id, figure)),
      cell(props.named[rule]?.title ?? rule),
    ]),
  );
  const { columns } = words;
  const rows = violations(analysis).flatMap(({ id, figure }) => [
    '',
    `### ${plain(words.figures[id].name)}: ${plain(valueText(shown, id, figure.value ?? 0))}`,
    '',
    `${plain(whatText(shown, id))}${id === 'links-share' ? linksText(shown) : ''}`,
    '',
    ...figure.examples.map(({ line, at, chat, file }) => {
      const text = fill(words.report.row, {
        line: format.number(line),
        time: times.moment(at),
        chat: nameIn(shown, chat),
      });
      const content = isOpen ? shown.texts[textKey(file, line)] : undefined;
      return `- ${plain(text)}${content ? `: ${plain(content)}` : ''}`;
    }),
  ]);
  const lines = [
    `# ${words.report.title}`,
    '',
    fill(words.report.made, made),
    ...(isOpen ? [] : [words.report.masked]),
    '',
    ...(findings.length > 0 ? findings : [words.summary.good]),
    '',
    plain(countsSentence(shown)),
    '',
    `## ${words.report.figures}`,
    '',
    row([columns.figure, columns.value, columns.zone, words.when.replace(/:$/, ''), columns.rule]),
    row(['---', '---', '---', '---', '---']),
    ...figures,
    '',
    `## ${words.report.violations}`,
    ...rows,
    '',
    `## ${words.reading.title}`,
    '',
    ...readingSentences(shown).map((sentence) => `- ${plain(sentence)}`),
    '',
    words.report.note,
    '',
  ];
  return { name: `${fileName()}.md`, type: 'text/markdown', content: lines.join('\n') };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Names and texts of a log come from strangers: none of them may become markup or a link. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_[\]#!]/g, (sign) => `\\${sign}`);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function fileName(): string {
  return `message-log-${formatDay(localDay(new Date()))}`;
}
