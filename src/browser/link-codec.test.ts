import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { packIncident, unpackIncident } from '../core/recovery/compact.ts';
import { stateOf } from '../core/recovery/incident.ts';
import { inOrder } from '../core/recovery/record.ts';
import { checklists } from '../core/recovery/testing/drafts.ts';
import { anyIncident, DAY, incidentOf, plan, START } from '../core/recovery/testing/incidents.ts';
import { canCodeLinks, decodeFromLink, encodeForLink } from './link-codec.ts';

const code = (bytes: Buffer) => deflateRawSync(bytes).toString('base64url');

afterEach(() => vi.unstubAllGlobals());

describe('a link', () => {
  it('reads back as any text that was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (text) => {
        const written = await encodeForLink(text);
        expect(written).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(await decodeFromLink(written)).toEqual({ state: 'read', text });
      }),
    );
  });

  it('keeps a mark at the beginning of the text', async () => {
    expect(await decodeFromLink(await encodeForLink('\uFEFFa'))).toEqual({ state: 'read', text: '\uFEFFa' });
  });

  it('keeps every tick, note and time of an incident', async () => {
    await fc.assert(
      fc.asyncProperty(anyIncident, async (incident) => {
        const read = await decodeFromLink(await encodeForLink(packIncident(incident)));
        const unpacked = unpackIncident(read.state === 'read' ? read.text : '');
        expect(unpacked).toEqual({ state: 'read', incident: { ...incident, events: inOrder(incident.events) } });
        if (unpacked.state !== 'read') return;
        expect(stateOf(unpacked.incident, [plan], START + DAY)).toEqual(stateOf(incident, [plan], START + DAY));
      }),
    );
  });

  it('of an incident worked to its end fits into a message', async () => {
    const firstBan = checklists.find(({ id }) => id === 'first-ban');
    const ids = firstBan?.steps.map(({ id }) => id) ?? [];
    const incident = incidentOf(
      { type: 'list-taken', list: 'first-ban', version: 1, steps: ids },
      ...ids.map((step) => ({ type: 'done', list: 'first-ban', step }) as const),
      { type: 'noted', text: 'O cliente ligou às 9h; pediu para ligar de volta depois das 14h.' },
    );
    expect((await encodeForLink(packIncident(incident))).length).toBeLessThan(1000);
  });
});

describe('a link that cannot be read', () => {
  it.each(['', ' ', 'ab cd', 'a+b/', 'äöü', 'abcde', '%41', 'a='])('"%s" is no code', async (text) => {
    expect(await decodeFromLink(text)).toEqual({ state: 'refused', reason: 'not-a-code' });
  });

  it('is damaged where a part of it is missing, added or changed', async () => {
    const written = await encodeForLink('a text that is long enough to be worth deflating, text text text');
    for (const broken of [written.slice(0, -6), `${written}AAAA`, `____${written.slice(4)}`]) {
      expect(await decodeFromLink(broken)).toEqual({ state: 'refused', reason: 'damaged' });
    }
    expect(await decodeFromLink(code(Buffer.from([0xff, 0xfe, 0xc0])))).toEqual({
      state: 'refused',
      reason: 'damaged',
    });
  });

  it('is refused on the way when it inflates to more than the limit', async () => {
    const bomb = code(Buffer.alloc(60_000_000));
    expect(await decodeFromLink(bomb)).toEqual({ state: 'refused', reason: 'too-big' });
    expect(await decodeFromLink(code(Buffer.alloc(1000, 'a')), 999)).toEqual({ state: 'refused', reason: 'too-big' });
    expect((await decodeFromLink(code(Buffer.alloc(1000, 'a')), 1000)).state).toBe('read');
    expect(await decodeFromLink('A'.repeat(500_001))).toEqual({ state: 'refused', reason: 'too-big' });
  });

  it('never throws', async () => {
    const anyCode = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(anyCode, async (text) => {
        expect(['read', 'refused']).toContain((await decodeFromLink(text)).state);
      }),
      { numRuns: 500 },
    );
  });

  it('says so in a browser that cannot inflate', async () => {
    expect(canCodeLinks()).toBe(true);
    vi.stubGlobal('DecompressionStream', undefined);
    expect(canCodeLinks()).toBe(false);
    expect(await decodeFromLink('abcd')).toEqual({ state: 'refused', reason: 'unsupported' });
  });
});
