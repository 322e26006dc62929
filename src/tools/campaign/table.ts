import { basisCells } from '../../components/basis/basis.view.ts';
import { type CsvCell, csvOf } from '../../core/calendar/csv.ts';
import { formatDay } from '../../core/calendar/day.ts';
import type { CampaignDay } from '../../core/campaign/allocate.ts';
import type { Checked } from './campaign.view.ts';

/** The calendar for a spreadsheet, one row a day, each with what it rests on. */
export function campaignTable({ props }: Checked, rows: readonly CampaignDay[]): string {
  const { words, locale } = props;
  const { columns } = words;
  const basis = basisCells(props.basis, props.basisRules);
  const heading = [
    ...[columns.day, columns.date, columns.age, columns.messages, columns.fresh, columns.known, columns.boundBy],
    ...[columns.perHour, columns.perDay, columns.perDayNew, columns.evidence, columns.checked, columns.version],
  ];
  const lines = rows.map((row): CsvCell[] => [
    ...[row.day, formatDay(row.date), row.age, row.messages, row.newPeople, row.knownPeople],
    row.boundBy.map((bound) => words.bounds[bound]).join(' + '),
    ...[row.limits.hour.most ?? '', row.limits.day.most ?? '', row.limits.recipients.most ?? ''],
    ...basis,
  ]);
  return csvOf([heading, ...lines], locale);
}
