import { indexSymptoms, type SymptomIndex, searchSymptoms } from '../../core/recovery/symptom-search.ts';
import { decideTriage } from '../../core/recovery/triage.ts';
import { plural } from '../../core/words.ts';
import { boardData } from './board-data.ts';
import { boardOnDemand } from './board-on-demand.ts';
import type { FinderProps } from './case-props.ts';
import { triageResult, triageStrip } from './triage.view.ts';

/** What do you see, and which list is yours. It works at once; what cases need is loaded on demand. */
class CaseFinder extends HTMLElement {
  #props: FinderProps | undefined;
  #index: SymptomIndex | undefined;
  #symptoms: HTMLElement[] = [];

  connectedCallback(): void {
    const { props } = this;
    this.#symptoms = [...this.querySelectorAll<HTMLElement>('[data-symptom]')];
    this.#index = indexSymptoms(props.symptoms.map(this.#withTitle), props.locale);
    const field = this.querySelector<HTMLInputElement>('[name=symptom]');
    field?.addEventListener('input', () => this.#search(field.value));
    field?.addEventListener('focus', () => void this.#learnAll(field), { once: true });
    if (field?.value) this.#search(field.value);
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') this.#decide();
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-action=track]') : null;
      if (button) this.#track(button.dataset['list'] ?? '');
    });
    const kind = this.#form?.querySelector<HTMLSelectElement>('[name=kind]');
    kind?.addEventListener('change', () => this.#choose({ kind: kind.value }));
    this.#decide();
    const board = this.closest<HTMLElement>('recovery-board');
    if (board) boardOnDemand(board, props, () => this.#fail(board));
  }

  get props(): FinderProps {
    const script = this.querySelector('script[type="application/json"]');
    this.#props ??= JSON.parse(script?.textContent ?? '') as FinderProps;
    return this.#props;
  }

  /** Titles stand in the page already. */
  readonly #withTitle = (symptom: FinderProps['symptoms'][number], index: number) => {
    const title = this.#symptoms[index]?.querySelector('summary')?.textContent ?? '';
    return { ...symptom, title: { [this.props.locale]: title } };
  };

  /** Notices are often in another language than the page: those come as soon as somebody is about to type. */
  async #learnAll(field: HTMLInputElement): Promise<void> {
    const { data, locale } = this.props;
    const all = await boardData(data).catch(() => undefined);
    if (!all) return;
    this.#index = indexSymptoms(all.symptoms, locale);
    if (field.value) this.#search(field.value);
  }

  #search(typed: string): void {
    const { locale, words } = this.props;
    if (!this.#index) return;
    const isAsked = typed.trim() !== '';
    const found = searchSymptoms(this.#index, typed).map(({ id }) => id);
    const byId = new Map(this.#symptoms.map((one) => [one.dataset['symptom'] ?? '', one]));
    const shown = isAsked ? found.flatMap((id) => byId.get(id) ?? []) : this.#symptoms;
    this.#show(shown, isAsked);
    const said = this.querySelector('[data-search-says]');
    if (!said) return;
    said.textContent = !isAsked
      ? ''
      : shown.length === 0
        ? words.searchNothing
        : plural(words.searchFound, locale, shown.length, String(shown.length));
  }

  /** The best answer is open already: nobody should have to look for the first step. */
  #show(shown: readonly HTMLElement[], isAsked: boolean): void {
    const place = this.querySelector('[data-symptoms]');
    const [best] = shown;
    if (place && !isSame([...place.children], shown)) {
      place.replaceChildren(...shown);
      for (const one of this.#symptoms) one.toggleAttribute('open', isAsked && one === best);
    }
  }

  #decide(): void {
    const { props } = this;
    const slot = this.querySelector('[data-slot="triage"]');
    if (!props.triage || !slot) return;
    const picked = [...this.querySelectorAll<HTMLInputElement>('.question input:checked')];
    const answers = Object.fromEntries(picked.map(({ name, value }) => [name, value]));
    slot.innerHTML = triageResult(props, answers).markup;
    const strip = this.querySelector<HTMLElement>('[data-slot="strip"]');
    if (strip) {
      strip.hidden = picked.length === 0;
      strip.innerHTML = triageStrip(props, answers).markup;
    }
    if (picked.length === 0) return;
    const { settled, next, checklist } = decideTriage(props.triage, answers);
    for (const question of this.querySelectorAll<HTMLElement>('.question')) {
      const isOpen = answers[question.dataset['question'] ?? ''] === undefined;
      const note = question.querySelector<HTMLElement>('[data-no-matter]');
      if (!note) continue;
      note.hidden = !(isOpen && settled && next === undefined);
      note.textContent = props.words.noMatter;
    }
    this.#choose({ list: checklist });
  }

  get #form(): HTMLFormElement | null {
    return document.querySelector<HTMLFormElement>('[data-new-case]');
  }

  #choose({ list, kind }: { list?: string; kind?: string }): void {
    const { listOfKind } = this.props;
    const wanted = list ?? listOfKind[kind ?? ''];
    const lists = this.#form?.querySelector<HTMLSelectElement>('[name=list]');
    if (lists && wanted) lists.value = wanted;
    const kinds = this.#form?.querySelector<HTMLSelectElement>('[name=kind]');
    const kindOf = Object.entries(listOfKind).find(([, one]) => one === list)?.[0];
    if (kinds && kindOf && [...kinds.options].some(({ value }) => value === kindOf)) kinds.value = kindOf;
  }

  #track(list: string): void {
    this.#choose({ list });
    const label = this.#form?.querySelector<HTMLInputElement>('[name=label]');
    label?.scrollIntoView({ block: 'center' });
    label?.focus({ preventScroll: true });
  }

  #fail(board: HTMLElement): void {
    const said = board.querySelector('[data-live]');
    if (said) said.textContent = this.props.words.loadFailed;
  }
}

function isSame(some: readonly Element[], others: readonly Element[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

customElements.define('case-finder', CaseFinder);
