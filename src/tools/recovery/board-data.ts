import type { BoardData } from './case-props.ts';

let asked: Promise<BoardData> | undefined;

/** What cases and the whole symptom search need, asked for once; after a failure the next call asks again. */
export function boardData(address: string): Promise<BoardData> {
  asked ??= fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  });
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}
