import { type Html, html } from '../../browser/html.ts';
import type { Evidence, Zone } from '../../knowledge/schema.ts';
import { type EvidenceWords, evidenceBadge } from '../evidence/evidence.view.ts';
import { type ZoneWords, zoneMark } from '../zone/zone.view.ts';

export interface Limit {
  title: string;
  href: string;
  /** The limit as it is said: "30% or more", "below 30 messages an hour". */
  value: string;
  zone: Zone;
  evidence: Evidence;
}

export interface LimitWords {
  zones: ZoneWords;
  evidence: EvidenceWords;
}

/** Limits to be read in one glance, a row each; what the gauges of evidence mean stands below them. */
export function limitList(words: LimitWords, limits: readonly Limit[]): Html {
  const grades = [...new Set(limits.map(({ evidence }) => evidence))];
  return html`<ul class="limits">${limits.map((limit) => limitRow(words, limit))}</ul><p class="limits-key" aria-hidden="true">${grades.map((grade) => evidenceBadge(words.evidence, grade))}</p>`;
}

function limitRow(words: LimitWords, { title, href, value, zone, evidence }: Limit): Html {
  return html`<li data-shows="${zone}">${zoneMark(zone)}<a href="${href}">${title}</a><strong><span class="visually-hidden">${words.zones[zone]}: </span>${value}</strong>${evidenceBadge(words.evidence, evidence)}</li>`;
}
