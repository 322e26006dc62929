import { LogDesk } from './log-desk.ts';
import type { Task } from './protocol.ts';

const desk = new LogDesk((answer) => postMessage(answer));

addEventListener('message', ({ data }: MessageEvent<Task>) => void desk.take(data));
