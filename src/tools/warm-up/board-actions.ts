import { namedInputs } from '../../browser/fields.ts';
import type { Inputs } from '../../browser/tool-element.ts';
import { fill } from '../../core/words.ts';
import { forgetNumber, type KeptNumber, keepNumber, readKept } from './kept-numbers.ts';
import type { WarmUpProps } from './warm-up.view.ts';

interface Tool {
  props: WarmUpProps;
  inputs(): Inputs;
  redraw(): void;
}

/** What the buttons do that keep numbers under their nicknames, open and remove them. */
export function boardActions(root: HTMLElement, tool: Tool): Record<string, (name: string) => void> {
  const { version, words } = tool.props;
  const { board } = words;
  let removed: KeptNumber | undefined;

  const find = <E extends HTMLElement>(selector: string): E => {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`The board needs an element ${selector}.`);
    return found;
  };
  const say = (sentence: string, name: string) => {
    find('[data-board-said]').textContent = fill(sentence, { name });
    find('[data-action=undo]').hidden = sentence !== board.removed;
  };

  return {
    'keep-number'() {
      const field = find<HTMLInputElement>('[data-nickname]');
      const name = field.value.trim();
      find('[data-nickname-error]').hidden = name !== '';
      field.setAttribute('aria-invalid', String(name === ''));
      if (name === '') return field.focus();
      const done = readKept(name) ? board.changed : board.kept;
      keepNumber({ name, inputs: tool.inputs(), version });
      say(readKept(name) ? done : board.notKept, name);
      tool.redraw();
    },
    'open-number'(name) {
      const found = readKept(name);
      if (!found) return;
      writeInputs(root, found.inputs);
      find<HTMLInputElement>('[data-nickname]').value = name;
      say(board.opened, name);
      const answer = find('[data-slot=answer]');
      answer.scrollIntoView({ block: 'center' });
      answer.focus();
    },
    'forget-number'(name) {
      removed = readKept(name);
      forgetNumber(name);
      tool.redraw();
      say(board.removed, name);
      find('[data-action=undo]').focus();
    },
    undo() {
      if (!removed) return;
      const { name } = removed;
      keepNumber(removed);
      say(board.kept, name);
      tool.redraw();
      find(`[data-kept="${CSS.escape(name)}"] [data-action=open-number]`).focus();
    },
  };
}

function writeInputs(root: HTMLElement, inputs: Inputs): void {
  const fields = namedInputs(root);
  for (const { name, fields: parts, write } of fields) {
    // A group of which nothing was kept is followed as a whole.
    const everything = parts.length > 1 ? parts.map(({ value }) => value).join(',') : '';
    write(inputs[name] ?? everything);
  }
  fields[0]?.fields[0]?.dispatchEvent(new Event('input', { bubbles: true }));
}
