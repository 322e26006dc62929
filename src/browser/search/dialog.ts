import { KINDS, type Kind } from '../../core/search/kinds.ts';
import { plural } from '../../core/words.ts';
import type { Locale } from '../../knowledge/schema.ts';
import type { Html } from '../html.ts';
import { moveWithArrows } from './arrows.ts';
import { kindFilter, offers, resultList } from './results.view.ts';
import { type FoundPage, openSearch, type SiteSearch } from './site-search.ts';

let dialog: SearchDialog | undefined;

/** Opens the search of the page; with words typed elsewhere, it goes on with them. */
export function openSearchDialog(typed?: string): void {
  const element = document.querySelector<HTMLDialogElement>('.search-dialog');
  if (!element) throw new Error('The page has no search dialog.');
  dialog ??= new SearchDialog(element);
  dialog.open(typed);
}

const SHOWN = 12;

class SearchDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  #search: Promise<SiteSearch> | undefined;
  #found: FoundPage[] = [];
  #question = '';
  #only: Kind | undefined;
  /** Until the question is answered: Enter may come sooner. */
  #answered = Promise.resolve();
  /** Which question was asked last: an earlier one may be answered later. */
  #asked = 0;

  constructor(element: HTMLDialogElement) {
    this.#dialog = element;
    this.#input = this.#part('input') as HTMLInputElement;
    this.#input.addEventListener('input', () => this.#askAgain());
    this.#part('[data-close]').addEventListener('click', () => element.close());
    this.#part('.search-kinds').addEventListener('click', (event) => this.#choose(event.target));
    element.addEventListener('click', (event) => {
      // Beside the dialog, or on a link, which may lead to a place on this same page.
      const isLeaving = event.target === element || (event.target as Element).closest('.search-results a');
      if (isLeaving && !event.ctrlKey && !event.metaKey) element.close();
    });
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        // The browser would empty the field first, and the question be gone when the search is opened again.
        event.preventDefault();
        element.close();
      } else if (event.key === 'Enter' && event.target === this.#input && !event.isComposing) {
        event.preventDefault();
        void this.#answered.then(() => this.#answers()[0]?.click());
      } else moveWithArrows(event, this.#input, this.#answers());
    });
  }

  open(typed?: string): void {
    const wasOpen = this.#dialog.open;
    if (!wasOpen) this.#dialog.showModal();
    this.#search ??= this.#load();
    this.#input.focus();
    if (typed !== undefined) {
      this.#input.value = typed;
      this.#askAgain();
    } else if (!wasOpen) this.#input.select();
  }

  #askAgain(): void {
    this.#answered = this.#ask();
  }

  async #load(): Promise<SiteSearch> {
    const folder = this.#dialog.dataset['index'] ?? '';
    return openSearch(document.documentElement.lang.slice(0, 2) as Locale, async (file) => {
      const response = await fetch(folder + file);
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return response;
    });
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    const question = this.#input.value.trim();
    if (question === '') return this.#clear();
    try {
      this.#search ??= this.#load();
      if (this.#found.length === 0) this.#say(this.#dialog.dataset['loading'] ?? '');
      const search = await this.#search;
      const found = await search.find(question);
      if (asked !== this.#asked) return;
      this.#found = found;
      this.#question = question;
      this.#only = undefined;
      this.#draw(search);
    } catch {
      this.#search = undefined;
      this.#clear();
      this.#say(this.#dialog.dataset['failed'] ?? '');
    }
  }

  #draw({ labels, locale }: SiteSearch): void {
    const root = this.#dialog.dataset['root'] ?? '';
    const chosen = this.#only === undefined ? this.#found : this.#found.filter(({ kind }) => kind === this.#only);
    this.#fill('.search-kinds', kindFilter(labels, this.#found, this.#only));
    this.#fill(
      '.search-results',
      chosen.length > 0 ? resultList(labels, root, chosen.slice(0, SHOWN)) : offers(labels, root),
    );
    this.#say(chosen.length > 0 ? plural(labels.count, locale, chosen.length, String(chosen.length)) : labels.none);
    this.#part('.search-kinds').setAttribute('aria-label', labels.only);
    // Which question the answers belong to, for scripts that drive the search.
    this.#part('.search-results').setAttribute('data-question', this.#question);
  }

  async #choose(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-only]') : null;
    const search = await this.#search;
    if (!button || !search) return;
    this.#only = KINDS.find((kind) => kind === button.dataset['only']);
    this.#draw(search);
    this.#dialog.querySelector<HTMLElement>(`[data-only="${this.#only ?? ''}"]`)?.focus();
  }

  #answers(): HTMLElement[] {
    return [...this.#dialog.querySelectorAll<HTMLElement>('.search-results a')];
  }

  #clear(): void {
    this.#found = [];
    for (const part of ['.search-kinds', '.search-results']) this.#part(part).replaceChildren();
    this.#say('');
  }

  #fill(part: string, content: Html): void {
    this.#part(part).innerHTML = content.markup;
  }

  #say(sentence: string): void {
    this.#part('[role=status]').textContent = sentence;
  }

  #part(selector: string): Element {
    const part = this.#dialog.querySelector(selector);
    if (!part) throw new Error(`The search dialog has no ${selector}.`);
    return part;
  }
}
