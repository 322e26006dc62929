import { chunksOf } from './chunks.ts';

/**
 * The bytes of a file, piece by piece; each is gone when the next one is asked for. They are written to one and the
 * same memory where the browser can: to be given new memory for each takes longer than to read it.
 */
export async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array, void> {
  let done = 0;
  const reader = byteReader(file);
  if (reader) {
    let memory = new ArrayBuffer(PIECE);
    try {
      for (;;) {
        const result = await inTime(reader.read(new Uint8Array(memory)));
        // Chromium leaves such a read without answer at times, when it has caught up with the disk.
        if (result === 'late') break;
        if (result.done) return;
        memory = result.value.buffer;
        done += result.value.length;
        yield result.value;
      }
    } finally {
      void reader.cancel().catch(() => {});
    }
  }
  yield* chunksOf((done === 0 ? file : file.slice(done)).stream());
}

/** Undefined where the browser does not read files into memory that is given to it. */
function byteReader(file: Blob): ReadableStreamBYOBReader | undefined {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

function inTime<Value>(promise: Promise<Value>): Promise<Value | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, 'late');
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Half of what the browser itself reads ahead. */
const PIECE = 1 << 20;
/** Milliseconds; a slow disk may take longer, which then only costs one more beginning. */
const PATIENCE = 250;
