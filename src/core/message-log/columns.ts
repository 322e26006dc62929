/** What a column can be to a message. A role may be filled by several columns: the first that holds something. */
export const ROLES = [
  'time',
  'clock',
  'direction',
  'chat',
  'text',
  'id',
  'kind',
  'action',
  'notice',
  'group',
  'number',
  'outMark',
  'inMark',
] as const;
export type Role = (typeof ROLES)[number];

/** Names of columns, or paths of fields, by role. */
export type ColumnRoles = Readonly<Partial<Record<Role, readonly string[]>>>;

/** What somebody chose for a file whose columns have unknown names. */
export interface ColumnMapping {
  time?: string;
  direction?: string;
  chat?: string;
  text?: string;
  number?: string;
}

/** Recognises columns by their names in three languages, and the message lists of the vendors by theirs. */
export function recogniseColumns(names: readonly string[], byHand: ColumnMapping = {}): ColumnRoles {
  const known = new Map<string, string>();
  for (const name of names) {
    const plain = plainName(name);
    if (!known.has(plain)) known.set(plain, name);
  }
  const shape = VENDOR_SHAPES.find(({ needs }) => needs.every((name) => known.has(name)));
  const roles = shape ? shape.roles : plainRoles(known);
  const chosen = Object.entries(byHand).flatMap(([role, name]) =>
    name === undefined ? [] : [[role, [plainName(name)]]],
  );
  return { ...roles, ...Object.fromEntries(chosen) };
}

/** Leaves of the roles what a table with these columns can fill. */
export function rolesIn(names: readonly string[], roles: ColumnRoles): ColumnRoles {
  const known = new Set(names.map(plainName));
  const filled = Object.entries(roles).map(
    ([role, columns]) => [role, columns.filter((name) => known.has(name))] as const,
  );
  return Object.fromEntries(filled.filter(([, columns]) => columns.length > 0));
}

/** A name without case, accents of composition, spaces, hyphens and underscores. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_"'\u200e\u200f\ufeff-]+/g, '');
}

/** Whether "true" or 1 in this column says that the number itself wrote. */
export function tellsOwn(name: string): boolean {
  return /fromme$/.test(plainName(name));
}

const DATES = ['date', 'data', 'дата'];
const CLOCKS = ['time', 'hora', 'время'];
const MOMENTS = ['timestamp', 'dataehora', 'датаивремя', 'datetime', 'dateandtime'];
const DIRECTIONS = ['direction', 'direção', 'sentido', 'направление', 'fromme', 'isfromme', 'type', 'tipo', 'тип'];
const CHATS = ['chat', 'chatid', 'conversa', 'contato', 'чат', 'контакт'];
const IDS = ['messageid', 'idmessage', 'msgid', 'idmensagem', 'idсообщения', 'id'];
const KINDS = ['messagetype', 'typemessage', 'type'];
const NUMBERS = ['instanceid', 'instance', 'channelid'];
const TEXTS = [
  ...['text', 'message', 'body', 'texto', 'mensagem', 'текст', 'сообщение', 'textmessage', 'caption'],
  ...['text.body', 'text.message', 'message.text', 'message.conversation', 'message.extendedtextmessage.text'],
];

function plainRoles(known: ReadonlyMap<string, string>): ColumnRoles {
  const first = (names: readonly string[]) => names.filter((name) => known.has(name)).slice(0, 1);
  const moment = first(MOMENTS);
  const date = first(DATES);
  const clock = first(CLOCKS);
  const direction = first(DIRECTIONS);
  return {
    time: moment.length > 0 ? moment : date.length > 0 ? date : clock,
    clock: moment.length === 0 && date.length > 0 ? clock : [],
    direction,
    chat: first(CHATS),
    text: TEXTS,
    id: IDS,
    kind: KINDS.filter((name) => name !== direction[0]),
    number: first(NUMBERS),
  };
}

/** The message lists of the vendors, as their public documentation shows them. */
const VENDOR_SHAPES: readonly { needs: readonly string[]; roles: ColumnRoles }[] = [
  {
    // GREEN-API: getChatHistory, lastIncomingMessages, lastOutgoingMessages
    needs: ['idmessage', 'timestamp', 'chatid'],
    roles: {
      time: ['timestamp'],
      direction: ['type'],
      chat: ['chatid'],
      id: ['idmessage'],
      kind: ['typemessage'],
      text: [
        ...['textmessage', 'extendedtextmessage.text', 'extendedtextmessagedata.text', 'caption', 'text', 'message'],
        ...['templatebuttonreplymessage.selecteddisplaytext', 'buttonsresponsemessage.selecteddisplaytext'],
        ...['listresponsemessage.title'],
      ],
      outMark: ['statusmessage', 'sendbyapi'],
      inMark: ['senderid', 'sendername'],
    },
  },
  {
    // Whapi: messages/list
    needs: ['chatid', 'fromme', 'timestamp'],
    roles: {
      time: ['timestamp'],
      direction: ['fromme'],
      chat: ['chatid'],
      id: ['id', 'messageid'],
      kind: ['type'],
      action: ['action.type'],
      number: ['channelid'],
      text: [
        ...['text.body', 'linkpreview.body', 'image.caption', 'video.caption', 'short.caption', 'gif.caption'],
        ...['document.caption', 'interactive.body.text', 'hsm.body', 'groupinvite.body', 'catalog.body'],
        ...['reply.buttonsreply.title', 'reply.listreply.title', 'text', 'body', 'message', 'caption'],
      ],
    },
  },
  {
    // Z-API: chat-messages
    needs: ['momment', 'fromme', 'phone'],
    roles: {
      time: ['momment'],
      direction: ['fromme'],
      chat: ['phone'],
      id: ['messageid'],
      group: ['isgroup'],
      notice: ['reaction.value', 'reaction.time', 'notification'],
      number: ['instanceid'],
      text: [
        ...['text.message', 'image.caption', 'video.caption', 'document.caption', 'hydratedtemplate.message'],
        ...['buttonsresponsemessage.message', 'listresponsemessage.message', 'listresponsemessage.title'],
      ],
    },
  },
];
