import { decode } from './bytes.ts';
import { exportHeader } from './export-header.ts';

export type LogFormat = 'table' | 'json' | 'chat-export';

/** Why a file is no log. */
export type NoLogReason = 'empty' | 'archive' | 'web-page' | 'binary' | 'no-table' | 'no-messages';

/** Tells by its beginning what a file is; its name never matters. */
export function detectFormat(beginning: Uint8Array): LogFormat | NoLogReason {
  const text = decode(beginning, 0, Math.min(beginning.length, SAMPLE)).trimStart();
  if (text === '') return 'empty';
  if (text.startsWith('PK\u0003') || text.startsWith('PK\u0005')) return 'archive';
  if (isBinary(text)) return 'binary';
  if (/^<(?:[!?]|[a-z][a-z0-9]*[\s/>])/i.test(text)) return 'web-page';
  if (startsWithMessage(text)) return 'chat-export';
  if (/^[[{]/.test(text)) return 'json';
  return 'table';
}

/** Text has next to no control characters, and nothing that cannot be decoded. */
function isBinary(text: string): boolean {
  let strange = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1a) || code === 0xfffd) strange++;
  }
  return strange * 50 > text.length;
}

/** Some lines of an export may have been cut off at its top. */
function startsWithMessage(text: string): boolean {
  return text
    .slice(0, EXPORT_SAMPLE)
    .split(/\r\n|\r|\n/, EXPORT_LINES)
    .some((line) => exportHeader(line) !== undefined);
}

const SAMPLE = 1 << 16;
const EXPORT_SAMPLE = 20_000;
const EXPORT_LINES = 25;
