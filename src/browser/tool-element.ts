import { hashOf, readAddress, writeAddress } from './address.ts';
import { type Download, download } from './download.ts';
import { type NamedInput, namedInputs } from './fields.ts';
import type { Html } from './html.ts';
import { keep, keepForTab, kept, keptForTab } from './kept.ts';
import { patch } from './patch.ts';
import { RULES_KEY, showRulesOfLink } from './rules-of-link.ts';

/** What a tool shows for what was typed. The same function draws it on the server and in the browser. */
export interface Drawn {
  /** The sentence for each input that cannot be used, by its name. */
  errors: Record<string, string>;
  /** The content of each `[data-slot]`. */
  slots: Record<string, Html>;
  /** The answer in one sentence, for those who listen instead of looking. */
  says: string;
}

/** Inputs by name, as typed; one that is not there has its default. */
export type Inputs = Record<string, string>;

/** What every tool is handed as JSON. */
export interface ToolProps {
  /** The version of the rules, for links and files. */
  version: string;
}

/** Goes on in the browser with a tool that the server has drawn: reads the inputs, draws at every keystroke. */
export abstract class ToolElement<Props extends ToolProps> extends HTMLElement {
  /** Inputs that stand in the address; others are kept for this tab only. */
  protected abstract readonly keys: readonly string[];
  protected abstract draw(props: Props, inputs: Inputs): Drawn;
  /** What stands in an input while the address does not name it; empty unless said here. */
  protected defaults(_props: Props): Inputs {
    return {};
  }
  /** Inputs whose default passes with time, such as today's date: the address names them all the same. */
  protected readonly passing: readonly string[] = [];
  /** The files that `[data-action]` buttons of these names hand out. */
  protected files(_props: Props, _inputs: Inputs): Record<string, () => Download | Promise<Download>> {
    return {};
  }

