/** What a line of a chat export says, in the words of English, Portuguese and Russian WhatsApp. */

/** A notice of the system that is written as if somebody had sent it. */
export function isSystemText(text: string): boolean {
  const plain = text.replace(MARKS, '').trim();
  if (SYSTEM.test(plain)) return true;
  // WhatsApp's own words begin with a direction mark, where a person's do not.
  return STARTS_WITH_MARK.test(text) && GROUP_EVENTS.test(plain);
}

/** The text of a message, without what stands for media and without WhatsApp's own remarks; empty where none is left. */
export function messageText(text: string): string {
  const plain = text.replace(EDITED, '').replace(MARKS, '');
  const [first = '', ...rest] = plain.split('\n');
  return isMedia(first.trim()) ? rest.join('\n').trim() : plain.trim();
}

function isMedia(line: string): boolean {
  return line === 'null' || ATTACHED.test(line) || OMITTED.test(line);
}

const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const STARTS_WITH_MARK = /^\s*\u200e/;

const EDITED =
  /\s*<[\u200e\s]*(?:this message was edited|mensagem editada|(?:данное )?сообщение изменено)[\u200e\s]*>\s*$/i;

const ATTACHED = new RegExp(
  [
    '^<(?:attached|anexado|anexo|прикреплено|вложено|файл)\\s*:[^>]*>$',
    '\\((?:file attached|arquivo anexado|ficheiro anexado|файл добавлен|файл прикреплен|файл прикреплён)\\)$',
  ].join('|'),
  'i',
);

const OMITTED = new RegExp(
  [
    '^<(?:media omitted|mídia oculta|mídia omitida|arquivo de mídia oculto|ficheiro não revelado|без медиафайлов|медиафайл[а-я]* (?:пропущен[а-я]*|отсутству[а-я]*)|media weggelassen)>$',
    '^(?:image|video|video note|audio|sticker|gif|document|contact card|voice message|media) omitted$',
    '^(?:imagem|vídeo|nota de vídeo|áudio|figurinha|gif|documento|cartão d[eo] contato|mídia|mensagem de vídeo) (?:ocultad[oa]|ocult[oa]|omitid[oa])$',
    '^(?:изображение|видео|видеозаметка|видеосообщение|аудиофайл|аудио|стикер|gif|гиф|документ|карточка контакта|контакт|медиафайл)(?:-файл)? (?:отсутствует|опущен[оаы]?|пропущен[оаы]?|не включен[оаы]?)$',
  ].join('|'),
  'i',
);

const SYSTEM = new RegExp(
  [
    'messages and calls are (?:now )?end-to-end encrypted|messages to this (?:chat|group) and calls are now secured',
    'protegid[ao]s com (?:a )?criptografia de ponta a ponta|encriptad[ao]s ponto a ponto',
    'защищены сквозным шифрованием',
    '^(?:this message was deleted|you deleted this message|this message was deleted by admin[^.]*)\\.?$',
    '^(?:(?:esta|essa) mensagem foi apagada|mensagem apagada|você apagou (?:esta|essa) mensagem|apagou esta mensagem)\\.?$',
    '^(?:(?:данное|это) сообщение (?:было )?удалено|сообщение удалено|вы удалили (?:данное |это )?сообщение)\\.?$',
    '^(?:missed|silenced)(?: group)? (?:voice|video) call\\b',
    '^(?:chamada|ligação)(?: em grupo)?(?: de (?:voz|vídeo))? perdida\\b',
    '^пропущенный(?: групповой)? (?:аудио|видео|голосовой )?\\s?(?:звонок|вызов)',
    '^waiting for this message|^aguardando (?:esta )?mensagem|^ожидание (?:данного )?сообщения',
    'security code (?:with .{1,80} )?(?:has )?changed|código de segurança .{0,80}mud(?:ou|aram)|код безопасности .{0,80}изменился',
    '^reacted .{1,12} to[: ]|^reagiu com .{1,12} a[: ]|^реакция .{1,12} на[: ]',
  ].join('|'),
  'iu',
);

const GROUP_EVENTS = new RegExp(
  [
    '\\b(?:created (?:this )?group|added|removed|left|joined using|changed (?:the|this|their|to)|now an admin|pinned a message|turned (?:on|off)|is a contact|business account|you blocked|you unblocked|disappearing messages)',
    '(?:criou|adicionou|removeu|saiu|entrou usando|mudou|alterou|agora é|fixou|ativou|desativou|é um contato|conta comercial|bloqueou|desbloqueou|mensagens temporárias)',
    '(?:создал|добавил|удалил|вышел|вышла|покинул|присоединил|изменил|теперь админ|закрепил|включил|отключил|в контактах|бизнес-аккаунт|заблокировал|разблокировал|исчезающие сообщения)',
  ].join('|'),
  'iu',
);
