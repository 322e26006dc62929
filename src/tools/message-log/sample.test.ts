import { expect, it } from 'vitest';
import { contextFor } from '../../components/context.ts';
import { analyseLog } from '../../core/message-log/analyse-log.ts';
import { readFiles } from '../../core/testing/read-log-files.ts';
import { knowledge } from '../../knowledge/index.ts';
import { violations } from './judged.ts';
import { messageLogProps } from './props.ts';
import { sampleLog } from './sample.ts';

const props = messageLogProps(contextFor('pt', '/'), knowledge());
const now = new Date(2026, 10, 20, 12);

it('is the same at every click, and breaks some rules and keeps others', async () => {
  const content = await sampleLog(props, now).text();
  expect(await sampleLog(props, now).text()).toBe(content);
  const { reading, outcomes } = readFiles([{ content }], { words: props.logWords, now: now.getTime() });
  expect(outcomes).toMatchObject([{ state: 'read', format: 'table' }]);
  expect(reading.faults.count).toBe(0);
  const analysis = analyseLog(reading.store, props.rules, { timeZone: 'UTC' });
  expect(violations(analysis).map(({ id, weight }) => `${weight} ${id}`)).toEqual([
    'danger peak-hour',
    'danger new-recipients-peak',
    'danger identical-batch',
    'warning peak-minute',
    'warning active-window',
    'attention stop-ignored',
    'attention links-share',
    'attention regular-spacing',
  ]);
  expect(analysis.figures['replies-messages'].zone).toBe('target');
});
