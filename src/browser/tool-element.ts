import { readAddress, writeAddress } from './address.ts';
import type { Html } from './html.ts';

/** What a tool shows for what was typed. The same function draws it on the server and in the browser. */
export interface Drawn {
  /** The sentence for each field whose input cannot be used. */
  errors: Record<string, string>;
  /** The content of each `[data-slot]`. */
  slots: Record<string, Html>;
  /** The answer in one sentence, for those who listen instead of looking. */
  says: string;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Goes on in the browser with a tool that the server has drawn: reads the inputs, draws at every keystroke. */
export abstract class ToolElement<Props> extends HTMLElement {
  /** Inputs that stand in the address; others are kept for this tab only. */
  protected abstract readonly keys: readonly string[];
  protected abstract draw(props: Props, inputs: Record<string, string>): Drawn;

  #announcing: ReturnType<typeof setTimeout> | undefined;
  readonly #follow = () => this.#restore();

  connectedCallback(): void {
    this.#restore();
    this.addEventListener('input', () => {
      writeAddress(Object.fromEntries(Object.entries(this.#inputs()).filter(([name]) => this.keys.includes(name))));
      this.#keepForTab();
      this.#redraw();
    });
    this.addEventListener('click', (event) => {
      const action = event.target instanceof Element && event.target.closest<HTMLElement>('[data-action]');
      if (action) this.#act(action);
    });
    this.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', this.#follow);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
  }

  #props(): Props {
    const script = this.querySelector('script[type="application/json"]');
    if (!script) throw new Error(`<${this.localName}> needs its data as a script of type application/json.`);
    return JSON.parse(script.textContent ?? '');
  }

  #fields(): Field[] {
    return [...this.querySelectorAll<Field>('input[name], textarea[name], select[name]')];
  }

  #inputs(): Record<string, string> {
    return Object.fromEntries(this.#fields().map((field) => [field.name, field.value]));
  }

  #restore(): void {
    const given = readAddress(this.keys);
    for (const field of this.#fields()) {
      if (this.keys.includes(field.name)) field.value = given[field.name] ?? '';
      else field.value ||= keptForTab(this.localName, field.name);
      const group = field.closest('details');
      if (group && field.value !== '') group.open = true;
    }
    this.#redraw();
  }

  #redraw(): void {
    const { errors, slots, says } = this.draw(this.#props(), this.#inputs());
    for (const [name, content] of Object.entries(slots)) {
      const slot = this.querySelector(`[data-slot="${name}"]`);
      if (!slot) throw new Error(`<${this.localName}> needs an element with data-slot="${name}".`);
      if (slot.innerHTML !== content.markup) slot.innerHTML = content.markup;
    }
    for (const field of this.#fields()) this.#showError(field, errors[field.name]);
    this.#announce(says);
  }

  #showError(field: Field, sentence: string | undefined): void {
    const place = this.querySelector(`#error-${field.name}`);
    if (!place) return;
    field.toggleAttribute('aria-invalid', sentence !== undefined);
    if (sentence !== undefined) field.setAttribute('aria-invalid', 'true');
    if ((place.textContent ?? '') === (sentence ?? '')) return;
    place.replaceChildren();
    if (sentence === undefined) return;
    const error = document.createElement('p');
    error.className = 'error-sentence';
    error.dataset['errorFor'] = field.name;
    error.textContent = sentence;
    place.append(error);
  }

  /** Waits until typing pauses: a screen reader would otherwise read every half-typed number. */
  #announce(says: string): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      const live = this.querySelector('[data-live]');
      if (live && live.textContent !== says) live.textContent = says;
    }, 700);
  }

  #act(button: HTMLElement): void {
    if (button.dataset['action'] === 'print') print();
    if (button.dataset['action'] === 'link') void this.#copyAddress(button);
  }

  async #copyAddress(button: HTMLElement): Promise<void> {
    const said = this.querySelector('[data-said]');
    try {
      await navigator.clipboard.writeText(location.href);
      if (said) said.textContent = button.dataset['done'] ?? '';
    } catch {
      if (said) said.textContent = location.href;
    }
  }

  #keepForTab(): void {
    for (const { name, value } of this.#fields()) {
      if (!this.keys.includes(name)) keepForTab(this.localName, name, value);
    }
  }
}

function keptForTab(tool: string, name: string): string {
  try {
    return sessionStorage.getItem(`${tool}.${name}`) ?? '';
  } catch {
    return '';
  }
}

function keepForTab(tool: string, name: string, value: string): void {
  try {
    sessionStorage.setItem(`${tool}.${name}`, value);
  } catch {
    // Without storage the text lasts as long as the page.
  }
}
