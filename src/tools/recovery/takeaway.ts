import type { Download } from '../../browser/download.ts';
import { recordsAsFile } from '../../browser/incident-record.ts';
import type { StoredRecord } from '../../browser/incident-records.ts';
import { canCodeLinks, encodeForLink } from '../../browser/link-codec.ts';
import { writeTimedCalendar } from '../../core/calendar/timed-calendar.ts';
import { packIncident } from '../../core/recovery/compact.ts';
import { dueTimes } from '../../core/recovery/due.ts';
import type { Incident } from '../../core/recovery/event.ts';
import { exportIncidents } from '../../core/recovery/exchange.ts';
import type { IncidentState } from '../../core/recovery/incident.ts';
import { writeReport } from '../../core/recovery/report.ts';
import type { CaseProps } from './case-props.ts';
import { listOf, reportTexts, reportWords, stepOf } from './case-texts.ts';

/** Everything in which a case leaves the page. */

export function incidentsFile(chosen: readonly Incident[], name: string): Download {
  return json(fileName(name), exportIncidents(chosen, Date.now()));
}

export function damagedFile(records: readonly StoredRecord[]): Download {
  return json('damaged', recordsAsFile(records));
}

export function calendarFile(props: CaseProps, state: IncidentState): Download {
  const events = dueTimes([state]).map(({ uid, at, label, list, step }) => ({
    uid,
    at,
    title: `${label}: ${stepOf(props, list, step)?.text ?? step}`,
    about: listOf(props, list)?.title ?? list,
  }));
  const content = writeTimedCalendar(events, Date.now());
  return { name: `${fileName(state.label)}.ics`, type: 'text/calendar', content };
}

export function reportFile(props: CaseProps, state: IncidentState): Download {
  const content = writeReport(state, reportWords(props), reportTexts(props));
  return { name: `${fileName(state.label)}.md`, type: 'text/markdown', content };
}

/** The case as it stands in a hand-over link, where the browser can write one. */
export async function linkCode(incident: Incident): Promise<string | undefined> {
  return canCodeLinks() ? encodeForLink(packIncident(incident)) : undefined;
}

function json(name: string, content: string): Download {
  return { name: `${name}.json`, type: 'application/json', content };
}

/** Labels are people's words; file systems are not that patient. */
function fileName(label: string): string {
  const plain = label.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return plain.slice(0, 60) || 'incident';
}