  #parsed: Props | undefined;
  #named: readonly NamedInput[] | undefined;
  readonly #slots = new Map<string, Element>();
  /** What the address said of choices that the page does not offer, until somebody chooses. */
  #unoffered = new Map<string, string>();
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #remembering: ReturnType<typeof setTimeout> | undefined;
  /** An anchor on the page is no inputs: following a link to a heading must not empty the form. */
  readonly #follow = () => {
    if (location.hash === '' || location.hash.includes('=')) this.#restore();
  };

  connectedCallback(): void {
    this.#restore();
    this.#offerLastVisit();
    this.#practise();
    this.addEventListener('input', ({ target }) => {
      this.#unoffered.delete((target as HTMLInputElement).name);
      this.redraw();
      // Writing the address takes the browser as long as the answer does: who types sees the answer first.
      if (isTyped(target)) this.#remembering ??= setTimeout(() => this.#remember());
      else this.#remember();
    });
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
      if (button) void this.#act(button);
    });
    this.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', this.#follow);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
  }

  protected get props(): Props {
    if (!this.#parsed) {
      const script = this.querySelector('script[type="application/json"]');
      if (!script) throw new Error(`<${this.localName}> needs its data as a script of type application/json.`);
      this.#parsed = JSON.parse(script.textContent ?? '') as Props;
    }
    return this.#parsed;
  }

  protected inputs(): Inputs {
    return Object.fromEntries(
      this.#inputs.flatMap((input) => {
        if (input.isWhole()) return [];
        return [[input.name, this.#unoffered.get(input.name) ?? input.read()]];
      }),
    );
  }

  protected redraw(): void {
    const { errors, slots, says } = this.draw(this.props, this.inputs());
    for (const [name, content] of Object.entries(slots)) patch(this.#slot(name), content.markup);
    for (const input of this.#inputs) this.#showError(input, errors[input.name]);
    this.#announce(says);
  }

  /** No slot holds one, so they stay the same. */
  get #inputs(): readonly NamedInput[] {
    this.#named ??= namedInputs(this);
    return this.#named;
  }

  #slot(name: string): Element {
    const known = this.#slots.get(name) ?? this.querySelector(`[data-slot="${name}"]`);
    if (!known) throw new Error(`<${this.localName}> needs an element with data-slot="${name}".`);
    this.#slots.set(name, known);
    return known;
  }

  /** Fills the inputs from the address, and from this tab what the address never holds. */
  #restore(): void {
    this.#forgetToRemember();
    const given = readAddress(this.keys);
    const defaults = this.defaults(this.props);
    this.#unoffered.clear();
    for (const input of this.#inputs) {
      const { name, fields } = input;
      if (!this.keys.includes(name)) {
        input.write(input.read() || keptForTab(`${this.localName}.${name}`));
      } else {
        const isWholeGroup = given[name] === undefined && defaults[name] === undefined && fields.length > 1;
        input.write(given[name] ?? defaults[name] ?? (isWholeGroup ? fields.map(({ value }) => value).join(',') : ''));
        if (given[name] !== undefined && fields.length > 1 && input.read() !== given[name]) {
          this.#unoffered.set(name, given[name]);
        }
      }
      const group = fields[0]?.closest('details');
      if (group && input.read() !== (defaults[name] ?? '') && !input.isWhole()) group.open = true;
    }
    showRulesOfLink(this, this.props.version);
    this.redraw();
  }

  /** Only a link that is handed on says by which rules it was made: while somebody types, today's are used. */
  #remember({ isLink } = { isLink: false }): void {
    this.#forgetToRemember();
    const inputs = this.inputs();
    const defaults = this.defaults(this.props);
    const said = this.keys.flatMap((key) => {
      const value = inputs[key];
      const unsaid = this.passing.includes(key) ? undefined : (defaults[key] ?? (this.#isGroup(key) ? undefined : ''));
      return value === undefined || value === unsaid ? [] : [[key, value]];
    });
    const address = Object.fromEntries(said);
    const link = { ...address, [RULES_KEY]: this.props.version };
    writeAddress(isLink ? link : address);
    keep(`last.${this.localName}`, said.length === 0 ? '' : hashOf(link));
    showRulesOfLink(this, this.props.version);
    for (const [name, value] of Object.entries(inputs)) {
      if (!this.keys.includes(name)) keepForTab(`${this.localName}.${name}`, value);
    }
  }

  /** What runs for the first time runs slowly: while the page is at rest, the worked examples are drawn out of sight. */
  #practise(): void {
    const examples = [...document.querySelectorAll<HTMLAnchorElement>('a[data-action=example]')];
    const slots = new Map<string, Element>();
    let round = 0;
    // One round at a time, so that a slow phone stays at hand.
    const goOn = () => {
      const example = examples[round++ % examples.length];
      if (!example || !this.isConnected) return;
      const drawn = this.draw(this.props, { ...this.inputs(), ...readAddress(this.keys, example) });
      for (const [name, { markup }] of Object.entries(drawn.slots)) {
        const slot = slots.get(name) ?? document.createElement('div');
        slots.set(name, slot);
        patch(slot, markup);
      }
      if (round < ROUNDS) requestIdleCallback(goOn);
    };
    // Safari does not tell when it is at rest.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(goOn);
  }

  #forgetToRemember(): void {
    clearTimeout(this.#remembering);
    this.#remembering = undefined;
  }

  /** No box ticked is an answer of its own, which the address must say. */
  #isGroup(name: string): boolean {
    return this.querySelectorAll(`input[type=checkbox][name="${name}"]`).length > 1;
  }

  /** Offers what was typed at the last visit, where the address says nothing. */
  #offerLastVisit(): void {
    const last = kept(`last.${this.localName}`) ?? '';
    const offer = this.querySelector<HTMLElement>('[data-action=last-visit]');
    if (offer && last.length > 1 && location.hash === '') offer.hidden = false;
  }

  #showError({ name, fields }: NamedInput, sentence: string | undefined): void {
    const place = this.querySelector(`#error-${name}`);
    if (!place) return;
    for (const field of fields) {
      if (sentence === undefined) field.removeAttribute('aria-invalid');
      else field.setAttribute('aria-invalid', 'true');
    }
    if ((place.textContent ?? '') === (sentence ?? '')) return;
    place.replaceChildren();
    if (sentence === undefined) return;
    const error = document.createElement('p');
    error.className = 'error-sentence';
    error.dataset['errorFor'] = name;
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

  async #act(button: HTMLElement): Promise<void> {
    const action = button.dataset['action'] ?? '';
    const file = this.files(this.props, this.inputs())[action];
    if (file) download(await file());
    else if (action === 'print') print();
    else if (action === 'link') await this.#copyAddress(button);
    else if (action === 'example') this.scrollIntoView();
    else if (action === 'last-visit') {
      button.hidden = true;
      location.hash = kept(`last.${this.localName}`) ?? '';
    }
  }

  async #copyAddress(button: HTMLElement): Promise<void> {
    this.#remember({ isLink: true });
    const said = this.querySelector('[data-said]');
    let answer = button.dataset['done'] ?? '';
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      answer = location.href;
    }
    if (said) said.textContent = answer;
  }
}

const ROUNDS = 30;

function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
}
