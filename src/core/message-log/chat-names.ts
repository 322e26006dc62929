/** What a chat export's file says about whose chat it is. */
export interface FileName {
  name: string;
  /** The archive that the file came in. */
  archive?: string;
}

/** A chat is named by its file; the `_chat.txt` of iOS by its archive. */
export function chatNameOf({ name, archive }: FileName): string {
  const own = baseName(name);
  const named = own === '_chat' && archive !== undefined ? baseName(archive) : own;
  return named.replace(PREFIX, '').trim() || named;
}

/** Whether the name of a chat mentions a sender: as whole words, or as the same telephone number. */
export function mentions(chatName: string, sender: string): boolean {
  const digits = sender.replace(/\D/g, '');
  if (digits.length >= FEWEST_DIGITS && /^[\d\s()+-]+$/.test(cleaned(sender))) {
    return chatName.replace(/\D/g, '').includes(digits);
  }
  const name = cleaned(sender);
  return name !== '' && ` ${cleaned(chatName)} `.includes(` ${name} `);
}

/** The sender as people know it: without direction marks, and without the tilde of somebody who is no contact. */
export function senderName(written: string): string {
  return written
    .replace(MARKS, '')
    .replace(/^\s*~\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const FEWEST_DIGITS = 6;
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const PREFIX = /^(?:whatsapp chat(?: with|\s+-)|conversa do whatsapp com|чат whatsapp с(?: контактом)?|whatsapp)\s+/i;

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.(?:txt|zip)$/i, '');
}

function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}()+-]+/gu, ' ')
    .trim();
}
