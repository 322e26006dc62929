import type { Incident } from '../core/recovery/event.ts';
import { readIncident, writeIncident } from '../core/recovery/exchange.ts';
import { FieldFault, isGroup } from '../core/recovery/field.ts';
import { CHANNEL } from './incident-connection.ts';

/** What tabs tell each other. */
export type TabMessage =
  | { type: 'changed'; id: string }
  | { type: 'removed'; id: string }
  /** An incident that could not be saved, so that it lives as long as one tab does. */
  | { type: 'held'; incident: Incident }
  /** A new tab asks for what others hold. */
  | { type: 'hello' };

export interface TabChannel {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): void;
  close(): void;
}

export function openTabChannel(name = CHANNEL): TabChannel {
  if (typeof BroadcastChannel !== 'function') return { post() {}, listen() {}, close() {} };
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(writeMessage(message)),
    listen: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = readMessage(data);
        if (message) listener(message);
      };
    },
    close: () => channel.close(),
  };
}

function writeMessage(message: TabMessage): unknown {
  return message.type === 'held' ? { type: 'held', incident: writeIncident(message.incident) } : message;
}

/** Another tab may run another version of the site: what cannot be understood is no message. */
function readMessage(data: unknown): TabMessage | undefined {
  if (!isGroup(data)) return undefined;
  const { type, id } = data;
  if (type === 'hello') return { type };
  if ((type === 'changed' || type === 'removed') && typeof id === 'string') return { type, id };
  if (type !== 'held') return undefined;
  const incident = readIncident(data['incident'], '');
  return incident instanceof FieldFault ? undefined : { type, incident };
}
