import { expect, it, vi } from 'vitest';
import { piecesOf } from './pieces.ts';

const bytes = Uint8Array.from({ length: 2_500_000 }, (_, k) => (k * 7919) >>> 3);

async function read(file: Blob): Promise<Uint8Array> {
  const all = new Uint8Array(bytes.length);
  let length = 0;
  for await (const piece of piecesOf(file)) {
    all.set(piece, length);
    length += piece.length;
  }
  return all.slice(0, length);
}

/** A file of which only the first so many bytes can be read into memory that is given. */
function stuckAfter(length: number): Blob {
  const file = new Blob([bytes]);
  const stuck = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (length === 0) return new Promise(() => {});
      const view = controller.byobRequest?.view as Uint8Array;
      const end = Math.min(view.byteLength, length);
      view.set(bytes.subarray(0, end));
      length -= end;
      controller.byobRequest?.respond(end);
      return undefined;
    },
  });
  const whole = () => new Blob([bytes]).stream();
  return Object.assign(file, { stream: vi.fn(whole).mockReturnValueOnce(stuck) });
}

it('gives every byte once, in order', async () => {
  expect(await read(new Blob([bytes]))).toEqual(bytes);
  expect(await read(new Blob([]))).toEqual(new Uint8Array());
});

it('writes to one and the same memory', async () => {
  const buffers = new Set<number>();
  const firsts: Uint8Array[] = [];
  for await (const piece of piecesOf(new Blob([bytes]))) {
    buffers.add(piece.buffer.byteLength);
    firsts.push(piece);
  }
  expect(buffers).toEqual(new Set([1 << 20]));
  // What was handed out before is gone.
  expect(firsts.slice(0, -1).every(({ length }) => length === 0)).toBe(true);
});

it('reads a file that can only be read into new memory', async () => {
  const file = new Blob([bytes]);
  const plain = () => {
    const halves = [bytes.slice(0, 1000), bytes.slice(1000)];
    return new ReadableStream({
      pull(controller) {
        const half = halves.shift();
        if (half) controller.enqueue(half);
        else controller.close();
      },
    });
  };
  expect(await read(Object.assign(file, { stream: plain }))).toEqual(bytes);
});

it.each([0, 1000])('goes on without that memory when nothing comes any more after %i bytes', async (length) => {
  vi.useFakeTimers();
  const done = read(stuckAfter(length));
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect(await done).toEqual(bytes);
});

it('lets go of a file that is not read to its end', async () => {
  const cancel = vi.fn();
  const file = new Blob([bytes]);
  const endless = new ReadableStream({ type: 'bytes', pull: (to) => to.byobRequest?.respond(1), cancel });
  for await (const _ of piecesOf(Object.assign(file, { stream: () => endless }))) break;
  expect(cancel).toHaveBeenCalledOnce();
});

it('says when a file cannot be read', async () => {
  const gone = () => new ReadableStream({ type: 'bytes', pull: () => Promise.reject(new DOMException('gone')) });
  await expect(read(Object.assign(new Blob([bytes]), { stream: gone }))).rejects.toThrow('gone');
});
