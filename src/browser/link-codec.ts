import { joinBytes } from '../core/join-bytes.ts';
import { chunksOf } from './chunks.ts';

export type Decoded =
  | { state: 'read'; text: string }
  | { state: 'refused'; reason: 'not-a-code' | 'damaged' | 'too-big' | 'unsupported' };

/** Far above any incident, far below what fills the memory of a phone. */
const MOST_CODE = 500_000;
const MOST_BYTES = 4_000_000;

/** One slice of input is inflated in one go, to a thousand times its size at most. */
const SLICE = 512;

/** Whether this browser can write and read links. */
export function canCodeLinks(): boolean {
  return typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';
}

/** Writes a text for the part of an address after `#`: deflated, in letters, digits, `-` and `_`. */
export async function encodeForLink(text: string): Promise<string> {
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64Url(new Uint8Array(await new Response(deflated).arrayBuffer()));
}

/** Reads what `encodeForLink` wrote; a code that would inflate to more than `most` bytes is refused on the way. */
export async function decodeFromLink(code: string, most = MOST_BYTES): Promise<Decoded> {
  if (!canCodeLinks()) return { state: 'refused', reason: 'unsupported' };
  if (code.length > MOST_CODE) return { state: 'refused', reason: 'too-big' };
  const bytes = fromBase64Url(code);
  if (!bytes) return { state: 'refused', reason: 'not-a-code' };
  try {
    const inflated = await inflate(bytes, most);
    if (!inflated) return { state: 'refused', reason: 'too-big' };
    return { state: 'read', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inflated) };
  } catch {
    return { state: 'refused', reason: 'damaged' };
  }
}

async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array | undefined> {
  const inflated = inSlices(bytes).pipeThrough(new DecompressionStream('deflate-raw'));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(inflated)) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return joinBytes(chunks, size);
}

function inSlices(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + SLICE));
      at += SLICE;
    },
  });
}

function toBase64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(code: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(code) || code.length % 4 === 1) return undefined;
  const letters = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
