import type { CalendarFile } from '../../browser/calendar-file.ts';
import { basisCells } from '../../components/basis/basis.view.ts';
import { allDayEvent } from '../../core/calendar/all-day-event.ts';
import { formatDay } from '../../core/calendar/day.ts';
import type { CampaignDay } from '../../core/campaign/allocate.ts';
import { type CampaignStretch, stretchesOf } from '../../core/campaign/stretches.ts';
import { fill } from '../../core/words.ts';
import { counted } from './answer.view.ts';
import type { Checked } from './campaign.view.ts';

/** The campaign for a calendar, one entry for days on which the same goes out. */
export function campaignEntries(checked: Checked, rows: readonly CampaignDay[], address: string): CalendarFile {
  const { locale, version, title } = checked.props;
  return {
    title,
    locale,
    version,
    entries: stretchesOf(rows).map((stretch) => entryOf(checked, stretch, address)),
  };
}

function entryOf(checked: Checked, { first, last }: CampaignStretch, address: string) {
  const { props, format, input } = checked;
  const { words, units } = props;
  const id = ['campaign', formatDay(input.start), String(first.day)];
  const { uid, start, end } = allDayEvent(id, { first: first.date, last: last.date }, first);
  const text = fill(words.eventText, {
    fresh: format.number(first.newPeople),
    known: format.number(first.knownPeople),
    bounds: format.list(first.boundBy.map((bound) => words.bounds[bound])),
  });
  return {
    uid,
    start,
    end,
    title: fill(words.event, { messages: counted(checked, units.messages, first.messages) }),
    text: `${text}\n${basisCells(props.basis, props.basisRules).join(' · ')}`,
    address,
  };
}
