import { expect, it } from 'vitest';
import { contextFor } from '../../components/context.ts';
import { readFiles } from '../../core/testing/read-log-files.ts';
import { knowledge } from '../../knowledge/index.ts';
import { longLog } from './long-log.ts';
import { messageLogProps } from './props.ts';
import { sampleLog } from './sample.ts';

const props = messageLogProps(contextFor('ru', '/'), knowledge());
const now = new Date(2026, 10, 20, 12);

it('makes a long log in order of time out of the sample, with instants and chats of its own', async () => {
  const sample = sampleLog(props, now);
  const read = async (file: File) => readFiles([{ content: await file.text() }], { words: props.logWords });
  const short = await read(sample);
  const { reading, outcomes } = await read(await longLog(sample));
  const { store, faults } = reading;
  expect(outcomes).toMatchObject([{ state: 'read', hasWallTimes: false }]);
  expect(faults.count).toBe(0);
  expect(store.count).toBe(20 * short.reading.store.count);
  expect(store.chats.count).toBe(20 * short.reading.store.chats.count);
  expect(store.files[0]?.back).toBe(0);
});
