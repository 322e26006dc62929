import { analyseShelvedLog } from '../../core/message-log/analyse-log.ts';
import type { LogChoice } from '../../core/message-log/figures.ts';
import { findOwnSender } from '../../core/message-log/own-sender.ts';
import { longLog } from './long-log.ts';
import type { Answer, NumberAnalysis, ReadTask, Task, Told } from './protocol.ts';
import { faultsOf, type ReadLog, readLog, sendersOf, textsOf } from './read-log.ts';

type WithoutTask<T> = T extends unknown ? Omit<T, 'task'> : never;
type Saying = WithoutTask<Answer>;

/** Works off what the page asks for, and drops a task as soon as another one comes. */
export class LogDesk {
  readonly #answer: (answer: Answer) => void;
  #task = 0;
  #log: ReadLog | undefined;
  #read: ReadTask | undefined;

  constructor(answer: (answer: Answer) => void) {
    this.#answer = answer;
  }

  async take(asked: Task): Promise<void> {
    const { task, kind } = asked;
    if (kind !== 'texts') this.#task = task;
    const say = (answer: Saying) => {
      if (this.#task === task) this.#answer({ ...answer, task } as Answer);
    };
    try {
      switch (asked.kind) {
        case 'read':
          return await this.#readFiles(asked, say);
        case 'rehearse':
          return await this.#rehearse(asked, say);
        case 'own-sender':
          if (this.#log) this.#log.own = findOwnSender(this.#log.reading.store, asked.name);
          return await this.#show(asked.choice, task, say);
        case 'look':
          return await this.#show(asked.choice, task, say);
        case 'texts':
          if (this.#log && this.#read) say({ kind: 'texts', texts: await textsOf(this.#log, this.#read, asked.lines) });
          return;
        default:
          this.#log = undefined;
      }
    } catch (error) {
      console.error(error);
      say({ kind: 'broken' });
    }
  }

  /** Code is compiled well only when it has been used: after some rounds the first log is read as fast as any. */
  async #rehearse(asked: ReadTask, say: (answer: Saying) => void): Promise<void> {
    const isWanted = () => this.#task === asked.task;
    const long = await Promise.all(asked.files.map(longLog));
    for (let round = 1; round <= ROUNDS && isWanted(); round++) {
      const files = round % 2 === 1 ? long : asked.files;
      const log = await readLog({ ...asked, files }, { isWanted, progress: () => {} });
      if (!log) return;
      const analysis = await analyseShelvedLog(log.reading.store, asked.rules, asked.choice);
      if (round === ROUNDS) say({ kind: 'rehearsed', analysis, ...sendersOf(log), ...told(log) });
      await aMoment();
    }
  }

  async #readFiles(asked: ReadTask, say: (answer: Saying) => void): Promise<void> {
    this.#log = undefined;
    const log = await readLog(asked, {
      isWanted: () => this.#task === asked.task,
      progress: (progress) => say({ kind: 'progress', ...progress }),
    });
    if (!log || this.#task !== asked.task) return;
    this.#log = log;
    this.#read = asked;
    const unmapped = log.files.find(({ outcome }) => outcome.state === 'needs-mapping');
    if (unmapped?.outcome.state === 'needs-mapping') {
      const { columns, roles } = unmapped.outcome;
      say({ kind: 'needs-mapping', key: unmapped.key, columns, roles, file: unmapped.name, ...told(log) });
    } else {
      await this.#show(asked.choice, asked.task, say);
    }
  }

  async #show(choice: LogChoice, task: number, say: (answer: Saying) => void): Promise<void> {
    const log = this.#log;
    if (!log || !this.#read) return;
    if (log.reading.store.messages === 0) {
      say({ kind: 'nothing', ...told(log) });
      return;
    }
    if (log.own.state === 'ask') {
      say({ kind: 'needs-own-sender', senders: log.own.senders, ...told(log) });
      return;
    }
    const { rules } = this.#read;
    const analysis = await analyseShelvedLog(log.reading.store, rules, choice);
    if (this.#task !== task) return;
    say({ kind: 'shown', analysis, ...sendersOf(log), ...told(log) });
    if (analysis.numbers.length < 2) return;
    const numbers: NumberAnalysis[] = [];
    for (const number of analysis.numbers.slice(0, MOST_NUMBERS)) {
      await aMoment();
      if (this.#task !== task) return;
      numbers.push({ number, analysis: await analyseShelvedLog(log.reading.store, rules, { ...choice, number }) });
    }
    await aMoment();
    if (this.#task !== task) return;
    const { number: chosen, ...all } = choice;
    const total = chosen === undefined ? analysis : await analyseShelvedLog(log.reading.store, rules, all);
    say({ kind: 'numbers', numbers, total });
  }
}

const ROUNDS = 16;

/** A log of one business holds few numbers; what looks like more is no column of numbers. */
const MOST_NUMBERS = 40;

function told(log: ReadLog): Told {
  const { faults } = log.reading;
  const files = log.files.map(({ name, archive, outcome }) => ({ name, ...(archive && { archive }), outcome }));
  return { files, faults: faultsOf(log), rowsBad: faults.count, badRows: faults.first };
}

/** Lets a message in that may end the task. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
