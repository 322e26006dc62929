/** The part of CBOR in which Pagefind's files are written: whole numbers, texts and arrays. */
export type Cbor = number | string | readonly Cbor[];

export function writeCbor(value: Cbor): Uint8Array {
  const bytes: number[] = [];
  writeItem(value, bytes);
  return Uint8Array.from(bytes);
}

function writeItem(value: Cbor, bytes: number[]): void {
  if (typeof value === 'number') {
    writeHead(value < 0 ? 1 : 0, value < 0 ? -1 - value : value, bytes);
  } else if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    writeHead(3, text.length, bytes);
    for (const byte of text) bytes.push(byte);
  } else {
    writeHead(4, value.length, bytes);
    for (const item of value) writeItem(item, bytes);
  }
}

function writeHead(type: number, size: number, bytes: number[]): void {
  if (size < 24) bytes.push((type << 5) | size);
  else if (size < 0x100) bytes.push((type << 5) | 24, size);
  else bytes.push((type << 5) | 25, size >> 8, size & 0xff);
}
