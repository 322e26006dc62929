import type { AdaptRules, Phase, WarmUpSchedule } from '../warm-up/rules.ts';

/** The sources' schedules as data; only for tests. */

const constant = (most: number) => ({ from: most, to: most });
const phase = (id: string, from: number, to: number | null, limits: Partial<Phase> = {}): Phase => ({
  id,
  from,
  to,
  tasks: [],
  ...limits,
});

const greenApi: WarmUpSchedule = {
  id: 'green-api',
  source: 'green-api',
  phases: [
    phase('day-0', 0, 0, { messages: constant(0), recipients: constant(0), channel: 'phone', groups: 'no' }),
    phase('days-1-10', 1, 10, { recipients: constant(20), groups: 'no' }),
  ],
  milestones: [{ id: 'age-10', day: 10 }],
};

const kinbox: WarmUpSchedule = {
  id: 'kinbox',
  source: 'kinbox',
  phases: [
    phase('days-0-1', 0, 1, { tasks: [{ id: 'no-campaigns' }, { id: 'let-others-write' }] }),
    phase('any-day', 0, null, { messages: constant(6000) }),
  ],
  milestones: [],
};

const olchat: WarmUpSchedule = {
  id: 'olchat',
  source: 'olchat',
  phases: [
    phase('day-0', 0, 0, { channel: 'phone' }),
    phase('day-1', 1, 1, { messages: constant(12), recipients: constant(0), channel: 'phone' }),
    phase('days-2-9', 2, 9, {
      channel: 'phone-web',
      tasks: [
        { id: 'ten-dialogues', from: 5 },
        { id: 'write', to: 8 },
      ],
    }),
    phase('days-2-8', 2, 8, { messages: { from: 12, to: 100 } }),
    phase('day-9', 9, 9, { messages: constant(100) }),
    phase('days-10-19', 10, 19, { connect: 'service', recipients: constant(20), groups: 'no', channel: 'service' }),
  ],
  milestones: [{ id: 'green-light', day: 25, to: 30 }],
};

const whapi: WarmUpSchedule = {
  id: 'whapi',
  source: 'whapi',
  phases: [
    phase('days-1-3', 1, 3, { messages: { from: 20, to: 50 }, recipients: constant(0) }),
    phase('days-4-7', 4, 7, { messages: { from: 50, to: 100 } }),
    phase('days-8-14', 8, 14, { messages: { from: 100, to: 200 }, tasks: [{ id: 'quality-rating', to: 8 }] }),
    phase('days-15-20', 15, 20, { messages: constant(200) }),
    phase('from-21', 21, null, { growth: { base: 200, factor: 2, everyDays: 3 } }),
  ],
  milestones: [],
};

export const SOURCES = ['green-api', 'z-api', 'kinbox', 'olchat', 'whapi'];

export const warmUpRules: AdaptRules = {
  schedules: [greenApi, kinbox, olchat, whapi],
  firstMessageDay: 1,
  pace: [{ source: 'whapi', perHour: 29 }],
  replyBands: [
    { zone: 'danger', to: 15 },
    { zone: 'warning', from: 15, to: 30 },
    { zone: 'safe', from: 30, to: 50 },
    { zone: 'target', from: 50 },
  ],
  idleDays: 14,
};
