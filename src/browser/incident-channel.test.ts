import { afterEach, describe, expect, it, vi } from 'vitest';
import { incidentOf } from '../core/recovery/testing/incidents.ts';
import { openTabChannel, type TabMessage } from './incident-channel.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const channel of open.splice(0)) channel.close();
  vi.unstubAllGlobals();
});

function heardBy(messages: unknown[], count: number): Promise<TabMessage[]> {
  const name = `test-${Math.random()}`;
  const channel = openTabChannel(name);
  const raw = new BroadcastChannel(name);
  open.push(channel, raw);
  return new Promise((resolve) => {
    const heard: TabMessage[] = [];
    channel.listen((message) => {
      heard.push(message);
      if (heard.length === count) resolve(heard);
    });
    for (const message of messages) raw.postMessage(message);
  });
}

describe('the channel between tabs', () => {
  it('carries news, and an incident that could not be saved', async () => {
    const name = `test-${Math.random()}`;
    const [one, two] = [openTabChannel(name), openTabChannel(name)];
    open.push(one, two);
    const sent: TabMessage[] = [
      { type: 'hello' },
      { type: 'changed', id: 'a' },
      { type: 'removed', id: 'a' },
      { type: 'held', incident: incidentOf({ type: 'noted', text: 'n' }) },
    ];
    const heard = await new Promise<TabMessage[]>((resolve) => {
      const all: TabMessage[] = [];
      two.listen((message) => {
        all.push(message);
        if (all.length === sent.length) resolve(all);
      });
      for (const message of sent) one.post(message);
    });
    expect(heard).toEqual(sent);
  });

  it('does not hear what it cannot understand', async () => {
    const nonsense = [null, 'changed', { type: 'changed' }, { type: 'sung', id: 'a' }, { type: 'held', incident: {} }];
    expect(await heardBy([...nonsense, { type: 'removed', id: 'b', more: 1 }], 1)).toEqual([
      { type: 'removed', id: 'b' },
    ]);
  });

  it('is silent in a browser that has none', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const channel = openTabChannel();
    channel.listen(() => {});
    channel.post({ type: 'hello' });
    channel.close();
  });
});
