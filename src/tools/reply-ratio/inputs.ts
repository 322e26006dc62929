import { COUNT_RANGE } from '../../core/number-list.ts';
import type { ReplyRatioInput } from '../../core/reply-ratio.ts';
import { type NumberFault, type Range, readWholeNumber } from '../../core/whole-number.ts';

export const KEYS = ['sent', 'replies', 'blocked', 'more', 'rate'] as const;
export type Key = (typeof KEYS)[number];

export type FieldFault = NumberFault | { reason: 'above-sent' };

export const RANGES: Record<Key, Range> = {
  sent: COUNT_RANGE,
  replies: COUNT_RANGE,
  blocked: COUNT_RANGE,
  more: COUNT_RANGE,
  rate: { min: 0, max: 100 },
};

/** What was typed, as far as it can be used, and what is wrong with the rest. */
export function readInputs(typed: Record<string, string>): {
  input: ReplyRatioInput;
  faults: Partial<Record<Key, FieldFault>>;
} {
  const input: ReplyRatioInput = {};
  const faults: Partial<Record<Key, FieldFault>> = {};
  for (const key of KEYS) {
    const read = readWholeNumber(typed[key] ?? '', RANGES[key]);
    if (read.state === 'good') input[key] = read.value;
    if (read.state === 'bad') faults[key] = read.fault;
  }
  if (input.blocked !== undefined && input.sent !== undefined && input.blocked > input.sent) {
    delete input.blocked;
    faults.blocked = { reason: 'above-sent' };
  }
  return { input, faults };
}
